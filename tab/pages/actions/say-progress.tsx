import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { actionProgress } from "#api/operations/action-progress.ts";
import type { RowAnswer } from "#api/operations/row-answer.ts";
import { useSend } from "../../ask/use-send.ts";
import { Card } from "../../look/card.tsx";
import { ProblemNote } from "../../look/problem-note.tsx";
import { PersonName } from "../../register/show-answer.tsx";
import { sayMoment } from "../../words/say-time.ts";

interface Line {
  readonly at: string;
  readonly by: string;
  readonly text: string;
}

const finished = ["complete", "effective", "not-yet-effective", "too-early-to-say"];

/** How far the action is, latest first, and a place to say so. */
export function SayProgress({ row }: { readonly row: RowAnswer }) {
  const styles = useStyles();
  const [text, setText] = useState("");
  const send = useSend<typeof actionProgress>(() => "Progress saved");
  const lines: readonly Line[] = Array.isArray(row.answers.progress) ? row.answers.progress : [];
  const done = finished.includes(String(row.answers.status));
  return (
    <Card title="Progress">
      {send.error && <ProblemNote problem={send.error} />}
      {!done && (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim())
              send.mutate({ path: `/actions/${row.key}/progress`, body: { text } }, { onSuccess: () => setText("") });
          }}
        >
          <Field label="What was done" hint="No names of people we support." className={styles.field}>
            <Textarea value={text} onChange={(_, { value }) => setText(value)} />
          </Field>
          <Button type="submit" disabledFocusable={send.isPending || text.trim() === ""}>
            Save progress
          </Button>
        </form>
      )}
      {lines.length > 0 ? (
        <ul className={styles.list}>
          {[...lines].reverse().map((line) => (
            <li key={`${line.at} ${line.text}`} className={styles.line}>
              <p className={styles.text}>{line.text}</p>
              <span className={styles.who}>
                <PersonName id={line.by} />, {sayMoment(line.at)}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.who}>Nothing said yet.</p>
      )}
    </Card>
  );
}

const useStyles = makeStyles({
  form: { display: "grid", justifyItems: "start", rowGap: "8px", marginBottom: "16px" },
  field: { width: "100%" },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: "12px" },
  line: { borderLeft: `3px solid ${tokens.colorNeutralStroke2}`, paddingLeft: "12px" },
  text: { margin: 0, whiteSpace: "pre-wrap" },
  who: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});
