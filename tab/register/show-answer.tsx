import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { isDay } from "#domain/day.ts";
import type { Field, Kind } from "#domain/register/field.ts";
import { optionWords } from "#domain/register/option-words.ts";
import { codesIn } from "#domain/register/row-links.ts";
import { LinkTo } from "../look/link-to.tsx";
import { StatusPill } from "../look/status-pill.tsx";
import { sayDay, sayPeriod } from "../words/say-day.ts";
import { sayMoment } from "../words/say-time.ts";
import { useToday } from "../words/today-context.ts";
import { rowPath } from "./row-path.ts";
import { useNames } from "./use-names.ts";
import { useRowNames } from "./use-row-names.ts";

interface Shown<V = unknown> {
  readonly field: Field;
  readonly value: V;
}

const text = ({ field, value }: Shown): ReactNode =>
  field.codeOf ? (
    <Coded register={field.codeOf} value={value} />
  ) : (
    <span style={{ overflowWrap: "anywhere" }}>{periodIn(String(value)) ?? String(value)}</span>
  );

/** A period is kept as its first and last day; “1 Jul to 30 Sept 2026” is how it reads. */
function periodIn(value: string): string | undefined {
  const [from = "", to = "", more] = value.split("_");
  return more === undefined && isDay(from) && isDay(to) ? sayPeriod(from, to) : undefined;
}

const shown = {
  text,
  note: ({ value }) => <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{String(value)}</span>,
  number: ({ value }) => (typeof value === "number" ? value.toLocaleString("en-GB") : String(value)),
  "yes-no": ({ value }) => (value ? "Yes" : "No"),
  choice: ({ value }) => capital(optionWords(String(value))),
  many: ({ field, value }) =>
    field.codeOf ? (
      <Coded register={field.codeOf} value={value} />
    ) : Array.isArray(value) ? (
      <Many field={field} values={value.map(String)} />
    ) : null,
  day: ({ value }) => <OneDay day={String(value)} />,
  instant: ({ value }) => sayMoment(String(value)),
  person: ({ value }) => <PersonName id={String(value)} />,
  reference: ({ field, value }) => <RowName register={field.to ?? ""} rowKey={String(value)} />,
  part: ({ field, value }) => (
    <Part label={field.label} fields={field.fields ?? {}} entries={Array.isArray(value) ? value : []} />
  ),
  hash: ({ value }) => <code title={String(value)}>{String(value).slice(0, 16)}</code>,
} satisfies Record<Kind, (shown: Shown) => ReactNode>;

/** One answer of a row as people read it. */
export function ShowAnswer({ field, value, status }: Shown & { readonly status?: boolean }): ReactNode {
  if (value === undefined || value === null || value === "") return <span>–</span>;
  if (status) return <StatusPill status={String(value)} />;
  const Kind = shown[field.kind];
  return <Kind field={field} value={value} />;
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function OneDay({ day }: { readonly day: string }) {
  const today = useToday();
  return <time dateTime={day}>{sayDay(day, today)}</time>;
}

export function PersonName({ id }: { readonly id: string }) {
  return useNames().nameOf(id);
}

/** A link to a row by its name; by its key where the name is not this person's to know. */
function RowName({ register, rowKey }: { readonly register: string; readonly rowKey: string }) {
  const name = useRowNames([register])(register).find(({ key }) => key === rowKey)?.name;
  return <LinkTo to={rowPath(register, rowKey)}>{name ?? rowKey}</LinkTo>;
}

/** Codes as the names of the rows that have them. */
function Coded({ register, value }: { readonly register: string; readonly value: unknown }) {
  const named = useRowNames([register])(register);
  return codesIn(value).map((code, at) => {
    const row = named.findLast((each) => each.code === code);
    return (
      <span key={code}>
        {at > 0 && ", "}
        {row ? <LinkTo to={rowPath(register, row.key)}>{row.name}</LinkTo> : code}
      </span>
    );
  });
}

const said = ({ options }: Field, value: string, at: number) =>
  options === undefined ? value : at === 0 ? capital(optionWords(value)) : optionWords(value);

function Many({ field, values }: { readonly field: Field; readonly values: readonly string[] }) {
  return (
    <>
      {values.map((value, at) => (
        <span key={value}>
          {at > 0 && ", "}
          {field.to ? <RowName register={field.to} rowKey={value} /> : said(field, value, at)}
        </span>
      ))}
    </>
  );
}

function Part({
  label,
  fields,
  entries,
}: {
  readonly label: string;
  readonly fields: Readonly<Record<string, Field>>;
  readonly entries: readonly unknown[];
}) {
  const styles = useStyles();
  const rows = entries.filter(
    (entry): entry is Readonly<Record<string, unknown>> => typeof entry === "object" && entry !== null,
  );
  if (rows.length === 0) return <span>None</span>;
  const used = Object.entries(fields).filter(([name]) =>
    rows.some((row) => row[name] !== undefined && row[name] !== ""),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box has to be reachable with the keys
    <section className={styles.box} tabIndex={0} aria-label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            {used.map(([name, { label, kind }]) => (
              <th key={name} scope="col" className={kind === "number" ? styles.number : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {used.map(([name, field]) => (
                <td key={name} className={field.kind === "number" ? styles.number : undefined}>
                  <ShowAnswer field={field} value={row[name]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const useStyles = makeStyles({
  box: { overflowX: "auto", maxWidth: "100%" },
  table: {
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    "& th, & td": {
      textAlign: "left",
      verticalAlign: "top",
      padding: "4px 16px 4px 0",
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
      minWidth: "80px",
    },
    "& th": { color: tokens.colorNeutralForeground3, fontWeight: 400 },
  },
  number: { textAlign: "right !important" as "right", fontVariantNumeric: "tabular-nums" },
});
