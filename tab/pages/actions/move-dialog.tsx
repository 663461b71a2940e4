import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Textarea,
} from "@fluentui/react-components";
import { useState } from "react";
import { type ActionMove, actionMoves } from "#domain/actions/moves.ts";
import type { Problem } from "../../ask/problem.ts";
import { ProblemNote } from "../../look/problem-note.tsx";

interface Question {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly long?: true;
}

const reason: Question = { name: "reason", label: "Why?", required: true, long: true };

/** What each move asks. */
const questions: Readonly<Record<ActionMove, readonly Question[]>> = {
  start: [],
  wait: [{ name: "waitingFor", label: "Whom does it wait for, and for what?", required: true }],
  "offer-evidence": [
    { name: "record", label: "Record", required: true, hint: "Its number in the care system, or the file." },
    { name: "note", label: "What it shows", required: false, long: true, hint: "No names of people we support." },
  ],
  accept: [
    {
      name: "cause",
      label: "Cause",
      required: false,
      long: true,
      hint: "Why it happened, if it is not said yet. No names.",
    },
  ],
  "send-back": [reason],
  "judge-effective": [{ ...reason, label: "What do the numbers say?" }],
  "judge-not-yet": [{ ...reason, label: "What do the numbers say?" }],
  "judge-too-early": [{ ...reason, label: "What do the numbers say?" }],
  reopen: [reason],
};

interface Props {
  readonly move: ActionMove;
  /** The action's version; the one the dialog was opened on is what the person saw. */
  readonly etag: string;
  readonly problem: Problem | null;
  readonly busy: boolean;
  readonly onCommand: (command: Readonly<Record<string, unknown>>, etag: string) => void;
  readonly onCancel: () => void;
}

/** Asks what a move needs and makes it. What was typed stays when it is refused. */
export function MoveDialog({ move, etag, problem, busy, onCommand, onCancel }: Props) {
  const [seen] = useState(etag);
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const { says } = actionMoves[move];
  const title = says.charAt(0).toUpperCase() + says.slice(1);
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value.trim()));
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onCancel()}>
      <DialogSurface>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onCommand({ move, ...given }, seen);
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent style={{ display: "grid", rowGap: "16px" }}>
              {problem && <ProblemNote problem={problem} />}
              {questions[move].map(({ name, label, hint, required, long }) => {
                const Control = long ? Textarea : Input;
                return (
                  <Field key={name} label={label} required={required} {...(hint && { hint })}>
                    <Control
                      value={answers[name] ?? ""}
                      onChange={(_: unknown, { value }: { value: string }) =>
                        setAnswers((before) => ({ ...before, [name]: value }))
                      }
                    />
                  </Field>
                );
              })}
            </DialogContent>
            <DialogActions>
              <Button onClick={onCancel}>Cancel</Button>
              <Button type="submit" appearance="primary" disabledFocusable={busy}>
                {title}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
