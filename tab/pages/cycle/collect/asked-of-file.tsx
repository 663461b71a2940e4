import { makeStyles, Radio, RadioGroup, Select, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { AskIcon } from "../../../look/icons.ts";
import type { Answers, Received } from "./incoming-file.tsx";

type Ask = NonNullable<Received["preview"]["problems"][number]["ask"]>;
type DayFormat = Received["preview"]["choice"]["days"][string];

interface Props {
  readonly say: string;
  readonly ask: Ask;
  readonly busy: boolean;
  readonly onAnswer: (answers: Answers) => void;
}

const dayWords: Readonly<Record<DayFormat, string>> = {
  "day-first": "Day first: 3/4 is the 3rd of April",
  "month-first": "Month first: 3/4 is the 4th of March",
  iso: "Year first: 2026-04-03",
  excel: "As Excel keeps days",
};

/** A question about a file that only a person can answer, asked where its rows are shown. */
export function AskedOfFile({ say, ask, busy, onAnswer }: Props) {
  const styles = useStyles();
  const id = useId();
  const { field, heading, options } = ask;
  return (
    <div className={styles.ask}>
      <AskIcon aria-hidden className={styles.icon} />
      <div>
        <p id={id} className={styles.say}>
          {say}
        </p>
        {field === "days" ? (
          <RadioGroup
            aria-labelledby={id}
            disabled={busy}
            onChange={(_, { value }) => onAnswer({ days: { [heading]: value as DayFormat } })}
          >
            {options.map((option) => (
              <Radio key={option} value={option} label={dayWords[option as DayFormat] ?? option} />
            ))}
          </RadioGroup>
        ) : (
          <Select
            aria-labelledby={id}
            disabled={busy}
            defaultValue=""
            onChange={(_, { value }) => value && onAnswer({ renamed: { [heading]: value } })}
          >
            <option value="">Choose a column of the file</option>
            {options.map((option) => (
              <option key={option}>{option}</option>
            ))}
          </Select>
        )}
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  ask: {
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1fr)",
    columnGap: "10px",
    padding: "12px 16px",
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  icon: { color: tokens.colorBrandForeground2, marginTop: "2px" },
  say: { margin: "0 0 4px", fontWeight: 600 },
});
