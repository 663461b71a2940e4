import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
} from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import type { addAction } from "#api/operations/add-action.ts";
import { addDays } from "#domain/day.ts";
import { actions } from "#domain/registers/actions.ts";
import { useSend } from "../../ask/use-send.ts";
import { useMe } from "../../frame/me-context.ts";
import { useScope } from "../../frame/scope.ts";
import { AddIcon } from "../../look/icons.ts";
import { ProblemNote } from "../../look/problem-note.tsx";
import { Answer } from "../../register/answer.tsx";
import { fieldProblems } from "../../register/field-problems.ts";
import { useToday } from "../../words/today-context.ts";

interface Props {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** The questions of a new action, in the order one thinks of them. */
const asked = ["action", "owner", "deadline", "category", "service", "contract", "cause", "evidenceRequired"] as const;

/** Adds an action: what, who, by when; the rest has a good guess in it already. */
export function AddAction({ open, onOpen }: Props) {
  return (
    <Dialog open={open} onOpenChange={(_, { open }) => onOpen(open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button appearance="primary" icon={<AddIcon />}>
          Add an action
        </Button>
      </DialogTrigger>
      <DialogSurface>{open && <AddForm onDone={() => onOpen(false)} />}</DialogSurface>
    </Dialog>
  );
}

const FORTNIGHT = 14;

function AddForm({ onDone }: { readonly onDone: () => void }) {
  const styles = useStyles();
  const me = useMe();
  const today = useToday();
  const [scope] = useScope();
  const [, go] = useLocation();
  const [service] = me.services;
  const [answers, setAnswers] = useState<Readonly<Record<string, unknown>>>({
    owner: me.id,
    deadline: addDays(today, FORTNIGHT),
    category: "other",
    ...(scope.contract && { contract: scope.contract }),
    ...(scope.service ? { service: scope.service } : me.services.length === 1 && service && { service: service.key }),
  });
  const add = useSend<typeof addAction>(({ headline }) => `Added “${headline}”`);
  const problems = fieldProblems(add.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null && value !== ""));
    add.mutate(
      { path: "/actions", body },
      {
        onSuccess: ({ key }) => {
          onDone();
          go(`/actions/${key}`);
        },
      },
    );
  };
  return (
    <form noValidate onSubmit={submit}>
      <DialogBody>
        <DialogTitle>Add an action</DialogTitle>
        <DialogContent className={styles.content}>
          {add.error && <ProblemNote problem={add.error} />}
          {asked.map((name) => (
            <div
              key={name}
              className={
                name === "action" || name === "cause" || name === "evidenceRequired" ? styles.whole : undefined
              }
            >
              <Answer
                field={actions.fields[name]}
                value={answers[name]}
                problem={problems[name]}
                onAnswer={(value) => setAnswers((before) => ({ ...before, [name]: value }))}
              />
            </div>
          ))}
          <Checkbox
            className={styles.whole}
            label="Makes people safe now: the cause may follow"
            checked={answers.makeSafe === true}
            onChange={(_, { checked }) => setAnswers((before) => ({ ...before, makeSafe: checked === true }))}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onDone}>Cancel</Button>
          <Button type="submit" appearance="primary" disabledFocusable={add.isPending}>
            Add
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}

const useStyles = makeStyles({
  content: { display: "grid", gap: "16px", gridTemplateColumns: "repeat(auto-fit, minmax(min(220px, 100%), 1fr))" },
  whole: { gridColumn: "1 / -1" },
});
