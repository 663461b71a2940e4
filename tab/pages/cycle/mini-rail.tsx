import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { stageRules, stages } from "#domain/cycle/stages.ts";

const shown = stages.filter((stage) => stage !== "closed");

/** The eight stages in little. `step` is the place of the stage it stands in, from 0; 8 when all are done. */
export function MiniRail({ step }: { readonly step: number }) {
  const styles = useStyles();
  const now = shown[step];
  return (
    <div className={styles.rail}>
      <div
        className={styles.line}
        role="img"
        aria-label={now ? `Stage ${step + 1} of 8: ${stageRules[now].title}` : "All eight stages are done"}
      >
        {shown.map((stage, at) => (
          <span
            key={stage}
            className={mergeClasses(styles.step, at < step && styles.done, at === step && styles.now)}
          />
        ))}
      </div>
      <div className={styles.words} aria-hidden>
        <span className={styles.title}>{now ? stageRules[now].title : "Done"}</span>
        <span>{now ? `${step + 1} of 8` : "8 of 8"}</span>
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  rail: { padding: "16px 0 12px" },
  line: { display: "grid", gridTemplateColumns: "repeat(8, 1fr)", columnGap: "4px" },
  step: {
    height: "6px",
    borderRadius: "3px",
    backgroundColor: tokens.colorNeutralBackground5,
    outline: `1px solid ${tokens.colorTransparentStroke}`,
  },
  done: { backgroundColor: tokens.colorCompoundBrandStroke },
  now: { backgroundColor: tokens.colorBrandStroke2, boxShadow: `inset 0 0 0 1.5px ${tokens.colorCompoundBrandStroke}` },
  words: {
    display: "flex",
    justifyContent: "space-between",
    marginTop: "6px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
  title: { color: tokens.colorNeutralForeground1, fontWeight: 600 },
});
