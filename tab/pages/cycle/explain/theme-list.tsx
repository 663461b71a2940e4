import { makeStyles, mergeClasses, ProgressBar, tokens } from "@fluentui/react-components";
import { Link } from "wouter";
import { StatusPill } from "../../../look/status-pill.tsx";
import { type ShownSection, textsIn } from "./shown-commentary.ts";

interface Props {
  readonly cycle: string;
  readonly sections: readonly ShownSection[];
  /** The key of the text that is open. */
  readonly shown: string | undefined;
}

const says: Readonly<Record<string, string>> = {
  proposed: "Proposed",
  planned: "To write",
  dismissed: "Not needed",
  "context-given": "To write",
  drafted: "To review",
  reviewed: "To approve",
  approved: "Approved",
};

/** What needs words, by section of the pack, with how many words the section has left. */
export function ThemeList({ cycle, sections, shown }: Props) {
  const styles = useStyles();
  return (
    <nav aria-label="Themes" className={styles.list}>
      {sections.map((section) => {
        const { code, title, words, wordBudget } = section;
        return (
          <section key={code || "other"} aria-label={title}>
            <h3 className={styles.title}>{title}</h3>
            {wordBudget && (
              <>
                <ProgressBar
                  value={Math.min(1, words / wordBudget)}
                  color={words > wordBudget ? "error" : "brand"}
                  aria-label={`${words} of ${wordBudget} words`}
                />
                <p className={styles.budget}>
                  {words} of {wordBudget} words
                </p>
              </>
            )}
            {textsIn(section).length === 0 && <p className={styles.budget}>Nothing needs words.</p>}
            {textsIn(section).map(({ key, headline, stale, answers: { status = "proposed" } }) => (
              <Link
                key={key}
                href={`/cycles/${cycle}/explain?theme=${key}`}
                aria-current={key === shown ? "true" : undefined}
                className={mergeClasses(styles.theme, key === shown && styles.shown)}
              >
                <span>{headline}</span>
                <StatusPill
                  status={stale ? "near" : status}
                  tone={stale ? "near" : (tones[status] ?? "busy")}
                  says={stale ? "A figure changed" : (says[status] ?? status)}
                />
              </Link>
            ))}
          </section>
        );
      })}
    </nav>
  );
}

const tones: Readonly<Record<string, "good" | "none" | "busy" | "near">> = {
  approved: "good",
  dismissed: "none",
  proposed: "near",
};

const useStyles = makeStyles({
  list: { display: "grid", rowGap: "20px", alignContent: "start" },
  title: { margin: "0 0 6px", fontSize: tokens.fontSizeBase300, fontWeight: 600 },
  budget: {
    margin: "4px 0 6px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
  theme: {
    display: "grid",
    justifyItems: "start",
    rowGap: "4px",
    padding: "8px 10px",
    marginLeft: "-10px",
    borderRadius: tokens.borderRadiusLarge,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    border: `1px solid ${tokens.colorTransparentStroke}`,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  shown: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
  },
});
