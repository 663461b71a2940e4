import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { myWork } from "#api/operations/my-work.ts";
import type { AnswerOf } from "../../ask/answer-of.ts";
import { ButtonTo } from "../../look/button-to.tsx";
import { sayDay } from "../../words/say-day.ts";
import { useToday } from "../../words/today-context.ts";

type Item = AnswerOf<typeof myWork>["items"][number];

const FIRST = 7;

const verbs: Readonly<Record<string, string>> = {
  "sign-off": "Read and sign",
  question: "Answer",
  "records to check": "Check",
  discrepancies: "Take on",
  exports: "Bring in",
  "evidence to accept": "Look at it",
  action: "Open",
};

/** Everything that waits, most pressing first, each on one line with its one button. */
export function WorkList({ items }: { readonly items: readonly Item[] }) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, FIRST);
  return (
    <>
      <ul className={styles.list}>
        {shown.map((item) => (
          <Line key={`${item.kind} ${item.key}`} item={item} />
        ))}
      </ul>
      {items.length > shown.length && (
        <Button appearance="subtle" className={styles.more} onClick={() => setAll(true)}>
          Show {items.length - shown.length} more
        </Button>
      )}
    </>
  );
}

function Line({ item }: { readonly item: Item }) {
  const styles = useStyles();
  const today = useToday();
  const { kind, title, due, overdue, link } = item;
  return (
    <li className={styles.line}>
      <span className={mergeClasses(styles.edge, overdue && styles.late)} aria-hidden />
      <span className={styles.what}>
        <span className={styles.title}>{title}</span>
        <span className={styles.about}>
          {kind}
          {due && (
            <>
              {" · "}
              <span className={overdue ? styles.lateWords : undefined}>
                {overdue ? "overdue since" : "by"} {sayDay(due, today)}
              </span>
            </>
          )}
        </span>
      </span>
      <ButtonTo to={link} size="small">
        {verbs[kind] ?? "Open"}
      </ButtonTo>
    </li>
  );
}

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: "8px 0 0", padding: 0 },
  line: {
    display: "grid",
    gridTemplateColumns: "4px minmax(0, 1fr) auto",
    alignItems: "center",
    columnGap: "14px",
    padding: "12px 20px 12px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  edge: { alignSelf: "stretch", borderRadius: "0 2px 2px 0", backgroundColor: tokens.colorNeutralStroke2 },
  late: { backgroundColor: tokens.colorStatusDangerBorder2 },
  what: { display: "grid", minWidth: 0 },
  title: { fontWeight: 600 },
  about: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    ":first-letter": { textTransform: "uppercase" },
  },
  lateWords: { color: tokens.colorStatusDangerForeground3, fontWeight: 600 },
  more: { margin: "4px 12px 12px" },
});
