import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Suspense } from "react";
import type { readCycle } from "#api/operations/read-cycle.ts";
import type { Stage } from "#domain/registers/stages.ts";
import { useAnswer } from "../ask/use-answer.ts";
import { Page } from "../frame/page.tsx";
import { Answered } from "../look/answered.tsx";
import { Bones } from "../look/bones.tsx";
import { ButtonTo } from "../look/button-to.tsx";
import { Card } from "../look/card.tsx";
import { Empty } from "../look/empty.tsx";
import { History } from "../look/history.tsx";
import { sayDay, sayPeriod } from "../words/say-day.ts";
import { sayWorkingDays } from "../words/say-due.ts";
import { sayMoment } from "../words/say-time.ts";
import { useToday } from "../words/today-context.ts";
import { GateList } from "./cycle/gate-list.tsx";
import { MoveCycle } from "./cycle/move-cycle.tsx";
import { type CycleShown, stageNamed, stagePage } from "./cycle/stage-page.ts";
import { StageRail } from "./cycle/stage-rail.tsx";

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
  const Work = stagePage(shown);
  const isNow = cycle.stage === shown;
  return (
    <>
      <StageRail cycle={cycle} shown={shown} />
      <div className={mergeClasses(styles.columns, shown === "explain" && styles.whole)}>
        <div className={styles.work}>
          <p className={styles.says}>{here?.work}</p>
          <Suspense fallback={<Bones label={`Opening ${here?.title ?? "the stage"}`} lines={8} />}>
            {Work ? <Work cycle={cycle} /> : <NoPage cycle={cycle} isNow={isNow} />}
          </Suspense>
        </div>
        <aside className={mergeClasses(styles.side, shown === "explain" && styles.below)} aria-label="Gate and history">
          <Card title="What blocks this gate" aside={isNow ? undefined : `now in ${titleOf(cycle)}`}>
            <GateList gate={cycle.gate} />
          </Card>
          <Card title="History">
            <History history={cycle.history} />
          </Card>
        </aside>
      </div>
    </>
  );
}

const titleOf = ({ stages, stage }: CycleShown) => stages.find((each) => each.stage === stage)?.title ?? "Closed";

function NoPage({ cycle, isNow }: { readonly cycle: CycleShown; readonly isNow: boolean }) {
  return (
    <Card>
      <Empty
        title={isNow ? "This stage's work is on the right" : "This cycle is in another stage"}
        action={<ButtonTo to={`/figures?contract=${cycle.contract}`}>See the figures</ButtonTo>}
      >
        {isNow
          ? "Clear what blocks the gate; each line leads to where it is put right."
          : `It stands in ${titleOf(cycle)} now.`}
      </Empty>
    </Card>
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
