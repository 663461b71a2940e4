import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { useLocation } from "wouter";
import type { moveCycle } from "#api/operations/move-cycle.ts";
import { type GatedStage, stageRules } from "#domain/cycle/stages.ts";
import { stages } from "#domain/registers/stages.ts";
import { useSend } from "../../ask/use-send.ts";
import { holds, useMe } from "../../frame/me-context.ts";
import { ProblemNote } from "../../look/problem-note.tsx";
import { ReasonDialog } from "../../look/reason-dialog.tsx";
import { phone } from "../../look/theme.ts";
import { goToPart } from "./go-to-part.ts";
import type { CycleShown } from "./stage-page.ts";

/** The cycle's one primary action: through the gate when it is open; back to the stage before, with a reason. */
export function MoveCycle({ cycle }: { readonly cycle: CycleShown }) {
  const styles = useStyles();
  const me = useMe();
  const reason = useId();
  const [back, setBack] = useState(false);
  const move = useSend<typeof moveCycle>(({ name, stage }) =>
    stage === "closed" ? `${name} is closed` : `${name} is now in ${stageRules[stage].title}`,
  );
  const [, go] = useLocation();
  const { key, etag, stage } = cycle;
  if (stage === "closed") return null;
  if (!holds(me, "contracts-manager", "quality-lead", "auditor", "senior-leader"))
    return <ToClear cycle={cycle} stage={stage} />;
  const place = stages.indexOf(stage);
  const next = stages[place + 1];
  const before = stages[place - 1];
  const path = `/cycles/${key}/stage`;
  const title = next === undefined || next === "closed" ? "Close the cycle" : `On to ${stageRules[next].title}`;
  return (
    <div className={styles.act}>
      <div className={styles.buttons}>
        {before && before !== "closed" && <Button onClick={() => setBack(true)}>Send back</Button>}
        {holds(me, ...stageRules[stage].who) && (
          <Button
            appearance={cycle.gate.clear ? "primary" : "secondary"}
            disabledFocusable={!cycle.gate.clear || move.isPending}
            aria-describedby={cycle.gate.clear ? undefined : reason}
            onClick={() =>
              cycle.gate.clear &&
              move.mutate(
                { path, body: { etag, from: stage } },
                { onSuccess: (moved) => go(`/cycles/${key}${moved.stage === "closed" ? "" : `/${moved.stage}`}`) },
              )
            }
          >
            {title}
          </Button>
        )}
      </div>
      {move.error && !back && <ProblemNote problem={move.error} />}
      <ToClear cycle={cycle} stage={stage} id={reason} />
      {back && before && before !== "closed" && (
        <ReasonDialog
          title={`Send it back to ${stageRules[before].title}?`}
          question="Why?"
          does="Send back"
          problem={move.error}
          busy={move.isPending}
          onCancel={() => {
            setBack(false);
            move.reset();
          }}
          onReason={(reason) =>
            move.mutate(
              { path, body: { etag, from: stage, backTo: before, reason } },
              { onSuccess: () => setBack(false) },
            )
          }
        />
      )}
    </div>
  );
}

/** Why the cycle cannot go on yet, and where to read more: beside the greyed button, and for whoever has none. */
function ToClear({
  cycle,
  stage,
  id,
}: {
  readonly cycle: CycleShown;
  readonly stage: GatedStage;
  readonly id?: string;
}) {
  const styles = useStyles();
  const { clear, blockers } = cycle.gate;
  if (clear) return null;
  const things = blockers.length === 1 ? "1 thing" : `${blockers.length} things`;
  return (
    <Link {...(id && { id })} href="#gate" className={styles.why} onClick={(event) => goToPart("gate", event)}>
      {things} to clear before it leaves {stageRules[stage].title}
    </Link>
  );
}

const useStyles = makeStyles({
  act: { display: "grid", rowGap: "6px", justifyItems: "end", [phone]: { justifyItems: "start" } },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
  why: { fontSize: tokens.fontSizeBase200 },
});
