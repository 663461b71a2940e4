import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { figureRows } from "#api/operations/figure-rows.ts";
import { isMoment } from "#domain/figures/relation.ts";
import type { AnswerOf } from "../../ask/answer-of.ts";
import { DoneIcon } from "../../look/icons.ts";
import { sayTime } from "../../words/say-time.ts";

type Lineage = AnswerOf<typeof figureRows>;
type Part = Lineage["parts"][number];
type Cell = Part["rows"][number][string];

interface Props {
  readonly part: Part;
  readonly files: Lineage["files"];
  readonly from: number;
  readonly page: number;
  readonly onFrom: (from: number) => void;
}

/** What every row has; they stand first, in words. The others are the columns the rule looks at. */
const known = new Set([
  "dataset",
  "month",
  "in_numerator",
  "in_denominator",
  "numerator",
  "denominator",
  "record",
  "record_version",
  "source_file",
  "src_row",
]);

/** The very rows a figure counted: the line and file each came in, its record and version, and what the rule saw. */
export function LineageRows({ part, files, from, page, onFrom }: Props) {
  const styles = useStyles();
  const seen = part.columns.filter(
    (column) => !known.has(column) && !/\.(record_version|source_file|src_row)$/.test(column),
  );
  const nameOf = (hash: Cell | undefined) =>
    files.find((file) => file.hash === hash)?.name ?? String(hash ?? "").slice(0, 12);
  const to = Math.min(from + part.rows.length, part.total.lines);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box has to be reachable with the keys */}
      <section className={styles.box} tabIndex={0} aria-label="Rows counted">
        <table className={styles.table}>
          <thead>
            <tr>
              {["Counted", "Record", "Version", "File and line", ...seen.map(words)].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {part.rows.map((row) => (
              <tr key={`${row.source_file} ${row.src_row} ${row.record}`}>
                <td>{row.in_numerator ? <Yes /> : ""}</td>
                <th scope="row">{row.record}</th>
                <td>{row.record_version}</td>
                <td>
                  {nameOf(row.source_file)}, line {row.src_row}
                </td>
                {seen.map((column) => (
                  <td key={column}>{say(column, row[column])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className={styles.pager}>
        <span>
          Rows {(from + 1).toLocaleString("en-GB")} to {to.toLocaleString("en-GB")} of{" "}
          {part.total.lines.toLocaleString("en-GB")}
        </span>
        <span>
          <Button size="small" disabled={from === 0} onClick={() => onFrom(Math.max(0, from - page))}>
            Earlier rows
          </Button>{" "}
          <Button size="small" disabled={to >= part.total.lines} onClick={() => onFrom(from + page)}>
            Later rows
          </Button>
        </span>
      </div>
    </>
  );
}

function Yes() {
  return <DoneIcon aria-label="Yes" role="img" />;
}

const words = (column: string): string => column.replaceAll("_", " ").replaceAll(".", ": ");

function say(column: string, value: Cell | undefined): string {
  if (value === null || value === undefined) return "–";
  const name = column.split(".").at(-1) ?? column;
  return isMoment(name) && typeof value === "number" ? sayTime(new Date(value * 60_000).toISOString()) : String(value);
}

const useStyles = makeStyles({
  box: {
    maxHeight: "420px",
    overflow: "auto",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  table: {
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
    "& th, & td": {
      padding: "6px 10px",
      textAlign: "left",
      whiteSpace: "nowrap",
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
      fontWeight: 400,
    },
    "& thead th": { position: "sticky", top: 0, backgroundColor: tokens.colorNeutralBackground3, fontWeight: 600 },
  },
  pager: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "center",
    marginTop: "8px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});
