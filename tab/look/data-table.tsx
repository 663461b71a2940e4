import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { useWindow } from "./use-window.ts";

export interface Column<R> {
  readonly name: string;
  readonly label: string;
  readonly show: (row: R) => ReactNode;
  readonly number?: boolean;
  /** Left out on phones. */
  readonly wide?: boolean;
  /** What rows are put in order by; without it the column cannot be. */
  readonly by?: (row: R) => string | number;
}

/** Which column rows are in order of, and whether from the end. */
interface Order {
  readonly name: string;
  readonly down: boolean;
}

interface Props<R extends { readonly key: string }> {
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
}

const ROW_HEIGHT = 45;

/** A table whose first column names the row. Only the rows in view are drawn, so that ten thousand scroll as smoothly as ten. */
export function DataTable<R extends { readonly key: string }>({ label, columns, rows }: Props<R>) {
  const styles = useStyles();
  const box = useRef<HTMLElement>(null);
  const [order, setOrder] = useState<Order>();
  const inOrder = useMemo(() => ordered(rows, columns, order), [rows, columns, order]);
  const { from, to, above, below } = useWindow(box, rows.length, ROW_HEIGHT);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box has to be reachable with the keys
    <section ref={box} className={styles.box} tabIndex={0} aria-label={label}>
      <table className={styles.table} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {columns.map(({ name, label, number, wide, by }) => (
              <th
                key={name}
                scope="col"
                aria-sort={order?.name === name ? (order.down ? "descending" : "ascending") : undefined}
                className={mergeClasses(styles.head, number && styles.number, wide && styles.wide)}
              >
                {by ? <OrderBy name={name} label={label} order={order} onOrder={setOrder} /> : label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {inOrder.slice(from, to).map((row, at) => (
            <tr key={row.key} aria-rowindex={from + at + 2} className={styles.row}>
              {columns.map(({ name, show, number, wide }, place) => {
                const className = mergeClasses(styles.cell, number && styles.number, wide && styles.wide);
                return place === 0 ? (
                  <th key={name} scope="row" className={className}>
                    {show(row)}
                  </th>
                ) : (
                  <td key={name} className={className}>
                    {show(row)}
                  </td>
                );
              })}
            </tr>
          ))}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
      </table>
    </section>
  );
}

interface Ordering {
  readonly name: string;
  readonly label: string;
  readonly order: Order | undefined;
  readonly onOrder: (order: Order) => void;
}

/** A heading that puts the rows in its order, and the second time the other way round. */
function OrderBy({ name, label, order, onOrder }: Ordering) {
  const styles = useStyles();
  const now = order?.name === name;
  return (
    <button type="button" className={styles.order} onClick={() => onOrder({ name, down: now && !order.down })}>
      {label}
      <span aria-hidden className={styles.arrow}>
        {now && (order.down ? "↓" : "↑")}
      </span>
    </button>
  );
}

function ordered<R>(rows: readonly R[], columns: readonly Column<R>[], order: Order | undefined): readonly R[] {
  const by = columns.find(({ name }) => name === order?.name)?.by;
  if (!order || !by) return rows;
  const way = order.down ? -1 : 1;
  return rows.toSorted((a, b) => way * compared(by(a), by(b)));
}

const compared = (a: string | number, b: string | number): number =>
  typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "en-GB");

const useStyles = makeStyles({
  box: {
    overflow: "auto",
    maxHeight: "calc(100dvh - 280px)",
    minHeight: "220px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  table: { width: "100%", borderCollapse: "collapse" },
  head: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    padding: "10px 16px",
    textAlign: "left",
    whiteSpace: "nowrap",
    fontSize: tokens.fontSizeBase200,
    fontWeight: 600,
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: `inset 0 -1px ${tokens.colorNeutralStroke2}`,
  },
  order: {
    border: "none",
    padding: 0,
    background: "none",
    font: "inherit",
    color: "inherit",
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  arrow: { display: "inline-block", width: "14px", textAlign: "center" },
  row: { ":hover": { backgroundColor: tokens.colorNeutralBackground2 } },
  cell: {
    height: "44px",
    padding: "0 16px",
    textAlign: "left",
    fontWeight: 400,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    whiteSpace: "nowrap",
    maxWidth: "420px",
    "@media (max-width: 719px)": { maxWidth: "48vw", paddingLeft: "10px", paddingRight: "10px" },
    overflow: "hidden",
    textOverflow: "ellipsis",
    boxSizing: "border-box",
  },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums" },
  wide: { "@media (max-width: 719px)": { display: "none" } },
});
