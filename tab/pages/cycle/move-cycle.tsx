import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { moveCycle } from "#api/operations/move-cycle.ts";
import { stageRules } from "#domain/cycle/stages.ts";
import { stages } from "#domain/registers/stages.ts";
import { useSend } from "../../ask/use-send.ts";
import { holds, useMe } from "../../frame/me-context.ts";
import { ReasonDialog } from "../../look/reason-dialog.tsx";
import type { CycleShown } from "./stage-page.ts";

/** The cycle's one primary action: through the gate when it is open; back to the stage before, with a reason. */
export function MoveCycle({ cycle }: { readonly cycle: CycleShown }) {
  const me = useMe();
  const [back, setBack] = useState(false);
  const move = useSend<typeof moveCycle>(({ name, stage }) =>
    stage === "closed" ? `${name} is closed` : `${name} is now in ${stageRules[stage].title}`,
  );
  const { key, etag, stage } = cycle;
  if (stage === "closed" || !holds(me, "contracts-manager", "quality-lead", "auditor", "senior-leader")) return null;
  const place = stages.indexOf(stage);
  const next = stages[place + 1];
  const before = stages[place - 1];
  const path = `/cycles/${key}/stage`;
  const title = next === undefined || next === "closed" ? "Close the cycle" : `On to ${stageRules[next].title}`;
  return (
    <div style={{ display: "flex", gap: "8px" }}>
      {before && before !== "closed" && <Button onClick={() => setBack(true)}>Send back</Button>}
      <Button
        appearance="primary"
        disabledFocusable={!cycle.gate.clear || move.isPending}
        onClick={() => cycle.gate.clear && move.mutate({ path, body: { etag, from: stage } })}
        title={cycle.gate.clear ? undefined : "The gate is not open yet: see what blocks it."}
      >
        {title}
      </Button>
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
