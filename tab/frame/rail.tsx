import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Link, useLocation } from "wouter";
import { narrow, phone } from "../look/theme.ts";
import { isHere, ON_A_PHONE, type Place, places } from "./places.ts";
import { useScope, within } from "./scope.ts";

/** The places, down the left; on a phone the first few along the bottom, the rest behind “More” in the person menu. */
export function Rail() {
  const styles = useStyles();
  return (
    <nav aria-label="Main" className={styles.rail}>
      <ul className={styles.list}>
        {places.map((place, at) => (
          <li key={place.path} className={mergeClasses(styles.item, at >= ON_A_PHONE && styles.notOnPhone)}>
            <PlaceLink place={place} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function PlaceLink({ place }: { readonly place: Place }) {
  const styles = useStyles();
  const [location] = useLocation();
  const [scope] = useScope();
  const here = isHere(place, location);
  const Icon = here ? place.Filled : place.Icon;
  return (
    <Link
      href={within(place.path, scope)}
      aria-current={here ? "page" : undefined}
      className={mergeClasses(styles.link, here && styles.here)}
    >
      <Icon aria-hidden className={styles.icon} />
      <span className={styles.name}>{place.name}</span>
    </Link>
  );
}

const useStyles = makeStyles({
  rail: {
    gridArea: "rail",
    padding: "8px",
    overflowY: "auto",
    [phone]: {
      padding: 0,
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
      overflow: "hidden",
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    rowGap: "2px",
    [phone]: { gridAutoFlow: "column", gridAutoColumns: "1fr" },
  },
  item: { display: "block" },
  notOnPhone: { [phone]: { display: "none" } },
  link: {
    display: "flex",
    alignItems: "center",
    columnGap: "12px",
    minHeight: "40px",
    padding: "0 12px",
    borderRadius: tokens.borderRadiusLarge,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: "none",
    position: "relative",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    [narrow]: {
      flexDirection: "column",
      justifyContent: "center",
      rowGap: "2px",
      padding: "6px 2px",
      minHeight: "52px",
    },
    [phone]: { minHeight: "56px", borderRadius: 0 },
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    "::before": {
      content: '""',
      position: "absolute",
      left: "0",
      top: "10px",
      bottom: "10px",
      width: "3px",
      borderRadius: "2px",
      backgroundColor: tokens.colorCompoundBrandStroke,
      [phone]: { left: "30%", right: "30%", width: "auto", top: 0, bottom: "auto", height: "3px" },
    },
  },
  icon: { flexShrink: 0, color: "inherit" },
  name: { fontSize: tokens.fontSizeBase300, [narrow]: { fontSize: tokens.fontSizeBase100 } },
});
