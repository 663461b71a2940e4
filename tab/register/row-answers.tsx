import { makeStyles, tokens } from "@fluentui/react-components";
import type { RowAnswer } from "#api/operations/row-answer.ts";
import type { Field } from "#domain/register/field.ts";
import type { Register } from "#domain/register/register.ts";
import { LockIcon } from "../look/icons.ts";
import { LinkTo } from "../look/link-to.tsx";
import type { Links } from "./row-links.tsx";
import { rowPath } from "./row-path.ts";
import { ShowAnswer } from "./show-answer.tsx";

interface Props {
  readonly register: Register;
  readonly row: RowAnswer;
  /** Fields shown elsewhere on the page. */
  readonly without?: readonly string[];
  /** Rows that answers name by a bare key. */
  readonly points?: Links["points"];
}

/** Everything a row says, question by question; what was not answered is left out. */
export function RowAnswers({ register, row, without = [], points = {} }: Props) {
  const styles = useStyles();
  const answered = Object.entries(register.fields).filter(
    ([name]) => row.answers[name] !== undefined && !without.includes(name),
  );
  return (
    <dl className={styles.list}>
      {answered.map(([name, field]) => (
        <div key={name} className={styles.pair}>
          <dt className={styles.label}>
            {field.label}
            {field.restricted && (
              <span className={styles.kept} title="It stays in this register: not on cards, in searches or in packs">
                <LockIcon aria-hidden /> stays here
              </span>
            )}
          </dt>
          <dd className={styles.value}>
            <Value register={register} row={row} name={name} field={field} point={points[name]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface ValueProps {
  readonly register: Register;
  readonly row: RowAnswer;
  readonly name: string;
  readonly field: Field;
  readonly point: Links["points"][string] | undefined;
}

function Value({ register, row, name, field, point }: ValueProps) {
  if (point) return <LinkTo to={rowPath(point.register, point.key)}>{point.name}</LinkTo>;
  return <ShowAnswer field={field} value={row.answers[name]} status={name === register.status} />;
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
  kept: {
    display: "flex",
    alignItems: "center",
    columnGap: "4px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  value: { margin: 0, minWidth: 0 },
});
