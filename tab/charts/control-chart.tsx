import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { FigureChart } from "#api/operations/figure-chart.ts";
import { sayMonth } from "../words/say-month.ts";
import { ChartTable } from "./chart-table.tsx";
import { type Scale, scaleOf } from "./scale.ts";

interface Props {
  readonly name: string;
  readonly chart: FigureChart;
  /** A value in the figure's own words. */
  readonly say: (value: number) => string;
}

const WIDTH = 760;
const HEIGHT = 280;
const box = { left: 48, right: WIDTH - 16, top: 14, bottom: HEIGHT - 30 };

/** The figure month by month with what is usual, the average and the target; the same as a table one key away. */
export function ControlChart({ name, chart, say }: Props) {
  const [asTable, setAsTable] = useState(false);
  const styles = useStyles();
  return (
    <figure className={styles.figure}>
      {asTable ? <ChartTable name={name} chart={chart} say={say} /> : <Drawing name={name} chart={chart} say={say} />}
      <figcaption className={styles.caption}>
        <Legend chart={chart} say={say} />
        <Button size="small" appearance="subtle" onClick={() => setAsTable(!asTable)}>
          {asTable ? "Show the chart" : "Show as a table"}
        </Button>
      </figcaption>
    </figure>
  );
}

function Drawing({ name, chart, say }: Props) {
  const styles = useStyles();
  const { points, target } = chart;
  const limits = hasLimits(chart);
  const values = points.flatMap(({ value, lower, upper }) => (limits ? [value, lower, upper] : [value]));
  const scale = scaleOf(target === undefined ? values : [...values, target], points.length, box);
  const { x, y, steps } = scale;
  const path = (of: (point: FigureChart["points"][number]) => number) =>
    points.map((point, at) => `${x(at).toFixed(1)},${y(of(point)).toFixed(1)}`);
  const band = [...path(({ upper }) => upper), ...path(({ lower }) => lower).reverse()].join(" ");
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.svg} role="img" aria-label={summary(name, chart, say)}>
      {steps.map((step) => (
        <g key={step}>
          <line x1={box.left} x2={box.right} y1={y(step)} y2={y(step)} className={styles.grid} />
          <text x={box.left - 8} y={y(step) + 4} textAnchor="end" className={styles.label}>
            {step.toLocaleString("en-GB")}
          </text>
        </g>
      ))}
      {limits && <polygon points={band} className={styles.band} />}
      {limits && <polyline points={path(({ centre }) => centre).join(" ")} className={styles.centre} />}
      {target !== undefined && (
        <line x1={box.left} x2={box.right} y1={y(target)} y2={y(target)} className={styles.target} />
      )}
      <polyline points={path(({ value }) => value).join(" ")} className={styles.line} />
      <Marks chart={chart} scale={scale} say={say} />
    </svg>
  );
}

function Marks({ chart: { points }, scale: { x, y }, say }: { chart: FigureChart; scale: Scale; say: Props["say"] }) {
  const styles = useStyles();
  return points.map(({ month, value, special }, at) => (
    <g key={month}>
      {special ? (
        <rect
          x={x(at) - 5}
          y={y(value) - 5}
          width="10"
          height="10"
          className={styles.special}
          transform={`rotate(45 ${x(at)} ${y(value)})`}
        >
          <title>{`${sayMonth(month)}: ${say(value)}, more than chance`}</title>
        </rect>
      ) : (
        <circle cx={x(at)} cy={y(value)} r="4" className={styles.mark}>
          <title>{`${sayMonth(month)}: ${say(value)}`}</title>
        </circle>
      )}
      {(points.length < 7 || (points.length - 1 - at) % 3 === 0) && (
        <text
          x={x(at)}
          y={HEIGHT - 8}
          textAnchor={at === points.length - 1 ? "end" : at === 0 ? "start" : "middle"}
          className={styles.label}
        >
          {sayMonth(month)}
        </text>
      )}
    </g>
  ));
}

/** With too few months nobody can say what is usual, so the chart does not either. */
const hasLimits = ({ variation }: FigureChart): boolean => variation !== "unknown";

function Legend({ chart, say }: Pick<Props, "chart" | "say">) {
  const styles = useStyles();
  const { target } = chart;
  const limits = hasLimits(chart);
  return (
    <span className={styles.legend}>
      {limits && (
        <>
          <span className={mergeClasses(styles.key, styles.bandKey)} /> what is usual
          <span className={mergeClasses(styles.key, styles.centreKey)} /> average
        </>
      )}
      {target !== undefined && (
        <>
          <span className={mergeClasses(styles.key, styles.targetKey)} /> target {say(target)}
        </>
      )}
      {limits && (
        <>
          <span className={styles.diamond}>◆</span> more than chance
        </>
      )}
    </span>
  );
}

function summary(name: string, chart: FigureChart, say: Props["say"]): string {
  const { points, signal, target } = chart;
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return `${name}: no months to show.`;
  return [
    `${name}, month by month from ${sayMonth(first.month)} to ${sayMonth(last.month)}.`,
    hasLimits(chart)
      ? `Latest ${say(last.value)}; usually ${say(last.lower)} to ${say(last.upper)}, average ${say(last.centre)}.`
      : `Latest ${say(last.value)}.`,
    ...(target === undefined ? [] : [`Target ${say(target)}.`]),
    signal ??
      (hasLimits(chart) ? "Nothing that chance would not explain." : "Too few months to tell change from chance."),
  ].join(" ");
}

const useStyles = makeStyles({
  figure: { margin: 0 },
  svg: { display: "block", width: "100%", height: "auto", minHeight: "150px" },
  caption: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "center",
    flexWrap: "wrap",
    gap: "8px",
    marginTop: "8px",
  },
  grid: { stroke: tokens.colorNeutralStroke3, strokeWidth: 1 },
  label: { fontSize: "11px", fill: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  band: { fill: tokens.colorBrandBackground2, opacity: 0.65 },
  centre: { fill: "none", stroke: tokens.colorNeutralForeground3, strokeWidth: 1.25 },
  target: { stroke: tokens.colorStatusSuccessForeground1, strokeWidth: 1.5, strokeDasharray: "6 4" },
  line: { fill: "none", stroke: tokens.colorBrandForeground1, strokeWidth: 2, strokeLinejoin: "round" },
  mark: { fill: tokens.colorBrandForeground1, stroke: tokens.colorNeutralBackground1, strokeWidth: 1.5 },
  special: { fill: tokens.colorStatusWarningForeground1, stroke: tokens.colorNeutralBackground1, strokeWidth: 1.5 },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: "6px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  key: { width: "18px", marginLeft: "10px", ":first-child": { marginLeft: 0 } },
  bandKey: {
    height: "10px",
    backgroundColor: tokens.colorBrandBackground2,
    outline: `1px solid ${tokens.colorTransparentStroke}`,
  },
  centreKey: { borderTop: `2px solid ${tokens.colorNeutralForeground3}` },
  targetKey: { borderTop: `2px dashed ${tokens.colorStatusSuccessForeground1}` },
  diamond: { color: tokens.colorStatusWarningForeground1, marginLeft: "10px" },
});
