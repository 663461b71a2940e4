import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { myWork } from "#api/operations/my-work.ts";
import type { AnswerOf } from "../../ask/answer-of.ts";
import { Card } from "../../look/card.tsx";
import { LinkTo } from "../../look/link-to.tsx";

type Service = AnswerOf<typeof myWork>["services"][number];

/** How one service stands, in four numbers that lead to what they count. */
export function ServiceCard({ service }: { readonly service: Service }) {
  const styles = useStyles();
  const { key, name, openActions, overdueActions, openDiscrepancies, openQuestions } = service;
  const numbers = [
    ["Open actions", openActions, `/actions?whose=all&service=${key}`, false],
    ["Overdue actions", overdueActions, `/actions?whose=all&service=${key}`, overdueActions > 0],
    ["Open discrepancies", openDiscrepancies, `/registers/validation-log?service=${key}`, openDiscrepancies > 0],
    ["Open questions", openQuestions, `/registers/manager-reviews?service=${key}`, false],
  ] as const;
  return (
    <Card>
      <h3 className={styles.name}>
        <LinkTo to={`/figures?service=${key}`} strong>
          {name}
        </LinkTo>
      </h3>
      <dl className={styles.numbers}>
        {numbers.map(([label, count, to, worry]) => (
          <div key={label} className={styles.number}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value}>
              <LinkTo to={to} className={mergeClasses(styles.link, worry && styles.worry)}>
                {String(count)}
              </LinkTo>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

const useStyles = makeStyles({
  name: { margin: "4px 0 12px", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  numbers: { display: "grid", gridTemplateColumns: "repeat(2, minmax(0, 1fr))", gap: "12px 16px", margin: 0 },
  number: { display: "flex", flexDirection: "column-reverse" },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  value: { margin: 0 },
  link: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: 600,
    fontVariantNumeric: "tabular-nums",
    color: tokens.colorNeutralForeground1,
  },
  worry: { color: tokens.colorStatusDangerForeground3 },
});
