import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Textarea,
} from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { Problem } from "../ask/problem.ts";
import { ProblemNote } from "./problem-note.tsx";

interface Props {
  readonly title: string;
  readonly question: string;
  /** What the button says, e.g. `Send back`. */
  readonly does: string;
  readonly hint?: string;
  readonly problem?: Problem | null;
  readonly busy?: boolean;
  /** More questions above the reason. */
  readonly children?: ReactNode;
  readonly onReason: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Asks for the reason of something that cannot simply be undone. What was typed stays when it is refused. */
export function ReasonDialog({ title, question, does, hint, problem, busy, children, onReason, onCancel }: Props) {
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const missing = asked && reason.trim() === "";
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onCancel()}>
      <DialogSurface>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setAsked(true);
            if (reason.trim()) onReason(reason.trim());
          }}
        >
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent style={{ display: "grid", rowGap: "16px" }}>
              {problem && <ProblemNote problem={problem} />}
              {children}
              <Field
                label={question}
                required
                {...(hint && { hint })}
                {...(missing && { validationMessage: "Say it in a sentence." })}
              >
                <Textarea value={reason} onChange={(_, { value }) => setReason(value)} rows={4} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onCancel}>Cancel</Button>
              <Button type="submit" appearance="primary" disabledFocusable={busy ?? false}>
                {does}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
