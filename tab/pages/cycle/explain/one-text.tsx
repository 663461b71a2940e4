import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { dismissCommentary } from "#api/operations/dismiss-commentary.ts";
import type { planCommentary } from "#api/operations/plan-commentary.ts";
import { useNames } from "../../../ask/use-names.ts";
import { useSend } from "../../../ask/use-send.ts";
import { holds, useMe } from "../../../frame/me-context.ts";
import { Card } from "../../../look/card.tsx";
import { ProblemNote } from "../../../look/problem-note.tsx";
import { ReasonDialog } from "../../../look/reason-dialog.tsx";
import { JudgeText } from "./judge-text.tsx";
import { ReadText } from "./read-text.tsx";
import type { Citable, ShownText } from "./shown-commentary.ts";
import { WriteText } from "./write-text.tsx";

interface Props {
  readonly text: ShownText;
  readonly citable: readonly Citable[];
}

/** One theme: planned or not, its text as it reads, the pen, and leadership's judgement. */
export function OneText({ text, citable }: Props) {
  const styles = useStyles();
  const me = useMe();
  const { status = "proposed", text: words } = text.answers;
  const mayWrite = status !== "proposed" && status !== "dismissed" && holds(me, "contracts-manager", "quality-lead");
  const [chosen, setWriting] = useState<boolean>();
  const writing = mayWrite && (chosen ?? !words);
  return (
    <Card title={text.headline} aside={words ? `${text.words} words` : undefined}>
      <div className={styles.body}>
        {text.stale && <p className={styles.stale}>A figure it cites has changed since it was written.</p>}
        {status === "proposed" || status === "dismissed" ? <PlanIt text={text} /> : null}
        {writing ? (
          <WriteText text={text} citable={usefulFirst(text, citable)} onDone={() => setWriting(false)} />
        ) : (
          words && <ReadText sentences={text.sentences} citable={citable} />
        )}
        {!words && !writing && status !== "proposed" && status !== "dismissed" && (
          <p className={styles.quiet}>Not written yet. A contracts manager or the quality lead writes it.</p>
        )}
        <Hands text={text} />
        {mayWrite && !writing && (
          <div>
            <Button onClick={() => setWriting(true)}>{words ? "Change the text" : "Write"}</Button>
          </div>
        )}
        {!writing && <JudgeText key={text.etag} text={text} />}
      </div>
    </Card>
  );
}

/** Figures the text speaks of before all others. */
const usefulFirst = ({ answers: { figures = [] } }: ShownText, citable: readonly Citable[]) =>
  citable.filter(({ indicator }) => figures.some((key) => key.includes(`-${indicator}-`)));

function Hands({ text: { answers } }: { readonly text: ShownText }) {
  const styles = useStyles();
  const nameOf = useNames();
  const said = [
    answers.writtenBy && `Written by ${nameOf(answers.writtenBy)}`,
    answers.reviewedBy && `reviewed by ${nameOf(answers.reviewedBy)}`,
    answers.reviewNote && `“${answers.reviewNote}”`,
  ].filter(Boolean);
  return said.length === 0 ? null : <p className={styles.quiet}>{said.join(", ")}</p>;
}

function PlanIt({ text }: { readonly text: ShownText }) {
  const styles = useStyles();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const plan = useSend<typeof planCommentary>(() => "It is on the plan. The managers are asked what was going on.");
  const dismiss = useSend<typeof dismissCommentary>(() => "Kept: no words are needed, and why");
  const why = text.history.findLast(({ reason }) => reason)?.reason ?? text.answers.reason;
  const { status } = text.answers;
  return (
    <>
      {plan.error && <ProblemNote problem={plan.error} />}
      <p className={styles.why}>
        {status === "dismissed" ? "No words are needed" : "The numbers ask for words"}
        {why && `: ${why}`}
      </p>
      {holds(me, "quality-lead") && (
        <div className={styles.act}>
          <Button
            appearance="primary"
            disabledFocusable={plan.isPending}
            onClick={() => plan.mutate({ path: `/commentary/${text.key}/plan`, body: { etag: text.etag } })}
          >
            Plan it
          </Button>
          {status === "proposed" && <Button onClick={() => setOpen(true)}>No words needed</Button>}
        </div>
      )}
      {open && (
        <ReasonDialog
          title="No words needed?"
          question="Why not?"
          does="Keep it"
          problem={dismiss.error}
          busy={dismiss.isPending}
          onCancel={() => setOpen(false)}
          onReason={(reason) =>
            dismiss.mutate(
              { path: `/commentary/${text.key}/dismissal`, body: { etag: text.etag, reason } },
              { onSuccess: () => setOpen(false) },
            )
          }
        />
      )}
    </>
  );
}

const useStyles = makeStyles({
  body: { display: "grid", rowGap: "16px", gridTemplateColumns: "minmax(0, 1fr)" },
  stale: { margin: 0, color: tokens.colorStatusWarningForeground1, fontWeight: 600 },
  why: { margin: 0 },
  quiet: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  act: { display: "flex", flexWrap: "wrap", gap: "8px" },
});
