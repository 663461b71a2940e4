import { makeStyles, tokens } from "@fluentui/react-components";
import { Card } from "../../../look/card.tsx";
import { GoodLargeIcon, WarnIcon } from "../../../look/icons.ts";
import type { ShownPack } from "./use-pack.ts";

/** What is still open about the pack, before anybody reads a number of it. */
export function Doubts({ pack: { openDoubts, figures } }: { readonly pack: ShownPack }) {
  const styles = useStyles();
  const moved = figures.filter(({ previous, display }) => previous !== undefined && previous !== display);
  return (
    <div className={styles.both}>
      <Card title="Open doubts">
        {openDoubts.length === 0 ? (
          <p className={styles.line}>
            <GoodLargeIcon aria-hidden className={styles.good} /> None. Everything before this stage is settled.
          </p>
        ) : (
          <ul className={styles.list}>
            {openDoubts.map((say) => (
              <li key={say} className={styles.line}>
                <WarnIcon aria-hidden className={styles.warn} /> {say}
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card
        title="What changed since last time"
        aside={moved.length > 0 ? `${moved.length} of ${figures.length} figures` : undefined}
      >
        {moved.length === 0 ? (
          <p className={styles.line}>
            {figures.some(({ previous }) => previous !== undefined)
              ? "No figure differs from the last pack."
              : "There is no earlier period to compare with."}
          </p>
        ) : (
          <ul className={styles.changes}>
            {moved.map(({ indicator, name, display, previous }) => (
              <li key={indicator} className={styles.moved}>
                <span>{name}</span>
                <span className={styles.numbers}>
                  <span className={styles.before}>{previous}</span> → <strong>{display}</strong>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}

const useStyles = makeStyles({
  both: {
    display: "grid",
    gap: "16px",
    gridTemplateColumns: "minmax(0, 1fr)",
  },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: "8px" },
  line: { display: "flex", alignItems: "flex-start", columnGap: "8px", margin: 0 },
  good: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  warn: { color: tokens.colorStatusWarningForeground1, flexShrink: 0, marginTop: "2px" },
  changes: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    columnGap: "32px",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(340px, 100%), 1fr))",
  },
  moved: {
    display: "flex",
    justifyContent: "space-between",
    columnGap: "16px",
    padding: "6px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  numbers: { textAlign: "right", fontVariantNumeric: "tabular-nums", "& > *": { whiteSpace: "nowrap" } },
  before: { color: tokens.colorNeutralForeground3 },
});
