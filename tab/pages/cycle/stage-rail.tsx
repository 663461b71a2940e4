import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { Link } from "wouter";
import type { Day } from "#domain/day.ts";
import type { Stage } from "#domain/registers/stages.ts";
import { DoneIcon } from "../../look/icons.ts";
import { phone } from "../../look/theme.ts";
import { sayDay } from "../../words/say-day.ts";
import { useToday } from "../../words/today-context.ts";
import type { CycleShown } from "./stage-page.ts";

interface Props {
  readonly cycle: CycleShown;
  /** The stage whose work is on the page. */
  readonly shown: Stage;
}

const says = { done: "done", now: "now", "to-come": "to come" } as const;

/** The eight stages as one line with a stop for each: which are done, which is now, and which is being looked at. */
export function StageRail({ cycle, shown }: Props) {
  const styles = useStyles();
  const today = useToday();
  const rail = useRef<HTMLElement>(null);
  // On a phone the stops do not all fit: the one that is open comes into view.
  useEffect(() => {
    const stop = rail.current?.querySelector<HTMLElement>(`[data-stage="${shown}"]`);
    if (rail.current && stop)
      rail.current.scrollLeft = stop.offsetLeft - (rail.current.clientWidth - stop.clientWidth) / 2;
  }, [shown]);
  return (
    <nav ref={rail} aria-label="Stages of the cycle" className={styles.rail}>
      <ol className={styles.list}>
        {cycle.stages.map((each, at) => {
          const { stage, title, state } = each;
          return (
            <li key={stage} data-stage={stage} className={mergeClasses(styles.stop, state === "done" && styles.passed)}>
              <Link
                href={`/cycles/${cycle.key}/${stage}`}
                className={mergeClasses(styles.link, stage === shown && styles.shown)}
                aria-current={stage === shown ? "step" : undefined}
              >
                <span className={mergeClasses(styles.dot, styles[state])} aria-hidden>
                  {state === "done" ? <DoneIcon /> : at + 1}
                </span>
                <span className={mergeClasses(styles.title, state === "now" && styles.nowTitle)}>
                  {title}
                  <span className={styles.unseen}>, {says[state]}</span>
                </span>
                <span className={styles.date}>{whenOf(each, today)}</span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function whenOf({ doneOn, by, state }: CycleShown["stages"][number], today: Day): string {
  if (doneOn) return `Done ${sayDay(doneOn, today)}`;
  if (by) return `By ${sayDay(by, today)}`;
  return state === "now" ? "Now" : "\u00a0";
}

const useStyles = makeStyles({
  rail: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    padding: "12px 8px 8px",
    overflowX: "auto",
    position: "relative",
  },
  list: {
    display: "grid",
    gridTemplateColumns: "repeat(8, minmax(92px, 1fr))",
    listStyleType: "none",
    margin: 0,
    padding: 0,
    [phone]: { gridTemplateColumns: "repeat(8, 92px)" },
  },
  stop: {
    position: "relative",
    "::after": {
      content: '""',
      position: "absolute",
      top: "21px",
      left: "calc(50% + 18px)",
      right: "calc(-50% + 18px)",
      height: "2px",
      backgroundColor: tokens.colorNeutralStroke1,
    },
    ":last-child::after": { display: "none" },
  },
  passed: { "::after": { backgroundColor: tokens.colorCompoundBrandStroke } },
  link: {
    display: "grid",
    justifyItems: "center",
    padding: "8px 4px",
    borderRadius: tokens.borderRadiusLarge,
    textDecorationLine: "none",
    color: tokens.colorNeutralForeground2,
    position: "relative",
    zIndex: 1,
    ":hover": { backgroundColor: tokens.colorNeutralBackground3 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  shown: {
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    outline: `1px solid ${tokens.colorTransparentStroke}`,
  },
  dot: {
    display: "grid",
    placeItems: "center",
    width: "28px",
    height: "28px",
    boxSizing: "border-box",
    borderRadius: "50%",
    fontSize: tokens.fontSizeBase200,
    fontWeight: 600,
    fontVariantNumeric: "tabular-nums",
    marginBottom: "6px",
  },
  done: { backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand },
  now: {
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    color: tokens.colorBrandForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: `0 0 0 4px ${tokens.colorBrandBackground2}`,
  },
  "to-come": {
    border: `2px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground3,
  },
  title: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  nowTitle: { fontWeight: 600, color: tokens.colorNeutralForeground1 },
  date: {
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground3,
    minHeight: "14px",
    whiteSpace: "nowrap",
  },
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});
