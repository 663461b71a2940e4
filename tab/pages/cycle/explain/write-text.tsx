import { Button, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useId, useRef, useState } from "react";
import type { writeCommentary } from "#api/operations/write-commentary.ts";
import { wordsIn } from "#domain/commentary/check-sentences.ts";
import { useSend } from "../../../ask/use-send.ts";
import { ProblemNote } from "../../../look/problem-note.tsx";
import type { Citable, ShownText } from "./shown-commentary.ts";

interface Props {
  readonly text: ShownText;
  /** What may be cited here, the most useful first. */
  readonly citable: readonly Citable[];
  readonly onDone: () => void;
}

/** The text to write; a figure is put in with its citation, so that the number is the figure's. */
export function WriteText({ text, citable, onDone }: Props) {
  const styles = useStyles();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [{ etag }] = useState(text);
  const [words, setWords] = useState(text.answers.text ?? "");
  const send = useSend<typeof writeCommentary>(({ sentences }) =>
    sentences.some(({ problems }) => problems.length > 0)
      ? "Saved. Some numbers are not the figures' yet."
      : "Saved. Every number is its figure's.",
  );
  const insert = (what: string) => {
    const at = box.current?.selectionEnd ?? words.length;
    const before = words.slice(0, at);
    const gap = before === "" || /\s$/.test(before) ? "" : " ";
    setWords(`${before}${gap}${what}${words.slice(at)}`);
    box.current?.focus();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(
          { path: `/commentary/${text.key}/text`, body: { etag, text: words }, onTheirs: onDone },
          { onSuccess: onDone },
        );
      }}
    >
      {send.error && <ProblemNote problem={send.error} />}
      <label htmlFor={id} className={styles.label}>
        Text
      </label>
      <Textarea
        id={id}
        ref={box}
        rows={9}
        resize="vertical"
        value={words}
        onChange={(_, { value }) => setWords(value)}
        placeholder="What happened, why, and what is being done. No names of people we support."
      />
      <fieldset className={styles.figures}>
        <legend className={styles.quiet}>Put in, with its figure</legend>
        {citable.map(({ cite, name, value }) => (
          <Button key={cite} size="small" onClick={() => insert(`${value ?? "none due"} [${cite}]`)} title={name}>
            {`${sayCite(cite, name)} · ${value ?? "none due"}`}
          </Button>
        ))}
        <Button size="small" onClick={() => insert("[manager's account]")}>
          Manager's account
        </Button>
      </fieldset>
      <div className={styles.act}>
        <Button type="submit" appearance="primary" disabledFocusable={send.isPending || words.trim() === ""}>
          Save and check
        </Button>
        {text.answers.text && <Button onClick={onDone}>Cancel</Button>}
        <span className={styles.quiet}>{wordsIn(words)} words</span>
      </div>
    </form>
  );
}

function sayCite(cite: string, name: string): string {
  const [, of] = cite.split("@");
  if (of === undefined) return name;
  return of === "before" ? "Period before" : of.charAt(0).toUpperCase() + of.slice(1).replaceAll("-", " ");
}

const useStyles = makeStyles({
  form: { display: "grid", rowGap: "10px" },
  label: { fontWeight: 600 },
  figures: { display: "flex", flexWrap: "wrap", gap: "6px", margin: 0, padding: 0, border: "none" },
  act: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "12px" },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, marginBottom: "4px" },
});
