import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect } from "react";
import type { readFigures } from "#api/operations/read-figures.ts";
import { stages } from "#domain/registers/stages.ts";
import { useAnswer } from "../ask/use-answer.ts";
import { Answered } from "../look/answered.tsx";
import { Bones } from "../look/bones.tsx";
import { Empty } from "../look/empty.tsx";
import { LinkTo } from "../look/link-to.tsx";
import { useHost } from "../sign-in/host.ts";
import { sayPeriod } from "../words/say-day.ts";
import { sayWorkingDays } from "../words/say-due.ts";
import { MiniRail } from "./cycle/mini-rail.tsx";
import { FigureTile } from "./figures/figure-tile.tsx";
import { useCycleChoice } from "./figures/use-cycle-choice.ts";

/** One contract at a glance, for a channel, a meeting's side panel, or its stage: totals only, nothing restricted. */
export function DashboardPage() {
  const styles = useStyles();
  const { frame } = useHost();
  const { answer, chosen } = useCycleChoice();
  const figures = useAnswer<typeof readFigures>(`/cycles/${chosen?.key ?? ""}/figures`, { off: !chosen });
  useEffect(() => {
    document.title = `${chosen?.name ?? "Dashboard"} · Line of Sight`;
  }, [chosen]);
  return (
    <main className={styles.page}>
      <Answered answer={answer} reading="Reading the cycle">
        {() =>
          chosen ? (
            <>
              <header className={styles.header}>
                <div>
                  <h1 className={styles.title}>{chosen.commissioner}</h1>
                  <p className={styles.quiet}>
                    {sayPeriod(chosen.period.from, chosen.period.to)} · due {sayWorkingDays(chosen.workingDaysLeft)} ·{" "}
                    <LinkTo to={`/cycles/${chosen.key}`}>
                      {chosen.gate.clear ? "gate open" : `${chosen.gate.blockers.length} to clear`}
                    </LinkTo>
                  </p>
                </div>
                <div className={styles.rail}>
                  <MiniRail step={stages.indexOf(chosen.stage)} />
                </div>
              </header>
              <Answered
                answer={figures}
                reading="Reading the figures"
                bones={<Bones tiles={6} lines={0} label="Reading the figures" />}
              >
                {({ cycle, sections }) => (
                  <div className={styles.tiles}>
                    {sections.flatMap((section) =>
                      section.figures.map((figure) => (
                        <FigureTile key={figure.indicator} cycle={cycle} figure={figure} large={frame === "stage"} />
                      )),
                    )}
                  </div>
                )}
              </Answered>
              {figures.data?.sections.length === 0 && <Empty title="These figures have not been worked out yet" />}
            </>
          ) : (
            <Empty title="No cycle is open for this contract" />
          )
        }
      </Answered>
    </main>
  );
}

const useStyles = makeStyles({
  page: {
    minHeight: "100dvh",
    boxSizing: "border-box",
    padding: "20px",
    backgroundColor: tokens.colorNeutralBackground2,
    display: "grid",
    rowGap: "20px",
    alignContent: "start",
    gridTemplateColumns: "minmax(0, 1fr)",
  },
  header: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", alignItems: "end", gap: "8px 32px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  rail: { flexGrow: 1, maxWidth: "420px", minWidth: "200px" },
  tiles: { display: "grid", gap: "16px", gridTemplateColumns: "repeat(auto-fill, minmax(min(244px, 100%), 1fr))" },
});
