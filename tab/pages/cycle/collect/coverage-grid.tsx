import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { sayPeriod } from "../../../words/say-day.ts";
import type { CoveredSource } from "./coverage.ts";
import { type CoverageState, coverageStates, stateShown } from "./coverage-states.ts";

export interface CoverageProps {
  readonly sources: readonly CoveredSource[];
  readonly services: readonly { readonly key: string; readonly name: string }[];
  readonly nameOf: (person: string) => string;
  /** The cycle collects, or did: what is not there is missing. Before, it is only still to come. */
  readonly begun: boolean;
}

/** Sources down, services across: what the period has, has partly, and still misses. */
export function CoverageGrid({ sources, services, nameOf, begun }: CoverageProps) {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label="Sources by service">
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.source)}>
              Source
            </th>
            {services.map(({ key, name }) => (
              <th key={key} scope="col" className={styles.head}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sources.map(({ key, brings, report, owner, gap, services: cells }) => (
            <tr key={key}>
              <th scope="row" className={styles.source}>
                <span className={styles.report}>{brings}</span>
                <span className={styles.quiet}>{report}</span>
                {gap && begun && (
                  <span className={styles.quiet}>
                    Nothing for {sayPeriod(gap.from, gap.to)} · {nameOf(owner)} looks after it
                  </span>
                )}
              </th>
              {cells.map(({ service, covered }) => (
                <td key={service} className={styles.cell}>
                  <Cell state={stateShown(covered, begun)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ state }: { readonly state: CoverageState }) {
  const styles = useStyles();
  const { words, Icon } = coverageStates[state];
  return (
    <span className={mergeClasses(styles.mark, styles[state])}>
      <Icon aria-hidden />
      {words}
    </span>
  );
}

const useStyles = makeStyles({
  scroll: {
    overflowX: "auto",
    padding: "0 20px 16px",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  grid: { borderCollapse: "separate", borderSpacing: "0 4px", width: "100%", minWidth: "560px" },
  head: {
    textAlign: "left",
    padding: "8px 4px",
    fontSize: tokens.fontSizeBase200,
    fontWeight: 600,
    color: tokens.colorNeutralForeground3,
    verticalAlign: "bottom",
  },
  source: { textAlign: "left", fontWeight: 400, paddingLeft: 0, paddingRight: "16px", minWidth: "150px" },
  report: { display: "block", fontWeight: 600 },
  quiet: { display: "block", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  cell: { padding: "0 4px 0 0", height: "44px" },
  mark: {
    display: "flex",
    alignItems: "center",
    columnGap: "6px",
    boxSizing: "border-box",
    height: "100%",
    minHeight: "44px",
    padding: "4px 10px",
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    fontWeight: 600,
    whiteSpace: "nowrap",
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  covered: { color: tokens.colorStatusSuccessForeground1, backgroundColor: tokens.colorStatusSuccessBackground1 },
  partly: { color: tokens.colorStatusWarningForeground1, backgroundColor: tokens.colorStatusWarningBackground1 },
  missing: { color: tokens.colorStatusDangerForeground1, backgroundColor: tokens.colorStatusDangerBackground1 },
  none: { color: tokens.colorNeutralForeground3, backgroundColor: tokens.colorNeutralBackground3, fontWeight: 400 },
  "to-come": {
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    fontWeight: 400,
  },
});
