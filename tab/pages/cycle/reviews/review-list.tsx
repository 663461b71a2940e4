import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { resolveReview } from "#api/operations/resolve-review.ts";
import { isDoubt } from "#domain/checks/required.ts";
import { useNames } from "../../../ask/use-names.ts";
import { useSend } from "../../../ask/use-send.ts";
import { holds, useMe } from "../../../frame/me-context.ts";
import { ReasonDialog } from "../../../look/reason-dialog.tsx";
import { StatusPill } from "../../../look/status-pill.tsx";
import { sayDay } from "../../../words/say-day.ts";
import { useToday } from "../../../words/today-context.ts";
import { byNeed, type ShownReview } from "./shown-review.ts";

interface Props {
  readonly reviews: readonly ShownReview[];
  /** What an answer means: does it match, does it fit. */
  readonly says: Readonly<Record<"yes" | "partly" | "no", string>>;
  /** What a review is about, where the list holds several things. */
  readonly about?: (review: ShownReview) => string | undefined;
}

/** What each manager says, open questions and concerns first; the quality lead settles a concern here. */
export function ReviewList({ reviews, says, about }: Props) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {reviews.toSorted(byNeed).map((review) => (
        <Review key={review.key} review={review} says={says} about={about?.(review)} />
      ))}
    </ul>
  );
}

interface ReviewProps extends Pick<Props, "says"> {
  readonly review: ShownReview;
  readonly about: string | undefined;
}

function Review({ review, says, about }: ReviewProps) {
  const styles = useStyles();
  const me = useMe();
  const today = useToday();
  const nameOf = useNames();
  const [settling, setSettling] = useState(false);
  const settle = useSend<typeof resolveReview>(() => "The concern is settled");
  const { service, askedOf, due, status, answer, concern, direction, size, resolution } = review.answers;
  const name = me.services.find(({ key }) => key === service)?.name ?? "Another service";
  const mine = askedOf === me.id;
  const concerned = isDoubt(review.answers);
  return (
    <li className={styles.review}>
      <div className={styles.words}>
        <span>
          <strong>{name}</strong> <span className={styles.quiet}>{mine ? "asked of you" : nameOf(askedOf)}</span>
        </span>
        {about && <span>{about}</span>}
        {concern && <span>“{concern}”</span>}
        {direction && (
          <span className={styles.quiet}>
            Says the true figure is {directions[direction]}
            {size && `, by about ${size}`}
          </span>
        )}
        {resolution && <span className={styles.quiet}>Settled: {resolution}</span>}
      </div>
      <StatusPill
        status={status === "answered" ? (answer ?? "") : (status ?? "asked")}
        says={sayAnswer(review, says)}
        tone={tone(review)}
      />
      {status === "asked" && due && <span className={styles.quiet}>by {sayDay(due, today)}</span>}
      {concerned && !mine && holds(me, "quality-lead") && (
        <Button size="small" onClick={() => setSettling(true)}>
          Settle
        </Button>
      )}
      {settling && (
        <ReasonDialog
          title={`Settle the concern about ${name}`}
          question="How was it settled?"
          does="Settle"
          problem={settle.error}
          busy={settle.isPending}
          onCancel={() => setSettling(false)}
          onReason={(words) =>
            settle.mutate(
              { path: `/manager-reviews/${review.key}/resolution`, body: { etag: review.etag, resolution: words } },
              { onSuccess: () => setSettling(false) },
            )
          }
        />
      )}
    </li>
  );
}

const directions: Readonly<Record<string, string>> = {
  higher: "higher",
  lower: "lower",
  "cannot-say": "another one; which way cannot be said",
};

function sayAnswer({ answers: { status, answer } }: ShownReview, says: Props["says"]): string {
  if (status === "resolved") return "Settled";
  return answer ? says[answer] : "Not answered yet";
}

function tone(review: ShownReview) {
  const { status, answer } = review.answers;
  if (status === "resolved" || (answer === "yes" && !isDoubt(review.answers))) return "good" as const;
  if (answer === "no") return "bad" as const;
  return answer === "partly" || answer === "yes" ? ("near" as const) : ("busy" as const);
}

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  review: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "6px 12px",
    padding: "10px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ":last-child": { borderBottom: "none", paddingBottom: 0 },
  },
  words: { display: "grid", flexGrow: 1, flexBasis: "240px", minWidth: 0 },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});
