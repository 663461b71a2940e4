import { makeStyles, tokens } from "@fluentui/react-components";
import type { FigureChart } from "#api/operations/figure-chart.ts";
import type { Tone } from "../look/tone.ts";

const variation: Readonly<Record<FigureChart["variation"], readonly [string, Tone]>> = {
  none: ["No real change", "none"],
  improving: ["Getting better", "good"],
  worsening: ["Getting worse", "bad"],
  changed: ["Changed", "near"],
  unknown: ["Too early to say", "none"],
};

const assurance = {
  "will-meet": "keeps to target",
  "will-miss": "misses target",
  "hit-or-miss": "hit or miss",
} as const satisfies Record<NonNullable<FigureChart["assurance"]>, string>;

/** What the chart says in a few words: does it change, and will it meet its target? */
export function VariationMark({ chart }: { readonly chart: FigureChart }) {
  const styles = useStyles();
  const [words, tone] = variation[chart.variation];
  return (
    <span className={styles.mark}>
      <svg width="22" height="14" viewBox="0 0 22 14" aria-hidden="true" className={styles[tone]}>
        <path
          d={lines[shape(chart)]}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      {words}
      {chart.assurance && <span className={styles.outlook}>· {assurance[chart.assurance]}</span>}
    </span>
  );
}

const lines = {
  flat: "M1 9l4-5 4 6 4-6 4 6 4-5",
  up: "M1 12l5-3 4 1 5-4 6-5M17 1h4v4",
  down: "M1 2l5 3 4-1 5 4 6 5M17 13h4V9",
} as const;

const shape = ({ variation, high }: FigureChart): keyof typeof lines =>
  variation === "none" || variation === "unknown" ? "flat" : high ? "up" : "down";

const useStyles = makeStyles({
  mark: {
    display: "inline-flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: "6px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  outlook: { color: tokens.colorNeutralForeground3 },
  none: { color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground3 },
  near: { color: tokens.colorStatusWarningForeground1 },
  busy: { color: tokens.colorBrandForeground1 },
  blocked: { color: tokens.colorStatusDangerForeground3 },
});
