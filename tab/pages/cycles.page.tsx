import { makeStyles, mergeClasses, Tab, TabList, tokens } from "@fluentui/react-components";
import { useSearchParams } from "wouter";
import type { readCycles } from "#api/operations/read-cycles.ts";
import { stages } from "#domain/registers/stages.ts";
import type { AnswerOf } from "../ask/answer-of.ts";
import { useAnswer } from "../ask/use-answer.ts";
import { Page } from "../frame/page.tsx";
import { useScope } from "../frame/scope.ts";
import { Answered } from "../look/answered.tsx";
import { Bones } from "../look/bones.tsx";
import { Card } from "../look/card.tsx";
import { Empty } from "../look/empty.tsx";
import { LinkTo } from "../look/link-to.tsx";
import { StatusPill } from "../look/status-pill.tsx";
import { phone } from "../look/theme.ts";
import { sayDay, sayPeriod } from "../words/say-day.ts";
import { sayWorkingDays } from "../words/say-due.ts";
import { useToday } from "../words/today-context.ts";
import { MiniRail } from "./cycle/mini-rail.tsx";
import { Calendar } from "./cycles/calendar.tsx";

type CycleOnBoard = AnswerOf<typeof readCycles>["cycles"][number];

const views = [
  ["board", "Board"],
  ["calendar", "Calendar"],
] as const;

/** Every report under way: as a board by contract, or as a calendar of what is due when. */
export function CyclesPage() {
  const [params, setParams] = useSearchParams();
  const view = params.get("view") === "calendar" ? "calendar" : "board";
  const choose = (next: unknown) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      if (next === "calendar") after.set("view", "calendar");
      else after.delete("view");
      return after;
    });
  return (
    <Page
      title="Cycles"
      lead="One cycle is one contract's report for one period, from agreeing what it holds to learning from it."
    >
      <TabList selectedValue={view} onTabSelect={(_, { value }) => choose(value)} aria-label="Show cycles as">
        {views.map(([value, name]) => (
          <Tab key={value} value={value}>
            {name}
          </Tab>
        ))}
      </TabList>
      {view === "calendar" ? <Calendar /> : <Board />}
    </Page>
  );
}

/** Every cycle by contract: where it stands, when it is due, what blocks it, and who can clear it. */
function Board() {
  const styles = useStyles();
  const [{ contract }] = useScope();
  const answer = useAnswer<typeof readCycles>("/cycles", { query: { contract } });
  return (
    <Answered answer={answer} reading="Reading the cycles" bones={<Bones tiles={4} label="Reading the cycles" />}>
      {({ cycles }) =>
        cycles.length === 0 ? (
          <Empty title="No cycle is open here">A contracts manager opens one from the reporting calendar.</Empty>
        ) : (
          [...Map.groupBy(cycles, ({ commissioner }) => commissioner)].map(([commissioner, some]) => (
            <section key={commissioner} aria-label={commissioner} className={styles.contract}>
              <h2 className={styles.heading}>{commissioner}</h2>
              <div className={styles.board}>
                {some.map((cycle) => (
                  <CycleCard key={cycle.key} cycle={cycle} />
                ))}
              </div>
            </section>
          ))
        )
      }
    </Answered>
  );
}

function CycleCard({ cycle }: { readonly cycle: CycleOnBoard }) {
  const styles = useStyles();
  const today = useToday();
  const { key, name, period, stage, due, workingDaysLeft, gate } = cycle;
  const closed = stage === "closed";
  const [first, ...others] = gate.blockers;
  return (
    <Card className={mergeClasses(closed && styles.closed)}>
      <div className={styles.top}>
        <div>
          <h3 className={styles.name}>
            <LinkTo to={`/cycles/${key}`}>{name}</LinkTo>
          </h3>
          <p className={styles.quiet}>{sayPeriod(period.from, period.to)}</p>
        </div>
        <div className={styles.due}>
          {closed ? (
            <StatusPill status="closed" tone="good" />
          ) : (
            <>
              <span className={mergeClasses(styles.days, workingDaysLeft < 0 && styles.late)}>
                {sayWorkingDays(workingDaysLeft)}
              </span>
              <span className={styles.quiet}>Due {sayDay(due, today)}</span>
            </>
          )}
        </div>
      </div>
      <MiniRail step={stages.indexOf(stage)} />
      {!closed &&
        (first ? (
          <p className={styles.blocked}>
            <StatusPill status="blocked" says={`${gate.blockers.length} to clear`} />
            <span>
              {first.say} <span className={styles.quiet}>{first.who}</span>
              {others.length > 0 && (
                <>
                  {" "}
                  <LinkTo to={`/cycles/${key}`}>and {others.length} more</LinkTo>
                </>
              )}
            </span>
          </p>
        ) : (
          <p className={styles.blocked}>
            <StatusPill status="open" tone="good" says="Ready" />
            <span>Nothing blocks it: it may go on.</span>
          </p>
        ))}
    </Card>
  );
}

const useStyles = makeStyles({
  contract: { display: "grid", rowGap: "12px", gridTemplateColumns: "minmax(0, 1fr)" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: 600 },
  board: { display: "grid", gap: "16px", gridTemplateColumns: "repeat(auto-fill, minmax(min(480px, 100%), 1fr))" },
  closed: { backgroundColor: tokens.colorNeutralBackground2 },
  top: {
    display: "flex",
    justifyContent: "space-between",
    columnGap: "16px",
    paddingTop: "8px",
    [phone]: { flexDirection: "column" },
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  due: {
    display: "grid",
    justifyItems: "end",
    alignContent: "start",
    textAlign: "right",
    whiteSpace: "nowrap",
    [phone]: {
      display: "flex",
      flexDirection: "row-reverse",
      justifyContent: "flex-end",
      alignItems: "baseline",
      gap: "8px",
    },
  },
  days: { fontWeight: 600 },
  late: { color: tokens.colorStatusDangerForeground3 },
  blocked: { display: "flex", alignItems: "flex-start", columnGap: "10px", margin: "4px 0 0" },
});
