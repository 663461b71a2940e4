import {
  Button,
  Checkbox,
  Input,
  Field as Labelled,
  makeStyles,
  Select,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { readRegister } from "#api/operations/read-register.ts";
import type { Field, Kind } from "#domain/register/field.ts";
import { optionWords } from "#domain/register/option-words.ts";
import { useAnswer } from "../ask/use-answer.ts";
import { ShowAnswer } from "./show-answer.tsx";
import { useNames } from "./use-names.ts";

interface Control {
  readonly field: Field;
  readonly value: unknown;
  readonly onAnswer: (value: unknown) => void;
}

const words = (value: unknown): string => (value === undefined || value === null ? "" : String(value));

const typed = (type: "text" | "date") =>
  function Typed({ value, onAnswer }: Control) {
    return <Input type={type} value={words(value)} onChange={(_, { value }) => onAnswer(value || null)} />;
  };

const still = (control: Control): ReactNode => (
  <div>
    <ShowAnswer {...control} />
  </div>
);

const controls = {
  text: typed("text"),
  note: ({ value, onAnswer }) => (
    <Textarea rows={4} resize="vertical" value={words(value)} onChange={(_, { value }) => onAnswer(value || null)} />
  ),
  number: ({ value, onAnswer }) => (
    <Input
      type="number"
      step="any"
      value={words(value)}
      onChange={(_, { value }) => onAnswer(value === "" ? null : Number(value))}
    />
  ),
  "yes-no": ({ value, onAnswer }) => (
    <Choice
      value={value === true ? "yes" : value === false ? "no" : ""}
      options={[
        ["yes", "Yes"],
        ["no", "No"],
      ]}
      onAnswer={(value) => onAnswer(value ? value === "yes" : null)}
    />
  ),
  choice: ({ field, value, onAnswer }) => (
    <Choice
      value={words(value)}
      options={(field.options ?? []).map((each) => [each, optionWords(each)])}
      onAnswer={onAnswer}
    />
  ),
  many: (control) => (control.field.options ? <Ticks {...control} /> : <Lines {...control} />),
  day: typed("date"),
  instant: still,
  person: ({ value, onAnswer }) => <PersonChoice value={words(value)} onAnswer={onAnswer} />,
  reference: ({ field, value, onAnswer }) => (
    <RowChoice register={field.to ?? ""} value={words(value)} onAnswer={onAnswer} />
  ),
  part: (control) => <Entries {...control} />,
  hash: still,
} satisfies Record<Kind, (control: Control) => ReactNode>;

/** One question of a register: label, help, control and problem all come from its field. Where it sits is the page's choice. */
export function Answer({ problem, ...control }: Control & { readonly problem?: string | undefined }) {
  const { label, help, required, kind } = control.field;
  const ControlOfKind = controls[kind];
  const many = kind === "part" || (kind === "many" && control.field.options);
  if (many)
    return (
      <fieldset style={{ border: "none", margin: 0, padding: 0 }}>
        <legend style={{ padding: 0, marginBottom: 4 }}>{label}</legend>
        {help && <div style={{ color: tokens.colorNeutralForeground3, fontSize: 12 }}>{help}</div>}
        <ControlOfKind {...control} />
        {problem && <div style={{ color: tokens.colorStatusDangerForeground3 }}>{problem}</div>}
      </fieldset>
    );
  return (
    <Labelled
      label={label}
      required={required}
      {...(help && { hint: help })}
      {...(problem && { validationMessage: problem })}
    >
      <ControlOfKind {...control} />
    </Labelled>
  );
}

interface Choosing {
  readonly value: string;
  readonly onAnswer: (value: string | null) => void;
}

function Choice({
  value,
  options,
  onAnswer,
  ...label
}: Choosing & { readonly options: readonly (readonly [string, string])[] }) {
  return (
    <Select {...label} value={value} onChange={(_, { value }) => onAnswer(value || null)}>
      <option value="">Choose</option>
      {options.map(([key, say]) => (
        <option key={key} value={key}>
          {say}
        </option>
      ))}
    </Select>
  );
}

export function PersonChoice({ value, onAnswer, ...label }: Choosing) {
  const { all, nameOf } = useNames();
  const known = all.some(({ id }) => id === value) || value === "";
  const options = all.map(({ id, name }) => [id, name] as const);
  return (
    <Choice
      {...label}
      value={value}
      options={known ? options : [...options, [value, nameOf(value)]]}
      onAnswer={onAnswer}
    />
  );
}

export function RowChoice({ register, value, onAnswer, ...label }: Choosing & { readonly register: string }) {
  const { data } = useAnswer<typeof readRegister>(`/registers/${register}/rows`, { query: { most: 500 } });
  const options = (data?.rows ?? []).map(({ key, headline }) => [key, headline] as const);
  const known = value === "" || options.some(([key]) => key === value);
  return (
    <Choice {...label} value={value} options={known ? options : [...options, [value, value]]} onAnswer={onAnswer} />
  );
}

function Ticks({ field, value, onAnswer }: Control) {
  const ticked: readonly string[] = Array.isArray(value) ? value : [];
  return (
    <div style={{ display: "flex", flexWrap: "wrap" }}>
      {field.options?.map((option) => (
        <Checkbox
          key={option}
          label={optionWords(option)}
          checked={ticked.includes(option)}
          onChange={(_, { checked }) =>
            onAnswer(checked ? [...ticked, option] : ticked.filter((each) => each !== option))
          }
        />
      ))}
    </div>
  );
}

function Lines({ value, onAnswer, field: _, ...label }: Control) {
  const lines: readonly string[] = Array.isArray(value) ? value : [];
  return (
    <Textarea
      {...label}
      rows={Math.max(2, lines.length + 1)}
      placeholder="One a line"
      value={lines.join("\n")}
      onChange={(_, { value }) => onAnswer(value === "" ? [] : value.split("\n"))}
    />
  );
}

function Entries({ field, value, onAnswer }: Control) {
  const styles = useStyles();
  const entries: readonly Readonly<Record<string, unknown>>[] = Array.isArray(value) ? value : [];
  const set = (at: number, name: string, answer: unknown) =>
    onAnswer(entries.map((entry, place) => (place === at ? { ...entry, [name]: answer ?? undefined } : entry)));
  return (
    <div className={styles.entries}>
      {entries.map((entry, at) => (
        <div key={at} className={styles.entry}>
          {Object.entries(field.fields ?? {}).map(([name, each]) => (
            <Answer key={name} field={each} value={entry[name]} onAnswer={(answer) => set(at, name, answer)} />
          ))}
          <Button size="small" onClick={() => onAnswer(entries.filter((_, place) => place !== at))}>
            Take out line {at + 1}
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onAnswer([...entries, {}])}>
        Add a line to {field.label.toLowerCase()}
      </Button>
    </div>
  );
}

const useStyles = makeStyles({
  entries: { display: "grid", rowGap: "12px", justifyItems: "start" },
  entry: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(180px, 100%), 1fr))",
    gap: "12px",
    width: "100%",
    alignItems: "end",
    padding: "12px",
    boxSizing: "border-box",
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});
