import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

interface Props {
  readonly children: ReactNode;
  /** Heading of the card; makes it a named region. */
  readonly title?: string;
  /** Small words or a control at the end of the heading's line. */
  readonly aside?: ReactNode;
  /** Where links on the page lead to it. */
  readonly id?: string;
  readonly flush?: boolean;
  readonly className?: string | undefined;
}

/** A quiet surface that holds one thing. */
export function Card({ children, title, aside, id, flush, className }: Props) {
  const styles = useStyles();
  const inner = (
    <>
      {(title || aside) && (
        <header className={styles.header}>
          {title && <h2 className={styles.title}>{title}</h2>}
          {aside && <div className={styles.aside}>{aside}</div>}
        </header>
      )}
      <div className={flush ? undefined : styles.body}>{children}</div>
    </>
  );
  const classes = mergeClasses(styles.card, className);
  return title ? (
    <section aria-label={title} className={classes} {...(id && { id, tabIndex: -1 })}>
      {inner}
    </section>
  ) : (
    <div className={classes}>{inner}</div>
  );
}

const useStyles = makeStyles({
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    minWidth: 0,
    scrollMarginTop: "16px",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  header: {
    display: "flex",
    alignItems: "center",
    flexWrap: "wrap",
    justifyContent: "space-between",
    gap: `0 ${tokens.spacingHorizontalM}`,
    padding: "16px 20px 0",
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  aside: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, flexShrink: 0, maxWidth: "60%" },
  body: { padding: "12px 20px 20px" },
});
