import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

/** Nothing here: what that means and what to do next. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.empty}>
      <svg width="88" height="24" viewBox="0 0 88 24" aria-hidden="true" className={styles.line}>
        <path d="M4 12h80" stroke="currentColor" strokeWidth="1.5" strokeDasharray="3 4" />
        <circle cx="12" cy="12" r="4" fill="currentColor" />
        <circle cx="76" cy="12" r="4" fill="currentColor" />
        <circle cx="44" cy="12" r="8" className={styles.ring} stroke="currentColor" strokeWidth="1.5" />
      </svg>
      <p className={styles.title}>{title}</p>
      {children && <p className={styles.more}>{children}</p>}
      {action}
    </div>
  );
}

const useStyles = makeStyles({
  empty: { display: "grid", justifyItems: "center", textAlign: "center", padding: "32px 16px", rowGap: "8px" },
  line: { color: tokens.colorBrandForeground1, marginBottom: "8px" },
  ring: { fill: tokens.colorNeutralBackground1 },
  title: { margin: 0, fontWeight: 600, fontSize: tokens.fontSizeBase400 },
  more: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: "52ch" },
});
