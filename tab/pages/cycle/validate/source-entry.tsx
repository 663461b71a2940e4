import {
  Button,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { addSourceRecord } from "#api/operations/add-source-record.ts";
import type { InputOf } from "../../../ask/answer-of.ts";
import { useSend } from "../../../ask/use-send.ts";
import { useMe } from "../../../frame/me-context.ts";
import { Card } from "../../../look/card.tsx";
import { ProblemNote } from "../../../look/problem-note.tsx";
import { narrow, phone } from "../../../look/theme.ts";
import type { ShownPlan } from "./shown-checks.ts";
import { ThreeAnswers } from "./three-answers.tsx";

type Entry = Partial<Omit<InputOf<typeof addSourceRecord>, "key" | "entry" | "result">>;

/** Entries of a source kept apart from the care system, laid beside what was reported, one after another. */
export function SourceEntry({ plan }: { readonly plan: ShownPlan }) {
  const [entry] = plan.entries ?? [];
  if (entry === undefined) return null;
  return (
    <Card title={`${plan.independentSource ?? "The source"}, entry ${entry}`} aside={`${plan.entries?.length} left`}>
      <OneEntry key={entry} plan={plan} entry={entry} />
    </Card>
  );
}

function OneEntry({ plan, entry }: { readonly plan: ShownPlan; readonly entry: number }) {
  const styles = useStyles();
  const [said, setSaid] = useState<Entry>({});
  const path = `/plans/${plan.key}/records`;
  const look = useSend<typeof addSourceRecord>(({ matches }) =>
    matches.length === 0 ? "The data has nothing like it" : `The data has ${matches.length} like it`,
  );
  const keep = useSend<typeof addSourceRecord>(() => `Entry ${entry} is kept`);
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ""));
  const say = (more: Entry) => setSaid((before) => ({ ...before, ...more }));
  const ready = said.service && said.day && said.value;
  const problem = look.error ?? keep.error;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) look.mutate({ path, body: { ...given, entry } });
      }}
    >
      {problem && <ProblemNote problem={problem} />}
      <Where said={said} say={say} />
      <Field label="What it says" hint="Numbers, times and codes. No names." required>
        <Textarea rows={2} value={said.value ?? ""} onChange={(_, { value }) => say({ value })} />
      </Field>
      <div>
        <Button type="submit" disabledFocusable={!ready || look.isPending}>
          See what we reported
        </Button>
      </div>
      {look.data && (
        <>
          <Matches matches={look.data.matches} chosen={said.record} onChoose={(record) => say({ record })} />
          <ThreeAnswers
            busy={keep.isPending}
            onAnswer={(result) => keep.mutate({ path, body: { ...given, entry, result } })}
          />
        </>
      )}
    </form>
  );
}

function Where({ said, say }: { readonly said: Entry; readonly say: (more: Entry) => void }) {
  const styles = useStyles();
  const { services } = useMe();
  return (
    <div className={styles.fields}>
      <Field label="Service" required>
        <Select value={said.service ?? ""} onChange={(_, { value }) => say({ service: value })}>
          <option value="">Choose</option>
          {services.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Day" required>
        <Input
          className={styles.input}
          type="date"
          value={said.day ?? ""}
          onChange={(_, { value }) => say({ day: value })}
        />
      </Field>
      <Field label="Time">
        <Input
          className={styles.input}
          type="time"
          value={said.time ?? ""}
          onChange={(_, { value }) => say({ time: value })}
        />
      </Field>
      <Field label="Person's reference">
        <Input className={styles.input} value={said.person ?? ""} onChange={(_, { value }) => say({ person: value })} />
      </Field>
    </div>
  );
}

interface MatchesProps {
  readonly matches: readonly { readonly record: string; readonly says: string }[];
  readonly chosen: string | undefined;
  readonly onChoose: (record: string) => void;
}

function Matches({ matches, chosen, onChoose }: MatchesProps) {
  const styles = useStyles();
  if (matches.length === 0)
    return <p className={styles.nothing}>We reported nothing like it for that service, day and time.</p>;
  return (
    <Field label="What we reported">
      <RadioGroup value={chosen ?? ""} onChange={(_, { value }) => onChoose(value)}>
        {matches.map(({ record, says }) => (
          <Radio key={record} value={record} label={says} />
        ))}
      </RadioGroup>
    </Field>
  );
}

const useStyles = makeStyles({
  form: { display: "grid", rowGap: "16px" },
  fields: {
    display: "grid",
    gridTemplateColumns: "repeat(4, minmax(0, 1fr))",
    gap: "12px",
    [narrow]: { gridTemplateColumns: "repeat(2, minmax(0, 1fr))" },
    [phone]: { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  input: { minWidth: 0, width: "100%" },
  nothing: { margin: 0, fontWeight: 600, color: tokens.colorStatusDangerForeground1 },
});
