import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

interface Column {
  readonly name: string;
  /** Numbers stand to the right. */
  readonly number?: boolean;
}

interface Props {
  /** Says what it holds, to those who do not see it. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** Raw data: small, each cell on one line. */
  readonly raw?: boolean;
}

/** A short table that scrolls sideways by itself where it is too wide. */
export function PlainTable({ caption, columns, rows, raw }: Props) {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={caption}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ name, number }) => (
              <th key={name} scope="col" className={mergeClasses(styles.head, number && styles.number)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key} className={styles.row}>
              {cells.map((cell, at) => (
                <td
                  key={at}
                  className={mergeClasses(styles.cell, columns[at]?.number && styles.number, raw && styles.raw)}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const useStyles = makeStyles({
  scroll: {
    overflowX: "auto",
    borderRadius: tokens.borderRadiusMedium,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: { borderCollapse: "collapse", width: "100%", fontVariantNumeric: "tabular-nums" },
  head: {
    textAlign: "left",
    fontWeight: 600,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    padding: "6px 16px 6px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: "nowrap",
  },
  row: { ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover } },
  cell: {
    padding: "8px 16px 8px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    verticalAlign: "top",
    ":first-child": { minWidth: "120px" },
  },
  number: { textAlign: "right", minWidth: "64px" },
  raw: { whiteSpace: "nowrap", padding: "4px 16px 4px 0", fontSize: tokens.fontSizeBase200 },
});
