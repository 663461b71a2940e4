import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Suspense } from "react";
import type { readCycle } from "#api/operations/read-cycle.ts";
import type { Stage } from "#domain/registers/stages.ts";
import { useAnswer } from "../ask/use-answer.ts";
import { Page } from "../frame/page.tsx";
import { Answered } from "../look/answered.tsx";
import { Bones } from "../look/bones.tsx";
import { Card } from "../look/card.tsx";
import { History } from "../look/history.tsx";
import { sayDay, sayPeriod } from "../words/say-day.ts";
import { sayWorkingDays } from "../words/say-due.ts";
import { sayMoment } from "../words/say-time.ts";
import { useToday } from "../words/today-context.ts";
import { GateList } from "./cycle/gate-list.tsx";
import { MoveCycle } from "./cycle/move-cycle.tsx";
import { type CycleShown, stageNamed, stagePage } from "./cycle/stage-page.ts";
import { StageRail } from "./cycle/stage-rail.tsx";
import { WhereItStands } from "./cycle/where-it-stands.tsx";

const above = [{ to: "/cycles", name: "Cycles" }];

/** One cycle: its stages across the top, one stage's work in the middle, what blocks the gate beside it, history below. */
export function CyclePage({ cycle: key, stage }: Readonly<Record<string, string>>) {
  const answer = useAnswer<typeof readCycle>(`/cycles/${key}`);
  const { data } = answer;
  return (
    <Page
      title={data?.name ?? "Reporting cycle"}
      lead={data && <Lead cycle={data} />}
      above={above}
      action={data && <MoveCycle cycle={data} />}
    >
      <Answered answer={answer} reading="Reading the cycle">
        {(cycle) => (
          <Stages cycle={cycle} shown={stageNamed(stage) ?? (cycle.stage === "closed" ? "improve" : cycle.stage)} />
        )}
      </Answered>
    </Page>
  );
}

function Lead({ cycle }: { readonly cycle: CycleShown }) {
  const today = useToday();
  const { period, due, workingDaysLeft, stage, cutOffAt } = cycle;
  return (
    <>
      {cycle.commissioner} · {sayPeriod(period.from, period.to)} · due {sayDay(due, today)}
      {stage !== "closed" && `, ${sayWorkingDays(workingDaysLeft)}`}
      {cutOffAt && ` · data cut-off ${sayMoment(cutOffAt)}`}
    </>
  );
}

function Stages({ cycle, shown }: { readonly cycle: CycleShown; readonly shown: Stage }) {
  const styles = useStyles();
  const here = cycle.stages.find(({ stage }) => stage === shown);
  const now = cycle.stages.find(({ stage }) => stage === cycle.stage);
  const Work = stagePage(shown);
  return (
    <>
      <StageRail cycle={cycle} shown={shown} />
      <div className={mergeClasses(styles.columns, shown === "explain" && styles.whole)}>
        <div className={styles.work}>
          <p className={styles.says}>{here?.work}</p>
          <WhereItStands cycle={cycle} shown={shown} />
          <Suspense fallback={<Bones label={`Opening ${here?.title ?? "the stage"}`} lines={8} />}>
            {Work && <Work cycle={cycle} />}
          </Suspense>
        </div>
        <aside className={mergeClasses(styles.side, shown === "explain" && styles.below)} aria-label="Gate and history">
          {now && (
            <Card id="gate" title={now.stage === shown ? "What blocks this gate" : `What blocks ${now.title}`}>
              <GateList gate={cycle.gate} />
            </Card>
          )}
          <Card title="History">
            <History history={cycle.history} />
          </Card>
        </aside>
      </div>
    </>
  );
}

const useStyles = makeStyles({
  columns: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 340px",
    gap: "24px",
    alignItems: "start",
    "@media (max-width: 1079px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  // Explain has columns of its own; what stands beside the others goes below it.
  whole: { gridTemplateColumns: "minmax(0, 1fr)" },
  below: {
    gap: "16px",
    alignItems: "start",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(340px, 100%), 1fr))",
  },
  work: { display: "grid", rowGap: "16px", gridTemplateColumns: "minmax(0, 1fr)" },
  says: { margin: 0, color: tokens.colorNeutralForeground2 },
  side: { display: "grid", rowGap: "16px", gridTemplateColumns: "minmax(0, 1fr)" },
});
