import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { resolveReview } from "#api/operations/resolve-review.ts";
import type { ManagerReview } from "#domain/registers/manager-reviews.ts";
import { useNames } from "../../../ask/use-names.ts";
import type { ShownRow } from "../../../ask/use-rows.ts";
import { useSend } from "../../../ask/use-send.ts";
import { holds, useMe } from "../../../frame/me-context.ts";
import { Empty } from "../../../look/empty.tsx";
import { ReasonDialog } from "../../../look/reason-dialog.tsx";
import { StatusPill } from "../../../look/status-pill.tsx";
import { sayDay } from "../../../words/say-day.ts";
import { useToday } from "../../../words/today-context.ts";
import { AnswerReview } from "./answer-review.tsx";

export type ShownReview = ShownRow<ManagerReview>;

/** Whether each manager says that the period's figures match their service. */
export function PeriodReviews({ reviews }: { readonly reviews: readonly ShownReview[] }) {
  const styles = useStyles();
  if (reviews.length === 0)
    return <Empty title="No manager was asked yet">They are asked once the period is over.</Empty>;
  return (
    <ul className={styles.list}>
      {reviews.map((review) => (
        <Review key={review.key} review={review} />
      ))}
    </ul>
  );
}

function Review({ review }: { readonly review: ShownReview }) {
  const styles = useStyles();
  const me = useMe();
  const today = useToday();
  const nameOf = useNames();
  const [open, setOpen] = useState<"answer" | "settle">();
  const settle = useSend<typeof resolveReview>(() => "The concern is settled");
  const { service, askedOf, due, status, answer, concern, direction, size, resolution } = review.answers;
  const name = me.services.find(({ key }) => key === service)?.name ?? service ?? "";
  const mine = askedOf === me.id;
  const open_ = status === "answered" && answer !== "yes";
  return (
    <li className={styles.review}>
      <div className={styles.words}>
        <span>
          <strong>{name}</strong> <span className={styles.quiet}>{mine ? "asked of you" : nameOf(askedOf)}</span>
        </span>
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
        says={says(review)}
        tone={tone(review)}
      />
      {status === "asked" && due && <span className={styles.quiet}>by {sayDay(due, today)}</span>}
      {mine && status === "asked" && (
        <Button appearance="primary" size="small" onClick={() => setOpen("answer")}>
          Answer
        </Button>
      )}
      {open_ && !mine && holds(me, "quality-lead") && (
        <Button size="small" onClick={() => setOpen("settle")}>
          Settle
        </Button>
      )}
      {open === "answer" && <AnswerReview review={review} service={name} onClose={() => setOpen(undefined)} />}
      {open === "settle" && (
        <ReasonDialog
          title={`Settle the concern about ${name}`}
          question="How was it settled?"
          does="Settle"
          problem={settle.error}
          busy={settle.isPending}
          onCancel={() => setOpen(undefined)}
          onReason={(words) =>
            settle.mutate(
              { path: `/manager-reviews/${review.key}/resolution`, body: { etag: review.etag, resolution: words } },
              { onSuccess: () => setOpen(undefined) },
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

const answers = { yes: "Matches", partly: "Partly matches", no: "Does not match" } as const;

function says({ answers: { status, answer } }: ShownReview): string {
  if (status === "resolved") return "Settled";
  return answer ? answers[answer] : "Asked";
}

function tone({ answers: { status, answer } }: ShownReview) {
  if (status === "resolved" || answer === "yes") return "good" as const;
  if (answer === "no") return "bad" as const;
  return answer === "partly" ? ("near" as const) : ("busy" as const);
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
