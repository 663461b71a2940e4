import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { sayPeriod } from "../../../words/say-day.ts";
import type { CoveredSource } from "./coverage.ts";
import type { CoverageProps } from "./coverage-grid.tsx";
import { type CoverageState, coverageStates, stateShown } from "./coverage-states.ts";

/** The sources and services on a phone: for each source, which services stand how. */
export function CoverageList({ sources, ...more }: CoverageProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label="Sources by service">
      {sources.map((source) => (
        <Source key={source.key} source={source} {...more} />
      ))}
    </ul>
  );
}

function Source({
  source,
  services,
  nameOf,
  begun,
}: Omit<CoverageProps, "sources"> & { readonly source: CoveredSource }) {
  const styles = useStyles();
  const { brings, report, gap, owner } = source;
  const name = (service: string) => services.find(({ key }) => key === service)?.name ?? "";
  const states = Map.groupBy(source.services, ({ covered }) => stateShown(covered, begun));
  return (
    <li className={styles.source}>
      <strong>{brings}</strong>
      <span className={styles.quiet}>{report}</span>
      {gap && begun && (
        <span className={styles.quiet}>
          Nothing for {sayPeriod(gap.from, gap.to)} · {nameOf(owner)} looks after it
        </span>
      )}
      {[...states].map(([state, some]) => (
        <State
          key={state}
          state={state}
          who={states.size === 1 ? "" : some.map(({ service }) => name(service)).join(", ")}
        />
      ))}
    </li>
  );
}

function State({ state, who }: { readonly state: CoverageState; readonly who: string }) {
  const styles = useStyles();
  const { words, Icon } = coverageStates[state];
  return (
    <span className={mergeClasses(styles.state, styles[state])}>
      <Icon aria-hidden className={styles.icon} />
      <span>
        {words}
        {who && `: ${who}`}
      </span>
    </span>
  );
}

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: "8px 20px 12px" },
  source: {
    display: "grid",
    rowGap: "2px",
    padding: "10px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    ":first-child": { borderTop: "none" },
  },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  state: { display: "flex", columnGap: "6px", alignItems: "flex-start", marginTop: "4px" },
  icon: { flexShrink: 0, marginTop: "2px" },
  covered: { color: tokens.colorStatusSuccessForeground1 },
  partly: { color: tokens.colorStatusWarningForeground1 },
  missing: { color: tokens.colorStatusDangerForeground1, fontWeight: 600 },
  none: { color: tokens.colorNeutralForeground3 },
  "to-come": { color: tokens.colorNeutralForeground2 },
});
