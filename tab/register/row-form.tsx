import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { changeRow } from "#api/operations/change-row.ts";
import type { RowAnswer } from "#api/operations/row-answer.ts";
import type { Register } from "#domain/register/register.ts";
import { useSend } from "../ask/use-send.ts";
import { ProblemNote } from "../look/problem-note.tsx";
import { Answer } from "./answer.tsx";
import { editableFields } from "./editable-fields.ts";
import { fieldProblems } from "./field-problems.ts";

interface Props {
  readonly register: Register;
  readonly row: RowAnswer;
  readonly onDone: () => void;
}

/** The row's plain answers as a form made from the register. Only what was changed is sent, against the version that was seen. */
export function RowForm({ register, row, onDone }: Props) {
  const styles = useStyles();
  const [changes, setChanges] = useState<Readonly<Record<string, unknown>>>({});
  const save = useSend<typeof changeRow>(({ headline }) => `Saved “${headline}”`);
  // The version on screen when the form was opened: what is read meanwhile in the background was not seen.
  const [{ etag }] = useState(row);
  const send = () =>
    save.mutate(
      {
        path: `/registers/${register.slug}/rows/${row.key}`,
        method: "PATCH",
        body: { etag, changes },
        onTheirs: onDone,
      },
      { onSuccess: onDone },
    );
  const problems = fieldProblems(save.error);
  const nothing = Object.keys(changes).length === 0;
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!nothing) send();
      }}
    >
      {save.error && <ProblemNote problem={save.error} />}
      {editableFields(register).map(([name, field]) => (
        <Answer
          key={name}
          field={field}
          value={name in changes ? changes[name] : row.answers[name]}
          problem={problems[name]}
          onAnswer={(value) => setChanges((before) => ({ ...before, [name]: value }))}
        />
      ))}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={nothing || save.isPending}>
          Save
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  );
}

const useStyles = makeStyles({
  form: { display: "grid", rowGap: "16px", maxWidth: "720px", gridTemplateColumns: "minmax(0, 1fr)" },
  buttons: { display: "flex", columnGap: "8px" },
});
