import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { figureRows } from "#api/operations/figure-rows.ts";
import { type Day, isDay } from "#domain/day.ts";
import { isMoment } from "#domain/figures/relation.ts";
import type { AnswerOf } from "../../ask/answer-of.ts";
import { DoneIcon } from "../../look/icons.ts";
import { useRowNames } from "../../register/use-row-names.ts";
import { WhereCounted } from "../../register/where-counted.tsx";
import { sayDay } from "../../words/say-day.ts";
import { sayTime } from "../../words/say-time.ts";
import { useToday } from "../../words/today-context.ts";

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
  const [record, setRecord] = useState<string>();
  const today = useToday();
  const services = useRowNames(["services"])("services");
  const serviceOf = (key: string) => services.find((each) => each.key === key)?.name ?? key;
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
              {["Record", "Counted", "File and line", "Version", ...seen.map(words)].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {part.rows.map((row) => (
              <tr key={`${row.source_file} ${row.src_row} ${row.record}`}>
                <th scope="row">
                  <Button
                    size="small"
                    appearance="transparent"
                    className={styles.record}
                    aria-label={`Where ${row.record} counted`}
                    onClick={() => setRecord(String(row.record))}
                  >
                    {row.record}
                  </Button>
                </th>
                <td>{row.in_numerator ? <Yes /> : ""}</td>
                <td>
                  {nameOf(row.source_file)}, line {row.src_row}
                </td>
                <td className={styles.number}>{row.record_version}</td>
                {seen.map((column) => (
                  <td key={column} className={typeof row[column] === "number" ? styles.number : undefined}>
                    {say(column, row[column], { today, serviceOf })}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {record && (
        <Dialog open onOpenChange={(_, { open }) => !open && setRecord(undefined)}>
          <DialogSurface>
            <DialogBody>
              <DialogTitle>Everywhere {record} counted</DialogTitle>
              <DialogContent>
                <WhereCounted dataset={part.dataset} record={record} />
              </DialogContent>
              <DialogActions>
                <Button appearance="primary" onClick={() => setRecord(undefined)}>
                  Back to the rows
                </Button>
              </DialogActions>
            </DialogBody>
          </DialogSurface>
        </Dialog>
      )}
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

function words(column: string): string {
  if (column === "person") return "Person (code)";
  const said = column.replaceAll("_", " ").replaceAll(".", ": ");
  return said.charAt(0).toUpperCase() + said.slice(1);
}

interface Known {
  readonly today: Day;
  readonly serviceOf: (key: string) => string;
}

function say(column: string, value: Cell | undefined, { today, serviceOf }: Known): string {
  if (value === null || value === undefined) return "–";
  const name = column.split(".").at(-1) ?? column;
  if (name === "service") return serviceOf(String(value));
  if (typeof value === "string" && isDay(value)) return sayDay(value, today);
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
  record: { padding: 0, minWidth: 0, fontWeight: 400, color: tokens.colorBrandForegroundLink },
  number: { textAlign: "right !important" as "right" },
  pager: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "center",
    marginTop: "8px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});
