import { makeStyles, tokens } from "@fluentui/react-components";
import type { ShownPlan } from "./shown-checks.ts";

/** Where the true share may lie (a band), the share found (a dot) and the share asked for (a tick). The words stand beside it. */
export function AccuracyBar({ plan }: { readonly plan: ShownPlan }) {
  const styles = useStyles();
  const { direction, accuracy = 0, threshold } = plan;
  const { lower, upper } = direction === "every-case" ? { lower: accuracy, upper: accuracy } : plan;
  return (
    <svg viewBox="0 0 200 14" width="100%" height="14" preserveAspectRatio="none" aria-hidden="true">
      <rect x="0" y="5" width="200" height="4" rx="2" className={styles.track} />
      <rect
        x={lower * 200}
        y="4"
        width={Math.max(2, (upper - lower) * 200)}
        height="6"
        rx="3"
        className={styles.band}
      />
      <rect x={threshold * 2 - 1} y="0" width="2" height="14" className={styles.asked} />
      <rect x={Math.min(196, accuracy * 200 - 2)} y="2" width="4" height="10" rx="2" className={styles.found} />
    </svg>
  );
}

const useStyles = makeStyles({
  track: { fill: tokens.colorNeutralBackground5 },
  band: { fill: tokens.colorBrandStroke2 },
  asked: { fill: tokens.colorNeutralForeground3 },
  found: { fill: tokens.colorBrandForeground1 },
});
