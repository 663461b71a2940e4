import { makeStyles, tokens } from "@fluentui/react-components";
import type { FigureChart } from "#api/operations/figure-chart.ts";
import { sayMonth } from "../words/say-month.ts";

interface Props {
  readonly name: string;
  readonly chart: FigureChart;
  readonly say: (value: number) => string;
}

/** What a control chart shows, as a table. */
export function ChartTable({ name, chart, say }: Props) {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box has to be reachable with the keys
    <section className={styles.box} tabIndex={0} aria-label={`${name}, month by month`}>
      <table className={styles.table}>
        <thead>
          <tr>
            {["Month", "Figure", "Average", "Usual from", "Usual to", "More than chance"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...chart.points].reverse().map(({ month, value, centre, lower, upper, special }) => (
            <tr key={month}>
              <th scope="row">{sayMonth(month)}</th>
              {[value, centre, lower, upper].map((each, at) => (
                <td key={at}>{say(each)}</td>
              ))}
              <td>{special ? "Yes" : ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const useStyles = makeStyles({
  box: { maxHeight: "320px", overflow: "auto" },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontVariantNumeric: "tabular-nums",
    "& th, & td": {
      padding: "6px 8px",
      textAlign: "right",
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
      fontWeight: 400,
      whiteSpace: "nowrap",
    },
    "& thead th": {
      color: tokens.colorNeutralForeground3,
      position: "sticky",
      top: 0,
      backgroundColor: tokens.colorNeutralBackground1,
    },
    "& th:first-child": { textAlign: "left" },
  },
});
