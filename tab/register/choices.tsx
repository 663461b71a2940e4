import { Checkbox, Select } from "@fluentui/react-components";
import { useNames } from "./use-names.ts";
import { useRowNames } from "./use-row-names.ts";

/** The same words with a capital at the start. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

interface Choosing {
  readonly value: string;
  readonly onAnswer: (value: string | null) => void;
}

/** One of a few, or none. */
export function Choice({
  value,
  options,
  onAnswer,
  ...label
}: Choosing & { readonly options: readonly (readonly [string, string])[] }) {
  return (
    <Select
      {...label}
      root={{ style: { minWidth: 0 } }}
      select={{ style: { minWidth: 0, width: "100%" } }}
      value={value}
      onChange={(_, { value }) => onAnswer(value || null)}
    >
      <option value="">Choose</option>
      {options.map(([key, say]) => (
        <option key={key} value={key}>
          {say}
        </option>
      ))}
    </Select>
  );
}

/** One of the people of the organisation. */
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

/** One row of another register, by name; kept by its key, or by its code. */
export function RowChoice({
  register,
  by = "key",
  value,
  onAnswer,
  ...label
}: Choosing & { readonly register: string; readonly by?: "key" | "code" }) {
  const options = useRowOptions(register, by);
  const known = value === "" || options.some(([key]) => key === value);
  return (
    <Choice {...label} value={value} options={known ? options : [...options, [value, value]]} onAnswer={onAnswer} />
  );
}

/** A register's rows to choose from, by name; each code once. */
function useRowOptions(register: string, by: "key" | "code"): readonly (readonly [string, string])[] {
  const named = useRowNames([register])(register);
  const options = new Map(named.map(({ key, code, name }) => [by === "code" ? (code ?? key) : key, name]));
  return [...options].toSorted(([, a], [, b]) => a.localeCompare(b));
}

interface Ticking {
  readonly register: string;
  readonly by?: "key" | "code";
  readonly ticked: readonly string[];
  readonly onTicked: (ticked: readonly string[]) => void;
}

/** Several rows of another register, by name; one that is ticked and not to be seen stays ticked. */
export function RowTicks({ register, by = "key", ticked, onTicked }: Ticking) {
  const options = useRowOptions(register, by);
  return (
    <div style={{ display: "flex", flexWrap: "wrap", maxHeight: 240, overflowY: "auto" }}>
      {options.map(([key, name]) => (
        <Checkbox
          key={key}
          label={name}
          checked={ticked.includes(key)}
          onChange={(_, { checked }) => onTicked(checked ? [...ticked, key] : ticked.filter((each) => each !== key))}
        />
      ))}
    </div>
  );
}
