import { makeStyles, tokens } from "@fluentui/react-components";
import type { RowAnswer } from "#api/operations/row-answer.ts";
import { Card } from "../../look/card.tsx";
import { LinkTo } from "../../look/link-to.tsx";
import { StatusPill } from "../../look/status-pill.tsx";
import { PersonName } from "../../register/show-answer.tsx";
import { sayDay } from "../../words/say-day.ts";
import { useToday } from "../../words/today-context.ts";

/** Which specification, which edition, who agreed it with whom and when. */
export function AgreedNote({ specification }: { readonly specification: RowAnswer }) {
  const styles = useStyles();
  const today = useToday();
  const { answers } = specification;
  const day = (value: unknown) => (typeof value === "string" ? sayDay(value, today) : "not yet");
  return (
    <Card title="Specification" aside={<StatusPill status={String(answers.status)} />}>
      <p className={styles.name}>
        <LinkTo to={`/registers/specifications/${specification.key}`} strong>
          {specification.headline}
        </LinkTo>
      </p>
      <dl className={styles.facts}>
        <div>
          <dt>Agreed with the commissioner</dt>
          <dd>
            {day(answers.agreedOn)}
            {answers.agreedWith ? ` · ${String(answers.agreedWith)}` : ""}
          </dd>
        </div>
        <div>
          <dt>Signed by senior leadership</dt>
          <dd>
            {day(answers.approvedOn)}
            {typeof answers.approvedBy === "string" && (
              <>
                {" · "}
                <PersonName id={answers.approvedBy} />
              </>
            )}
          </dd>
        </div>
      </dl>
      {typeof answers.changeNote === "string" && (
        <p className={styles.note}>Since the last edition: {answers.changeNote}</p>
      )}
    </Card>
  );
}

const useStyles = makeStyles({
  name: { margin: "0 0 12px" },
  facts: {
    display: "flex",
    flexWrap: "wrap",
    gap: "12px 40px",
    margin: 0,
    "& dt": { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
    "& dd": { margin: 0 },
  },
  note: { margin: "12px 0 0", color: tokens.colorNeutralForeground2 },
});
