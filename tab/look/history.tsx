import { makeStyles, tokens } from "@fluentui/react-components";
import type { RowAnswer } from "#api/operations/row-answer.ts";
import { sayMoment } from "../words/say-time.ts";
import { sayMoved } from "./say-moved.ts";

type Moved = RowAnswer["history"][number];

interface Props {
  readonly history: readonly Moved[];
  /** How the row began, shown last. */
  readonly began?: { readonly at: string; readonly byName: string };
}

/** A row's story as a time-line, latest first: who did what, when, and why. */
export function History({ history, began }: Props) {
  const styles = useStyles();
  const all = [...history].reverse();
  const told = history.some(({ did }) => /(^seed|\.add)$/.test(did));
  if (all.length === 0 && !began) return <p className={styles.none}>Nothing has happened yet.</p>;
  return (
    <ol className={styles.list}>
      {all.map((moved) => (
        <li key={`${moved.at} ${moved.did}`} className={styles.item}>
          <p className={styles.what}>
            <strong>{moved.byName}</strong> {sayMoved(moved)}
          </p>
          {moved.reason && <p className={styles.reason}>“{moved.reason}”</p>}
          <time dateTime={moved.at} className={styles.when}>
            {sayMoment(moved.at)}
          </time>
        </li>
      ))}
      {began && !told && (
        <li className={styles.item}>
          <p className={styles.what}>
            <strong>{began.byName}</strong> made this
          </p>
          <time dateTime={began.at} className={styles.when}>
            {sayMoment(began.at)}
          </time>
        </li>
      )}
    </ol>
  );
}

const useStyles = makeStyles({
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
  list: { listStyleType: "none", margin: 0, padding: "0 0 0 20px", position: "relative" },
  item: {
    position: "relative",
    paddingBottom: "16px",
    ":last-child": { paddingBottom: 0 },
    "::before": {
      content: '""',
      position: "absolute",
      left: "-20px",
      top: "6px",
      width: "8px",
      height: "8px",
      boxSizing: "border-box",
      borderRadius: "50%",
      border: `2px solid ${tokens.colorCompoundBrandStroke}`,
      backgroundColor: tokens.colorNeutralBackground1,
      zIndex: 1,
    },
    "::after": {
      content: '""',
      position: "absolute",
      left: "-17px",
      top: "12px",
      bottom: "-6px",
      width: "2px",
      backgroundColor: tokens.colorNeutralStroke2,
    },
    ":last-child::after": { display: "none" },
  },
  what: { margin: 0 },
  reason: { margin: "2px 0 0", color: tokens.colorNeutralForeground2 },
  when: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
});
