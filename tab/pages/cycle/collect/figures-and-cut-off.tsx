import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { computeFigures } from "#api/operations/compute-figures.ts";
import type { cutOffData } from "#api/operations/cut-off-data.ts";
import type { readFigures } from "#api/operations/read-figures.ts";
import { useAnswer } from "../../../ask/use-answer.ts";
import { useSend } from "../../../ask/use-send.ts";
import { holds, useMe } from "../../../frame/me-context.ts";
import { Card } from "../../../look/card.tsx";
import { GoodIcon, LockIcon } from "../../../look/icons.ts";
import { LinkTo } from "../../../look/link-to.tsx";
import { ProblemNote } from "../../../look/problem-note.tsx";
import { ReasonDialog } from "../../../look/reason-dialog.tsx";
import { sayMoment } from "../../../words/say-time.ts";
import type { CycleShown, StageProps } from "../stage-page.ts";

/** The two last steps of collecting: the figures are worked out, then the data they stand on is held. */
export function FiguresAndCutOff({ cycle }: StageProps) {
  const styles = useStyles();
  const me = useMe();
  const { data: figures } = useAnswer<typeof readFigures>(`/cycles/${cycle.key}/figures`);
  const compute = useSend<typeof computeFigures>(
    ({ computed, blocked }) => `${computed} figures worked out${blocked > 0 ? `, ${blocked} blocked` : ""}`,
  );
  const shown = figures?.sections.flatMap((section) => section.figures) ?? [];
  const blocked = shown.filter((figure) => figure.blocked).length;
  const mayCompute = holds(me, "contracts-manager", "quality-lead", "ecm-administrator", "auditor");
  return (
    <Card title="Figures and data cut-off" id="figures">
      {compute.error && <ProblemNote problem={compute.error} />}
      <ol className={styles.steps}>
        <Step
          done={figures?.computedAt !== undefined}
          title="Work out the figures"
          says={
            figures?.computedAt ? (
              <>
                {shown.length} figures, {blocked} blocked, worked out {sayMoment(figures.computedAt)}.{" "}
                <LinkTo to={`/figures?cycle=${cycle.key}`}>Look at them</LinkTo>
              </>
            ) : (
              "From the files above. It can be done again whenever something new comes in."
            )
          }
          act={
            mayCompute &&
            !cycle.cutOffAt && (
              <Button
                disabledFocusable={compute.isPending}
                onClick={() => compute.mutate({ path: `/cycles/${cycle.key}/figures`, body: {} })}
              >
                {compute.isPending
                  ? "Working them out…"
                  : figures?.computedAt
                    ? "Work out again"
                    : "Work out the figures"}
              </Button>
            )
          }
        />
        <CutOff cycle={cycle} />
      </ol>
    </Card>
  );
}

function CutOff({ cycle }: { readonly cycle: CycleShown }) {
  const styles = useStyles();
  const me = useMe();
  const [reopening, setReopening] = useState(false);
  const send = useSend<typeof cutOffData>(({ cutOffAt }) =>
    cutOffAt ? "The data cut-off is set: these figures stand" : "The data cut-off is open again",
  );
  const { key, etag, cutOffAt, cutOffBy } = cycle;
  const path = `/cycles/${key}/cut-off`;
  const may = holds(me, "contracts-manager", "quality-lead");
  return (
    <>
      <Step
        done={cutOffAt !== undefined}
        title="Set the data cut-off"
        says={
          cutOffAt
            ? `Set ${sayMoment(cutOffAt)}${cutOffBy ? ` by ${cutOffBy}` : ""}. Later imports do not change these figures; they show as revised figures.`
            : "From then on this report's figures stand, whatever comes in later."
        }
        act={
          may &&
          (cutOffAt ? (
            <Button appearance="subtle" onClick={() => setReopening(true)}>
              Open it again
            </Button>
          ) : (
            <Button
              icon={<LockIcon />}
              disabledFocusable={send.isPending}
              onClick={() => send.mutate({ path, body: { etag } })}
            >
              Set data cut-off
            </Button>
          ))
        }
      />
      {send.error && !reopening && (
        <li className={styles.problem}>
          <ProblemNote problem={send.error} />
        </li>
      )}
      {reopening && (
        <ReasonDialog
          title="Open the data cut-off again?"
          question="Which records were corrected, and why?"
          does="Open it again"
          problem={send.error}
          busy={send.isPending}
          onCancel={() => {
            setReopening(false);
            send.reset();
          }}
          onReason={(reason) =>
            send.mutate({ path, body: { etag, reopen: true, reason } }, { onSuccess: () => setReopening(false) })
          }
        />
      )}
    </>
  );
}

interface StepProps {
  readonly done: boolean;
  readonly title: string;
  readonly says: ReactNode;
  readonly act: ReactNode;
}

function Step({ done, title, says, act }: StepProps) {
  const styles = useStyles();
  return (
    <li className={styles.step}>
      <span className={mergeClasses(styles.dot, done && styles.done)} aria-hidden>
        {done && <GoodIcon />}
      </span>
      <div className={styles.words}>
        <strong>{title}</strong>
        <span className={styles.says}>{says}</span>
      </div>
      {act && <div>{act}</div>}
    </li>
  );
}

const useStyles = makeStyles({
  steps: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: "16px" },
  step: { display: "flex", flexWrap: "wrap", alignItems: "flex-start", gap: "12px" },
  dot: {
    width: "16px",
    height: "16px",
    marginTop: "2px",
    borderRadius: "50%",
    boxSizing: "border-box",
    border: `1.5px solid ${tokens.colorNeutralStroke1}`,
  },
  done: { border: "none", color: tokens.colorStatusSuccessForeground1 },
  words: { display: "grid", flexGrow: 1, flexBasis: "240px", minWidth: 0 },
  says: { color: tokens.colorNeutralForeground2 },
  problem: { listStyleType: "none" },
});
