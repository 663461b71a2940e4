import { makeStyles, tokens } from "@fluentui/react-components";
import type { RowAnswer } from "#api/operations/row-answer.ts";
import type { Register } from "#domain/register/register.ts";
import { ShowAnswer } from "./show-answer.tsx";

interface Props {
  readonly register: Register;
  readonly row: RowAnswer;
  /** Fields shown elsewhere on the page. */
  readonly without?: readonly string[];
}

/** Everything a row says, question by question; what was not answered is left out. */
export function RowAnswers({ register, row, without = [] }: Props) {
  const styles = useStyles();
  const answered = Object.entries(register.fields).filter(
    ([name]) => row.answers[name] !== undefined && !without.includes(name),
  );
  return (
    <dl className={styles.list}>
      {answered.map(([name, field]) => (
        <div key={name} className={styles.pair}>
          <dt className={styles.label}>{field.label}</dt>
          <dd className={styles.value}>
            <ShowAnswer field={field} value={row.answers[name]} status={name === register.status} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const useStyles = makeStyles({
  list: { margin: 0 },
  pair: {
    display: "grid",
    gridTemplateColumns: "minmax(140px, 220px) minmax(0, 1fr)",
    columnGap: "24px",
    padding: "10px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ":last-child": { borderBottom: "none" },
    "@media (max-width: 719px)": { gridTemplateColumns: "minmax(0, 1fr)", rowGap: "2px" },
  },
  label: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0 },
});
