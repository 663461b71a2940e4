import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Cycle } from "#domain/registers/cycles.ts";
import type { CalendarEntry } from "#domain/registers/reporting-calendar.ts";
import { useRows } from "../../ask/use-rows.ts";
import { useScope } from "../../frame/scope.ts";
import { Answered } from "../../look/answered.tsx";
import { Card } from "../../look/card.tsx";
import { Empty } from "../../look/empty.tsx";
import { LinkTo } from "../../look/link-to.tsx";
import { StatusPill } from "../../look/status-pill.tsx";
import { phone } from "../../look/theme.ts";
import { sayDay } from "../../words/say-day.ts";
import { useToday } from "../../words/today-context.ts";
import { type ReportingDate, reportingDates } from "./reporting-dates.ts";

const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** What is due when, month by month: the milestones of every open cycle and the reports that come after them. */
export function Calendar() {
  const styles = useStyles();
  const today = useToday();
  const [{ contract }] = useScope();
  const cycles = useRows<Cycle>("cycles");
  const entries = useRows<CalendarEntry>("reporting-calendar");
  return (
    <Answered answer={cycles.answer} reading="Reading the calendar">
      {() => {
        const dates = reportingDates(cycles.rows, entries.rows, today).filter(
          (date) => contract === undefined || date.contract === contract,
        );
        if (dates.length === 0)
          return <Empty title="Nothing is due">Days appear here once a contract has a reporting calendar.</Empty>;
        return [...Map.groupBy(dates, ({ day }) => day.slice(0, 7))].map(([key, some]) => (
          <Card key={key} title={month.format(new Date(`${key}-01T12:00:00Z`))} flush>
            <ul className={styles.list}>
              {some.map((date) => (
                <Line key={date.key} date={date} today={today} />
              ))}
            </ul>
          </Card>
        ));
      }}
    </Answered>
  );
}

const says = { done: "Done", late: "Late" } as const;
const tones = { done: "good", late: "bad" } as const;

function Line({ date, today }: { readonly date: ReportingDate; readonly today: string }) {
  const styles = useStyles();
  const { day, report, what, state, link } = date;
  return (
    <li className={mergeClasses(styles.line, state === "done" && styles.past)}>
      <time dateTime={day} className={styles.day}>
        {sayDay(day, today)}
      </time>
      <span className={styles.words}>
        <LinkTo to={link} strong>
          {what}
        </LinkTo>
        <span className={styles.quiet}>{report}</span>
      </span>
      {state !== "to-come" && <StatusPill status={state} says={says[state]} tone={tones[state]} />}
    </li>
  );
}

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: "8px 0 0", padding: 0 },
  line: {
    display: "grid",
    gridTemplateColumns: "104px minmax(0, 1fr) auto",
    alignItems: "center",
    columnGap: "16px",
    padding: "10px 20px",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    [phone]: { gridTemplateColumns: "84px minmax(0, 1fr) auto", columnGap: "10px", padding: "10px 16px" },
  },
  past: { backgroundColor: tokens.colorNeutralBackground2 },
  day: { fontVariantNumeric: "tabular-nums" },
  words: { display: "grid", minWidth: 0 },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});
