import { makeStyles, tokens } from "@fluentui/react-components";
import type { readCycles } from "#api/operations/read-cycles.ts";
import { stages } from "#domain/registers/stages.ts";
import { useAnswer } from "../../ask/use-answer.ts";
import { Answered } from "../../look/answered.tsx";
import { Card } from "../../look/card.tsx";
import { LinkTo } from "../../look/link-to.tsx";
import { sayWorkingDays } from "../../words/say-due.ts";
import { MiniRail } from "../cycle/mini-rail.tsx";

/** The cycles under way, in little: where each stands, when it is due, and how much blocks it. */
export function OpenCycles() {
  const styles = useStyles();
  const answer = useAnswer<typeof readCycles>("/cycles", { query: { contract: undefined } });
  return (
    <Card title="Cycles under way">
      <Answered answer={answer} reading="Reading the cycles">
        {({ cycles }) => {
          const open = cycles.filter(({ stage }) => stage !== "closed");
          return open.length === 0 ? (
            <p className={styles.none}>
              None just now. <LinkTo to="/cycles">See the cycles that are closed</LinkTo>.
            </p>
          ) : (
            <ul className={styles.list}>
              {open.map(({ key, name, stage, workingDaysLeft, gate }) => (
                <li key={key}>
                  <LinkTo to={`/cycles/${key}`} strong>
                    {name}
                  </LinkTo>
                  <div className={styles.about}>
                    Due {sayWorkingDays(workingDaysLeft)} ·{" "}
                    {gate.clear ? "ready to go on" : `${gate.blockers.length} to clear`}
                  </div>
                  <MiniRail step={stages.indexOf(stage)} />
                </li>
              ))}
            </ul>
          );
        }}
      </Answered>
    </Card>
  );
}

const useStyles = makeStyles({
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  about: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});
