import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import type { addTheme } from "#api/operations/add-theme.ts";
import { themes } from "#domain/registers/themes.ts";
import { useSend } from "../../../ask/use-send.ts";
import { useMe } from "../../../frame/me-context.ts";
import { AddIcon } from "../../../look/icons.ts";
import { ProblemNote } from "../../../look/problem-note.tsx";
import { Answer } from "../../../register/answer.tsx";
import { fieldProblems } from "../../../register/field-problems.ts";

interface Props {
  readonly cycle: string;
  readonly contract: string;
}

/** Leadership names what keeps coming back; from then on every cycle of the contract has to look at it. */
export function AddTheme(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={(_, { open }) => setOpen(open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button icon={<AddIcon />}>Add a theme</Button>
      </DialogTrigger>
      <DialogSurface>{open && <ThemeForm {...props} onDone={() => setOpen(false)} />}</DialogSurface>
    </Dialog>
  );
}

const asked = ["name", "category", "services", "indicators", "owner"] as const;

function ThemeForm({ cycle, contract, onDone }: Props & { readonly onDone: () => void }) {
  const me = useMe();
  const [answers, setAnswers] = useState<Readonly<Record<string, unknown>>>({ owner: me.id });
  const add = useSend<typeof addTheme>(({ headline }) => `“${headline}” is a theme now`);
  const problems = fieldProblems(add.error);
  const ready = Boolean(answers.name && answers.category);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null && value !== ""));
    if (ready) add.mutate({ path: "/themes", body: { ...given, contract, cycle } }, { onSuccess: onDone });
  };
  return (
    <form noValidate onSubmit={submit}>
      <DialogBody>
        <DialogTitle>Add a theme</DialogTitle>
        <DialogContent style={{ display: "grid", rowGap: "16px", gridTemplateColumns: "minmax(0, 1fr)" }}>
          {add.error && <ProblemNote problem={add.error} />}
          {asked.map((name) => (
            <Answer
              key={name}
              field={themes.fields[name]}
              value={answers[name]}
              problem={problems[name]}
              onAnswer={(value) => setAnswers((before) => ({ ...before, [name]: value }))}
            />
          ))}
        </DialogContent>
        <DialogActions>
          <Button onClick={onDone}>Cancel</Button>
          <Button type="submit" appearance="primary" disabledFocusable={!ready || add.isPending}>
            Add
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
