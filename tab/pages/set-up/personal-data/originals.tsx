import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { ButtonTo } from "../../../look/button-to.tsx";
import { Card } from "../../../look/card.tsx";
import { Empty } from "../../../look/empty.tsx";
import { StatusPill } from "../../../look/status-pill.tsx";
import { sayDay, sayDayOf, sayPeriod } from "../../../words/say-day.ts";
import { useToday } from "../../../words/today-context.ts";
import type { Held, May, Original } from "./held.ts";
import { HoldOriginal } from "./hold-original.tsx";
import { useListStyles } from "./list-styles.ts";
import { OpenOriginal } from "./open-original.tsx";

const SHOWN_FIRST = 8;

/** The exports as they came from the care systems, until their time is over. */
export function Originals({ held: { originals, may } }: { readonly held: Held }) {
  const styles = useListStyles();
  const [all, setAll] = useState(false);
  const shown = all ? originals : originals.slice(0, SHOWN_FIRST);
  return (
    <Card title="Original exports" aside="Erased 90 days after the last cycle they served is closed">
      {originals.length === 0 ? (
        <Empty title="No original is kept" action={<ButtonTo to="/cycles">Go to Cycles</ButtonTo>}>
          When somebody brings in an export under Collect in a cycle, it is kept here with its names until its time is
          over.
        </Empty>
      ) : (
        <ul className={styles.list}>
          {shown.map((each) => (
            <OneOriginal key={each.import} original={each} may={may} />
          ))}
        </ul>
      )}
      {shown.length < originals.length && (
        <Button className={styles.below} onClick={() => setAll(true)}>
          Show all {originals.length.toLocaleString("en-GB")}
        </Button>
      )}
    </Card>
  );
}

function OneOriginal({ original, may }: { readonly original: Original; readonly may: May }) {
  const styles = useListStyles();
  const today = useToday();
  const [doing, setDoing] = useState<"open" | "hold">();
  const { fileName, sourceSystem, periodFrom, periodTo, byName, at, held } = original;
  const about = periodFrom && periodTo ? `${sayPeriod(periodFrom, periodTo)}, ${sourceSystem}` : sourceSystem;
  const close = () => setDoing(undefined);
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <h3 className={styles.name}>
          {fileName} {held !== undefined && <StatusPill status="held" tone="near" says="Held" />}
        </h3>
        <p className={styles.line}>{about}</p>
        <p className={styles.line}>
          {byName} brought it in, {sayDayOf(at, today)}
        </p>
        <p className={styles.line}>{held === undefined ? sayErased(original, today) : `Held: ${held}`}</p>
      </div>
      <div className={styles.does}>
        {may.open && (
          <Button aria-label={`Open ${fileName}, ${about}`} onClick={() => setDoing("open")}>
            Open
          </Button>
        )}
        {may.hold && (
          <Button
            aria-label={`${held === undefined ? "Hold" : "Let go"} ${fileName}, ${about}`}
            onClick={() => setDoing("hold")}
          >
            {held === undefined ? "Hold" : "Let go"}
          </Button>
        )}
      </div>
      {doing === "open" && <OpenOriginal original={original} onClose={close} />}
      {doing === "hold" && <HoldOriginal original={original} onClose={close} />}
    </li>
  );
}

function sayErased({ due }: Original, today: string): string {
  if (due === undefined) return "Kept while a cycle it serves is open";
  return due <= today ? "To be erased within the day" : `To be erased on ${sayDay(due, today)}`;
}
