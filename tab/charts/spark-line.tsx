import { makeStyles, tokens } from "@fluentui/react-components";
import { scaleOf } from "./scale.ts";

interface Props {
  /** Oldest first; null where nothing was due. */
  readonly values: readonly (number | null)[];
  readonly target?: number | undefined;
  readonly height?: number;
}

const WIDTH = 160;

/** A figure's course in little. The number, its target and the chart stand elsewhere in words, so this is hidden from screen readers. */
export function SparkLine({ values, target, height = 40 }: Props) {
  const styles = useStyles();
  const known = values.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
  const last = known.at(-1);
  if (known.length < 2 || !last) return <div style={{ height }} />;
  const all = [...known.map(({ value }) => value), ...(target === undefined ? [] : [target])];
  const { x, y } = scaleOf(all, values.length, { left: 2, right: WIDTH - 5, top: 4, bottom: height - 4 });
  const line = known.map(({ value, at }) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(" ");
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      width="100%"
      height={height}
      preserveAspectRatio="none"
      aria-hidden="true"
      className={styles.svg}
    >
      {target !== undefined && (
        <line
          x1="0"
          x2={WIDTH}
          y1={y(target)}
          y2={y(target)}
          className={styles.target}
          vectorEffect="non-scaling-stroke"
        />
      )}
      <polyline points={line} className={styles.line} vectorEffect="non-scaling-stroke" />
      <path d={`M${x(last.at)} ${y(last.value)}h.01`} className={styles.last} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

const useStyles = makeStyles({
  svg: { display: "block", overflow: "visible" },
  line: {
    fill: "none",
    stroke: tokens.colorBrandForeground1,
    strokeWidth: "1.75px",
    strokeLinejoin: "round",
    strokeLinecap: "round",
  },
  target: { stroke: tokens.colorNeutralForeground3, strokeWidth: "1px", strokeDasharray: "3 3" },
  last: { stroke: tokens.colorBrandForeground1, strokeWidth: "7px", strokeLinecap: "round" },
});
