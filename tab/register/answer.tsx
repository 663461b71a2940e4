import { Button, Checkbox, Input, Field as Labelled, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Field, Kind } from "#domain/register/field.ts";
import { optionWords } from "#domain/register/option-words.ts";
import { codesIn } from "#domain/register/row-links.ts";
import { Choice, capital, PersonChoice, RowChoice, RowTicks } from "./choices.tsx";
import { ShowAnswer } from "./show-answer.tsx";

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

const Typed = typed("text");

/** Longer texts hold several codes. */
const ONE_CODE = 60;

const controls = {
  text: (control) =>
    control.field.codeOf && (control.field.max ?? 0) <= ONE_CODE ? (
      <RowChoice register={control.field.codeOf} by="code" value={words(control.value)} onAnswer={control.onAnswer} />
    ) : control.field.codeOf ? (
      <RowTicks
        register={control.field.codeOf}
        by="code"
        ticked={codesIn(control.value)}
        onTicked={(codes) => control.onAnswer(codes.join(", ") || null)}
      />
    ) : (
      <Typed {...control} />
    ),
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
      options={(field.options ?? []).map((each) => [each, capital(optionWords(each))])}
      onAnswer={onAnswer}
    />
  ),
  many: (control) => {
    const { field, value, onAnswer } = control;
    if (field.options) return <Ticks {...control} />;
    if (!field.to) return <Lines {...control} />;
    return <RowTicks register={field.to} ticked={Array.isArray(value) ? value : []} onTicked={onAnswer} />;
  },
  day: typed("date"),
  instant: still,
  person: ({ value, onAnswer }) => <PersonChoice value={words(value)} onAnswer={onAnswer} />,
  reference: ({ field, value, onAnswer }) => (
    <RowChoice register={field.to ?? ""} value={words(value)} onAnswer={onAnswer} />
  ),
  part: (control) => <Entries {...control} />,
  hash: still,
} satisfies Record<Kind, (control: Control) => ReactNode>;

/** What helps to answer it, and that a restricted answer goes nowhere else. */
function hintOf({ help = "", restricted }: Field): string {
  const kept = restricted && !help.includes("in this register") ? "It stays in this register." : "";
  return [help, kept].filter(Boolean).join(" ");
}

const isList = ({ kind, options, to, codeOf, max = 0 }: Field): boolean =>
  kind === "part" || (kind === "many" && Boolean(options ?? to)) || Boolean(codeOf && max > ONE_CODE);

/** One question of a register: label, help, control and problem all come from its field. Where it sits is the page's choice. */
export function Answer({ problem, ...control }: Control & { readonly problem?: string | undefined }) {
  const { label, required, kind } = control.field;
  const hint = hintOf(control.field);
  const ControlOfKind = controls[kind];
  if (isList(control.field))
    return (
      <fieldset style={{ border: "none", margin: 0, padding: 0, minWidth: 0 }}>
        <legend style={{ padding: 0, marginBottom: 4 }}>{label}</legend>
        {hint && <div style={{ color: tokens.colorNeutralForeground3, fontSize: 12 }}>{hint}</div>}
        <ControlOfKind {...control} />
        {problem && <div style={{ color: tokens.colorStatusDangerForeground3 }}>{problem}</div>}
      </fieldset>
    );
  return (
    <Labelled
      label={label}
      required={required}
      {...(hint && { hint })}
      {...(problem && { validationMessage: problem })}
    >
      <ControlOfKind {...control} />
    </Labelled>
  );
}

function Ticks({ field, value, onAnswer }: Control) {
  const ticked: readonly string[] = Array.isArray(value) ? value : [];
  return (
    <div style={{ display: "flex", flexWrap: "wrap" }}>
      {field.options?.map((option) => (
        <Checkbox
          key={option}
          label={capital(optionWords(option))}
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
