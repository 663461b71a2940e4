import { makeStyles, tokens } from "@fluentui/react-components";
import type { MouseEvent } from "react";
import { useLocation } from "wouter";
import { BlockedIcon, GoodLargeIcon } from "../../look/icons.ts";
import { LinkTo } from "../../look/link-to.tsx";
import { goToPart } from "./go-to-part.ts";
import type { CycleShown } from "./stage-page.ts";

/** What blocks the gate: each with who can clear it and how; long lists of one kind stand together. */
export function GateList({ gate }: { readonly gate: CycleShown["gate"] }) {
  const styles = useStyles();
  if (gate.blockers.length === 0)
    return (
      <p className={styles.clear}>
        <GoodLargeIcon aria-hidden className={styles.good} />
        Nothing. The gate is open.
      </p>
    );
  const kinds = Map.groupBy(gate.blockers, ({ check }) => check);
  return (
    <ul className={styles.list}>
      {[...kinds].map(([check, blockers]) => (
        <li key={check} className={styles.kind}>
          <BlockedIcon aria-hidden className={styles.icon} />
          <div>
            <Several blockers={blockers} />
            <p className={styles.clearBy}>
              <strong>{who(blockers)}</strong> {blockers[0]?.clear}
            </p>
          </div>
        </li>
      ))}
      {gate.excepted.map((say) => (
        <li key={say} className={styles.let}>
          Let through with an exception: {say}
        </li>
      ))}
    </ul>
  );
}

type Blocker = CycleShown["gate"]["blockers"][number];

const SHOWN = 3;

function Several({ blockers }: { readonly blockers: readonly Blocker[] }) {
  const styles = useStyles();
  const rest = blockers.slice(SHOWN);
  return (
    <>
      {blockers.slice(0, SHOWN).map((each) => (
        <Said key={each.say} {...each} />
      ))}
      {rest.length > 0 && (
        <details className={styles.more}>
          <summary>{rest.length} more like this</summary>
          {rest.map((each) => (
            <Said key={each.say} {...each} />
          ))}
        </details>
      )}
    </>
  );
}

/** Leads to where it is put right: a part of this page, or another page. */
function Said({ say, link }: Blocker) {
  const styles = useStyles();
  const [location] = useLocation();
  const [page, part] = link.split("#");
  const here = location === page;
  return (
    <p className={styles.say}>
      <LinkTo to={link} {...(here && part && { onClick: (event: MouseEvent) => goToPart(part, event) })}>
        {say}
      </LinkTo>
    </p>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const who = (blockers: readonly Blocker[]) =>
  `${[...new Set(blockers.map(({ who }) => who))].slice(0, 2).map(capital).join("; ")}:`;

const useStyles = makeStyles({
  clear: { display: "flex", alignItems: "center", columnGap: "8px", margin: 0 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: "16px" },
  kind: { display: "grid", gridTemplateColumns: "16px minmax(0, 1fr)", columnGap: "10px" },
  icon: { color: tokens.colorStatusDangerForeground3, marginTop: "2px" },
  say: { margin: "0 0 2px" },
  clearBy: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  more: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  let: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});
