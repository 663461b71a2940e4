import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { readPersonalData } from "#api/operations/read-personal-data.ts";
import type { AnswerOf } from "../../../ask/answer-of.ts";
import { useAnswer } from "../../../ask/use-answer.ts";
import { Answered } from "../../../look/answered.tsx";
import { Card } from "../../../look/card.tsx";
import { Empty } from "../../../look/empty.tsx";
import { StatusPill } from "../../../look/status-pill.tsx";
import { sayMoment } from "../../../words/say-time.ts";
import { useToday } from "../../../words/today-context.ts";
import type { Held, May } from "./held.ts";
import { useListStyles } from "./list-styles.ts";
import { monthAfter, monthBefore, sayWholeMonth } from "./months.ts";
import { OpenedCounts } from "./opened-counts.tsx";
import { ReviewMonth } from "./review-month.tsx";

type Month = AnswerOf<typeof readPersonalData>;

/** What was opened and given out in a month: first the last whole one, which is the one to review now. */
export function MonthReview({ held: { may, originals } }: { readonly held: Held }) {
  const styles = useListStyles();
  const now = useToday().slice(0, 7);
  const [month, setMonth] = useState(() => monthBefore(now));
  const named = new Map(originals.map((each) => [each.import, each.fileName]));
  const answer = useAnswer<typeof readPersonalData>(`/personal-data/${month}`);
  return (
    <Card title="What was opened" aside={sayWholeMonth(month)}>
      <div className={styles.does}>
        <Button onClick={() => setMonth(monthBefore(month))}>Month before</Button>
        {month < now && <Button onClick={() => setMonth(monthAfter(month))}>Month after</Button>}
      </div>
      <Answered answer={answer} reading="Reading what was opened">
        {(read) => <Opened key={month} read={read} month={month} over={month < now} may={may} named={named} />}
      </Answered>
    </Card>
  );
}

interface OpenedProps {
  readonly read: Month;
  readonly month: string;
  readonly over: boolean;
  readonly may: May;
  /** The file's name for an import's key, while the original is kept. */
  readonly named: ReadonlyMap<string, string>;
}

function Opened({ read: { entries, opened, reviewed }, month, over, may, named }: OpenedProps) {
  const styles = useListStyles();
  const [reviewing, setReviewing] = useState(false);
  return (
    <>
      {entries.length === 0 && opened.length === 0 ? (
        <Empty title={`Nothing was opened in ${sayWholeMonth(month)}`}>
          Originals that are opened, rows with restricted answers and exports are listed here, with who and why.
        </Empty>
      ) : (
        <ul className={styles.list}>
          {entries.map(({ key, kind, about, subject, reason, by, at }) => (
            <li key={key} className={styles.item}>
              <div className={styles.words}>
                <h3 className={styles.name}>{kinds[kind] ?? kind}</h3>
                <p className={styles.line}>
                  {by}, {sayMoment(at)}: {reason}
                </p>
                <p className={styles.line}>
                  {about === "person" ? `Person with code ${subject}` : (named.get(subject) ?? subject)}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {opened.length > 0 && (
        <div className={styles.below}>
          <OpenedCounts opened={opened} month={month} />
        </div>
      )}
      <div className={styles.below}>
        {reviewed ? (
          <StatusPill status="reviewed" tone="good" says={`Reviewed by ${reviewed.by}, ${sayMoment(reviewed.at)}`} />
        ) : (
          <>
            {!over && <p className={styles.line}>It can be reviewed once the month is over.</p>}
            {over && may.reviewMonth && (
              <Button appearance={may.exportPerson ? "secondary" : "primary"} onClick={() => setReviewing(true)}>
                Reviewed
              </Button>
            )}
            {over && !may.reviewMonth && (
              <p className={styles.line}>Waits for an auditor or a senior leader to review.</p>
            )}
          </>
        )}
      </div>
      {reviewing && <ReviewMonth month={month} onClose={() => setReviewing(false)} />}
    </>
  );
}

const kinds: Readonly<Record<string, string>> = {
  opening: "An original was opened",
  hold: "An original was held",
  release: "An original was let go",
  "access-request": "An access request was answered",
  "erasure-ask": "Erasing a person was asked for",
  "erasure-agreed": "Erasing a person was agreed to",
  "erasure-refused": "Erasing a person was turned down",
  erasure: "Something was erased",
  review: "A month was reviewed",
};
