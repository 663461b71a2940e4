import { Button } from "@fluentui/react-components";
import type { planChecks } from "#api/operations/plan-checks.ts";
import type { readChecks } from "#api/operations/read-checks.ts";
import { useAnswer } from "../../ask/use-answer.ts";
import { useSend } from "../../ask/use-send.ts";
import { holds, useMe } from "../../frame/me-context.ts";
import { Answered } from "../../look/answered.tsx";
import { Card } from "../../look/card.tsx";
import { Empty } from "../../look/empty.tsx";
import { FactRow } from "../../look/fact-row.tsx";
import { ProblemNote } from "../../look/problem-note.tsx";
import type { StageProps } from "./stage-page.ts";
import { CheckWorklist } from "./validate/check-worklist.tsx";
import { DiscrepancyBoard } from "./validate/discrepancy-board.tsx";
import { Plans } from "./validate/plans.tsx";
import { percent, type ShownChecks } from "./validate/shown-checks.ts";
import { SourceEntry } from "./validate/source-entry.tsx";

/** Validating: the record to check now, discrepancies on their way, and how far each plan is. */
export function StageWork({ cycle }: StageProps) {
  const answer = useAnswer<typeof readChecks>(`/cycles/${cycle.key}/checks`);
  return (
    <Answered answer={answer} reading="Reading what is checked">
      {(checks) => (checks.plans.length === 0 ? <NothingPlanned cycle={cycle} /> : <Checks checks={checks} />)}
    </Answered>
  );
}

function Checks({ checks }: { readonly checks: ShownChecks }) {
  const { plans, worklist, columns } = checks;
  const open = columns.reduce((sum, { checks: some }) => sum + some.length, 0);
  const entries = plans.find((plan) => plan.mine.check && (plan.entries?.length ?? 0) > 0);
  return (
    <>
      <Card>
        <Summary checks={checks} open={open} />
      </Card>
      <CheckWorklist checks={worklist.filter(({ status }) => status === "to-check")} plans={plans} />
      {entries && <SourceEntry plan={entries} />}
      {open > 0 && (
        <Card title="Discrepancies" id="discrepancies" aside={`${open} open`} flush>
          <DiscrepancyBoard checks={checks} />
        </Card>
      )}
      <Card title="What is checked" id="plans">
        <Plans plans={plans} />
      </Card>
    </>
  );
}

function Summary({ checks: { plans }, open }: { readonly checks: ShownChecks; readonly open: number }) {
  const sum = (of: "size" | "checked" | "agreed") => plans.reduce((total, plan) => total + plan[of], 0);
  const [size, checked, agreed] = [sum("size"), sum("checked"), sum("agreed")];
  return (
    <FactRow
      facts={[
        { name: "Checked", value: `${checked} of ${size}` },
        { name: "Agreed as first found", value: checked === 0 ? "nothing checked yet" : percent(agreed / checked) },
        { name: "Open discrepancies", value: open },
      ]}
    />
  );
}

function NothingPlanned({ cycle }: StageProps) {
  const me = useMe();
  const plan = useSend<typeof planChecks>(({ added }) => `${added} plans are written down`);
  const may = holds(me, "quality-lead", "auditor");
  return (
    <Card>
      {plan.error && <ProblemNote problem={plan.error} />}
      <Empty
        title="What is checked is not written down yet"
        action={
          may && (
            <Button
              appearance="primary"
              disabledFocusable={plan.isPending}
              onClick={() => plan.mutate({ path: `/cycles/${cycle.key}/plans`, body: {} })}
            >
              Write down what is checked
            </Button>
          )
        }
      >
        {may
          ? "Figures back to their records, another source forward to the figures, and every case never left to a sample. It is written first, so that nobody can choose what suits."
          : "The quality lead or an auditor writes it down once the data cut-off is set, before anybody looks at a record."}
      </Empty>
    </Card>
  );
}
