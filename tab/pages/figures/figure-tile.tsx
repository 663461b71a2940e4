import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Link } from "wouter";
import type { FigureAnswer } from "#api/operations/figure-answer.ts";
import { SparkLine } from "../../charts/spark-line.tsx";
import { VariationMark } from "../../charts/variation-mark.tsx";
import { useMe } from "../../frame/me-context.ts";
import { StatusPill } from "../../look/status-pill.tsx";
import { shownFigure } from "./shown-figure.ts";

interface Props {
  readonly cycle: string;
  readonly figure: FigureAnswer;
  /** Only this service's figure. */
  readonly service?: string | undefined;
  readonly large?: boolean;
}

/** One figure: its value, whether that is on target, where it is going, and the way to everything behind it. */
export function FigureTile({ cycle, figure, service, large }: Props) {
  const styles = useStyles();
  const { services } = useMe();
  const shown = shownFigure(figure, service);
  const nameOf = (key: string) => services.find((each) => each.key === key)?.name ?? key;
  return (
    <Link
      href={`/figures/${cycle}/${figure.indicator}${service ? `?service=${service}` : ""}`}
      className={mergeClasses(styles.tile, large && styles.large)}
    >
      <span className={styles.name}>{figure.name}</span>
      {figure.blocked ? (
        <>
          <StatusPill status="blocked" />
          <span className={styles.quiet}>{figure.blocked}</span>
        </>
      ) : (
        <>
          <span className={styles.line}>
            <Value text={shown?.text ?? "not shown"} />
            {shown && shown.rating !== "none-due" && (
              <StatusPill status={shown.rating} says={ratings[shown.rating] ?? shown.rating} />
            )}
          </span>
          <span className={styles.quiet}>
            {[figure.target && `Target ${figure.target}`, shown?.of && !service && nameOf(shown.of)]
              .filter(Boolean)
              .join(" · ") || "\u00a0"}
          </span>
          <span className={styles.push} />
          <SparkLine values={shown?.months ?? []} target={figure.chart?.target} height={large ? 64 : 40} />
          {figure.chart && !service && <VariationMark chart={figure.chart} />}
        </>
      )}
    </Link>
  );
}

export const ratings: Readonly<Record<string, string>> = {
  met: "On target",
  near: "Near",
  "not-met": "Off target",
  "none-due": "None due",
  "no-target": "No target",
};

/** “1.2 %” with the number large and its unit small. */
export function Value({ text }: { readonly text: string }) {
  const styles = useStyles();
  const [, number, unit] = /^([\d.,-]+)(.*)$/.exec(text) ?? [];
  if (!number) return <span className={styles.words}>{text}</span>;
  return (
    <span className={styles.value}>
      {number}
      {unit && <span className={styles.unit}>{unit}</span>}
    </span>
  );
}

const useStyles = makeStyles({
  tile: {
    display: "flex",
    flexDirection: "column",
    rowGap: "6px",
    alignItems: "stretch",
    padding: "16px 18px",
    minWidth: 0,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    ":hover": { border: `1px solid ${tokens.colorNeutralStroke1Hover}`, boxShadow: tokens.shadow4 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  large: { padding: "24px 28px", fontSize: tokens.fontSizeBase500 },
  name: { fontWeight: 600, textWrap: "balance" },
  line: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: "8px", flexWrap: "wrap" },
  value: {
    fontSize: "30px",
    lineHeight: "38px",
    fontWeight: 600,
    letterSpacing: "-0.02em",
    fontVariantNumeric: "tabular-nums",
  },
  words: { fontSize: tokens.fontSizeBase500, lineHeight: "38px", color: tokens.colorNeutralForeground2 },
  push: { flexGrow: 1 },
  unit: { fontSize: tokens.fontSizeBase300, fontWeight: 400, letterSpacing: 0, color: tokens.colorNeutralForeground2 },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});
