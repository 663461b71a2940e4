import { Button, Checkbox, Field, makeStyles, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { approveCommentary } from "#api/operations/approve-commentary.ts";
import type { reviewCommentary } from "#api/operations/review-commentary.ts";
import type { sendBackCommentary } from "#api/operations/send-back-commentary.ts";
import { useSend } from "../../../ask/use-send.ts";
import { holds, useMe } from "../../../frame/me-context.ts";
import { ProblemNote } from "../../../look/problem-note.tsx";
import { ReasonDialog } from "../../../look/reason-dialog.tsx";
import type { ShownText } from "./shown-commentary.ts";

const questions = [
  { name: "accurate", words: "It is accurate: every number is its figure's" },
  { name: "balanced", words: "It is balanced: what got worse is told as plainly as what got better" },
  { name: "supported", words: "It is supported: each claim stands on a figure or a manager's account" },
] as const;

type Answered = { readonly [K in (typeof questions)[number]["name"]]?: boolean };

/** Leadership's three questions of a text that is written; then its approval, or the way back with a reason. */
export function JudgeText({ text }: { readonly text: ShownText }) {
  const styles = useStyles();
  const me = useMe();
  const [answered, setAnswered] = useState<Answered>({});
  const [note, setNote] = useState("");
  const review = useSend<typeof reviewCommentary>(() => "Your review is kept");
  const approve = useSend<typeof approveCommentary>(() => "Approved");
  const { status } = text.answers;
  const path = `/commentary/${text.key}`;
  const problem = review.error ?? approve.error;
  if (status === "drafted" && holds(me, "senior-leader", "quality-lead"))
    return (
      <fieldset className={styles.judge}>
        <legend className={styles.title}>Leadership's three questions</legend>
        {problem && <ProblemNote problem={problem} />}
        {questions.map(({ name, words }) => (
          <Checkbox
            key={name}
            label={words}
            checked={answered[name] ?? false}
            onChange={(_, { checked }) => setAnswered({ ...answered, [name]: checked === true })}
          />
        ))}
        <Field label="What you want to say with it">
          <Textarea rows={2} value={note} onChange={(_, { value }) => setNote(value)} />
        </Field>
        <div className={styles.act}>
          <Button
            appearance="primary"
            disabledFocusable={review.isPending}
            onClick={() =>
              review.mutate({
                path: `${path}/review`,
                body: { etag: text.etag, ...allOf(answered), ...(note.trim() && { note: note.trim() }) },
              })
            }
          >
            Keep the review
          </Button>
          <SendBack text={text} />
        </div>
      </fieldset>
    );
  if (status === "reviewed" && holds(me, "senior-leader", "quality-lead"))
    return (
      <div className={styles.judge}>
        {problem && <ProblemNote problem={problem} />}
        <div className={styles.act}>
          {holds(me, "senior-leader") && (
            <Button
              appearance="primary"
              disabledFocusable={approve.isPending}
              onClick={() => approve.mutate({ path: `${path}/approval`, body: { etag: text.etag } })}
            >
              Approve
            </Button>
          )}
          <SendBack text={text} />
        </div>
      </div>
    );
  return null;
}

const allOf = ({ accurate = false, balanced = false, supported = false }: Answered) => ({
  accurate,
  balanced,
  supported,
});

function SendBack({ text }: { readonly text: ShownText }) {
  const [open, setOpen] = useState(false);
  const send = useSend<typeof sendBackCommentary>(() => "Sent back to be written again");
  return (
    <>
      <Button onClick={() => setOpen(true)}>Send back</Button>
      {open && (
        <ReasonDialog
          title="Send it back to be written again?"
          question="What has to change?"
          does="Send back"
          problem={send.error}
          busy={send.isPending}
          onCancel={() => setOpen(false)}
          onReason={(reason) =>
            send.mutate(
              { path: `/commentary/${text.key}/sending-back`, body: { etag: text.etag, reason } },
              { onSuccess: () => setOpen(false) },
            )
          }
        />
      )}
    </>
  );
}

const useStyles = makeStyles({
  judge: { display: "grid", rowGap: "4px", margin: 0, padding: 0, border: "none" },
  title: { fontWeight: 600, marginBottom: "4px" },
  act: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "8px" },
});
