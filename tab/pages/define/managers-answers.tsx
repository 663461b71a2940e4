import { makeStyles, tokens } from "@fluentui/react-components";
import type { RowAnswer } from "#api/operations/row-answer.ts";
import { useMe } from "../../frame/me-context.ts";
import { Card } from "../../look/card.tsx";
import { LinkTo } from "../../look/link-to.tsx";
import { StatusPill } from "../../look/status-pill.tsx";
import { PersonName } from "../../register/show-answer.tsx";

interface Props {
  readonly specification: string;
  readonly reviews: readonly RowAnswer[];
}

/** What the managers who know each service say about the specification, concerns first. */
export function ManagersAnswers({ specification, reviews }: Props) {
  const styles = useStyles();
  const { services } = useMe();
  const about = reviews
    .filter(({ answers }) => answers.subjectKind === "specification" && answers.subject === specification)
    .toSorted((a, b) => rank(a) - rank(b));
  return (
    <Card
      title="Managers' answers"
      aside={`${about.filter(({ answers }) => answers.answer).length} of ${about.length} answered`}
    >
      {about.length === 0 && <p className={styles.quiet}>No manager was asked about this specification.</p>}
      <ul className={styles.list}>
        {about.map(({ key, answers }) => (
          <li key={key} className={styles.line}>
            <div>
              <LinkTo to={`/registers/manager-reviews/${key}`} strong>
                {services.find(({ key }) => key === answers.service)?.name ?? String(answers.service)}
              </LinkTo>
              <div className={styles.quiet}>
                <PersonName id={String(answers.askedOf)} />
              </div>
              {typeof answers.concern === "string" && <p className={styles.concern}>“{answers.concern}”</p>}
              {typeof answers.resolution === "string" && <p className={styles.quiet}>Resolved: {answers.resolution}</p>}
            </div>
            <StatusPill
              status={String(answers.status)}
              says={answers.answer ? (says[String(answers.answer)] ?? String(answers.answer)) : "Not answered yet"}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

const says: Readonly<Record<string, string>> = { yes: "It fits", partly: "It partly fits", no: "It does not fit" };

const rank = ({ answers }: RowAnswer): number =>
  answers.status === "asked" ? 0 : answers.status === "answered" ? 1 : 2;

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: "14px" },
  line: { display: "flex", justifyContent: "space-between", alignItems: "flex-start", columnGap: "16px" },
  quiet: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  concern: { margin: "4px 0 0" },
});
