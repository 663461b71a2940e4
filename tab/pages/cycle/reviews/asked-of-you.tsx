import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useMe } from "../../../frame/me-context.ts";
import { AskIcon } from "../../../look/icons.ts";
import { LinkTo } from "../../../look/link-to.tsx";
import { sayDay } from "../../../words/say-day.ts";
import { useToday } from "../../../words/today-context.ts";
import { AnswerReview } from "./answer-review.tsx";
import type { ShownReview } from "./shown-review.ts";

interface Props {
  readonly reviews: readonly ShownReview[];
  /** What is asked of a service, by its name: “Does it fit Birchwood?” */
  readonly question: (service: string, review: ShownReview) => string;
  /** Where to look before answering. */
  readonly look?: { readonly to: (service: string) => string; readonly words: string };
  /** Why it cannot be answered yet, in place of the button. */
  readonly wait?: string;
}

/** Questions put to whoever looks at the page, above everything else on it, each with its answer button. */
export function AskedOfYou({ reviews, ...asks }: Props) {
  const me = useMe();
  return reviews
    .filter(({ answers: { askedOf, status } }) => askedOf === me.id && status === "asked")
    .map((review) => <Asked key={review.key} review={review} {...asks} />);
}

function Asked({ review, question, look, wait }: Omit<Props, "reviews"> & { readonly review: ShownReview }) {
  const styles = useStyles();
  const today = useToday();
  const { services } = useMe();
  const [open, setOpen] = useState(false);
  const { service = "", due } = review.answers;
  const asks = question(services.find(({ key }) => key === service)?.name ?? "your service", review);
  return (
    <section className={styles.asked} aria-label="Asked of you">
      <AskIcon aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <strong>{asks}</strong>
        <span className={styles.quiet}>
          You are asked{due && `, by ${sayDay(due, today)}`}.{" "}
          {wait ?? (look && <LinkTo to={look.to(service)}>{look.words}</LinkTo>)}
        </span>
      </div>
      {wait === undefined && (
        <Button appearance="primary" onClick={() => setOpen(true)}>
          Answer
        </Button>
      )}
      {open && <AnswerReview review={review} question={asks} onClose={() => setOpen(false)} />}
    </section>
  );
}

const useStyles = makeStyles({
  asked: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "12px",
    padding: "16px 20px",
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke2}`,
  },
  icon: { color: tokens.colorBrandForeground2, alignSelf: "start", marginTop: "2px" },
  words: { display: "grid", rowGap: "2px", flex: "1 1 220px", minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});
