import { makeStyles, tokens } from "@fluentui/react-components";
import type { Stage } from "#domain/registers/stages.ts";
import { ClockIcon, GoodIcon } from "../../look/icons.ts";
import { LinkTo } from "../../look/link-to.tsx";
import { sayDay } from "../../words/say-day.ts";
import { useToday } from "../../words/today-context.ts";
import type { CycleShown } from "./stage-page.ts";

interface Props {
  readonly cycle: CycleShown;
  /** The stage whose work is on the page. */
  readonly shown: Stage;
}

/** Says so when the page shows another stage than the one the cycle stands in, and leads there. */
export function WhereItStands({ cycle, shown }: Props) {
  const styles = useStyles();
  const today = useToday();
  const here = cycle.stages.find(({ stage }) => stage === shown);
  const now = cycle.stages.find(({ stage }) => stage === cycle.stage);
  if (here === undefined || here.state === "now") return null;
  const done = here.state === "done";
  const ended = here.doneOn ? `${here.title} was done on ${sayDay(here.doneOn, today)}.` : `${here.title} is done.`;
  return (
    <p className={styles.note}>
      {done ? <GoodIcon aria-hidden className={styles.good} /> : <ClockIcon aria-hidden className={styles.icon} />}
      <span>
        {now === undefined ? "This cycle is closed: what you see is how it ended. " : ""}
        {now && (done ? ended : `${here.title} has not begun: you are looking ahead.`)}{" "}
        {now && (
          <LinkTo to={`/cycles/${cycle.key}/${now.stage}`} strong>
            The cycle is in {now.title}
          </LinkTo>
        )}
      </span>
    </p>
  );
}

const useStyles = makeStyles({
  note: {
    display: "flex",
    alignItems: "flex-start",
    columnGap: "8px",
    margin: 0,
    padding: "10px 16px",
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground4,
  },
  icon: { flexShrink: 0, marginTop: "2px", color: tokens.colorNeutralForeground3 },
  good: { flexShrink: 0, marginTop: "2px", color: tokens.colorStatusSuccessForeground1 },
});
