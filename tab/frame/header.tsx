import { makeStyles, tokens } from "@fluentui/react-components";
import { useIsFetching } from "@tanstack/react-query";
import { phone } from "../look/theme.ts";
import { sayTime } from "../words/say-time.ts";
import { useMe } from "./me-context.ts";
import { PersonMenu } from "./person-menu.tsx";
import { ScopePicker } from "./scope-picker.tsx";
import { SearchButton } from "./search-button.tsx";

/** Across the top: where this is, search, the part of the organisation in view, how fresh it is, and who is signed in. */
export function Header() {
  const styles = useStyles();
  return (
    <header className={styles.header}>
      <span className={styles.mark}>
        <svg width="30" height="20" viewBox="0 0 30 20" aria-hidden="true">
          <path d="M2 10h26" stroke="currentColor" strokeWidth="1.5" opacity=".45" />
          <circle cx="4" cy="10" r="2.5" fill="currentColor" />
          <circle cx="26" cy="10" r="2.5" fill="currentColor" />
          <circle cx="15" cy="10" r="5" className={styles.eye} stroke="currentColor" strokeWidth="2" />
        </svg>
        <span className={styles.name}>Line of Sight</span>
      </span>
      <SearchButton />
      <span className={styles.gap} />
      <ScopePicker />
      <Freshness />
      <PersonMenu />
    </header>
  );
}

function Freshness() {
  const styles = useStyles();
  const { now, asOf = now } = useMe();
  const reading = useIsFetching() > 0;
  return (
    <span className={styles.fresh} title="When what you see was last known to be what SharePoint holds">
      {reading ? "Reading…" : `As of ${sayTime(asOf)}`}
    </span>
  );
}

const useStyles = makeStyles({
  header: {
    gridArea: "header",
    display: "flex",
    alignItems: "center",
    columnGap: "12px",
    padding: "0 16px",
    minWidth: 0,
    [phone]: { padding: "0 8px 0 12px", columnGap: "4px" },
  },
  mark: { display: "flex", alignItems: "center", columnGap: "10px", color: tokens.colorBrandForeground1 },
  eye: { fill: tokens.colorNeutralBackground3 },
  name: {
    color: tokens.colorNeutralForeground1,
    fontWeight: 600,
    fontSize: tokens.fontSizeBase400,
    whiteSpace: "nowrap",
    letterSpacing: "-0.01em",
    width: "132px",
    [phone]: { display: "none" },
  },
  gap: { flexGrow: 1 },
  fresh: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: "nowrap",
    fontVariantNumeric: "tabular-nums",
    minWidth: "72px",
    textAlign: "right",
    "@media (max-width: 900px)": { display: "none" },
  },
});
