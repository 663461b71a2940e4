import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Radio,
  RadioGroup,
  Textarea,
} from "@fluentui/react-components";
import { useState } from "react";
import type { answerReview } from "#api/operations/answer-review.ts";
import type { InputOf } from "../../../ask/answer-of.ts";
import { useSend } from "../../../ask/use-send.ts";
import { ProblemNote } from "../../../look/problem-note.tsx";
import type { ShownReview } from "./shown-review.ts";

type Answer = Partial<Omit<InputOf<typeof answerReview>, "key" | "etag">>;

interface Props {
  readonly review: ShownReview;
  /** What is asked: “Does it fit Birchwood?” */
  readonly question: string;
  readonly onClose: () => void;
}

/** A manager's answer: does it fit the service, what worries them, and of figures what they know that no record shows. */
export function AnswerReview({ review, question, onClose }: Props) {
  const [said, setSaid] = useState<Answer>({});
  const send = useSend<typeof answerReview>(() => "Thank you. Your answer is kept.");
  const aboutFigures = review.answers.subjectKind === "period-data";
  const say = (more: Answer) => setSaid((before) => ({ ...before, ...more }));
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const path = `/manager-reviews/${review.key}/answer`;
            send.mutate({ path, body: { ...said, etag: review.etag } }, { onSuccess: onClose });
          }}
        >
          <DialogBody>
            <DialogTitle>{question}</DialogTitle>
            <DialogContent style={{ display: "grid", rowGap: "16px" }}>
              {send.error && <ProblemNote problem={send.error} />}
              <Field label="Your answer" required>
                <RadioGroup
                  layout="horizontal"
                  value={said.answer ?? ""}
                  onChange={(_, { value }) => say({ answer: value as "yes" | "partly" | "no" })}
                >
                  <Radio value="yes" label="Yes" />
                  <Radio value="partly" label="Partly" />
                  <Radio value="no" label="No" />
                </RadioGroup>
              </Field>
              {said.answer && said.answer !== "yes" && (
                <Words label="What worries you about it?" required onWords={(concern) => say({ concern })} />
              )}
              {aboutFigures ? (
                <>
                  <Words
                    label="What was going on?"
                    hint="Staffing, weather, new people."
                    onWords={(context) => say({ context })}
                  />
                  <LocalKnowledge said={said} say={say} />
                </>
              ) : (
                <Words label="What is missing from the records?" onWords={(gaps) => say({ gaps })} />
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>Cancel</Button>
              <Button type="submit" appearance="primary" disabledFocusable={!said.answer || send.isPending}>
                Answer
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

function LocalKnowledge({ said, say }: { readonly said: Answer; readonly say: (more: Answer) => void }) {
  return (
    <>
      <Checkbox
        label="What I know here says otherwise than the figures"
        checked={said.localKnowledge ?? false}
        onChange={(_, { checked }) => say({ localKnowledge: checked === true })}
      />
      {said.localKnowledge && (
        <>
          <Field label="The true figure is" required>
            <RadioGroup
              layout="horizontal"
              value={said.direction ?? ""}
              onChange={(_, { value }) => say({ direction: value as "higher" | "lower" | "cannot-say" })}
            >
              <Radio value="higher" label="Higher" />
              <Radio value="lower" label="Lower" />
              <Radio value="cannot-say" label="Cannot say" />
            </RadioGroup>
          </Field>
          <Field label="By about how much?" hint="E.g. two or three visits a week.">
            <Input value={said.size ?? ""} onChange={(_, { value }) => say({ size: value })} />
          </Field>
        </>
      )}
    </>
  );
}

interface WordsProps {
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly onWords: (words: string) => void;
}

function Words({ label, hint = "", required = false, onWords }: WordsProps) {
  return (
    <Field label={label} hint={`${hint} No names of people we support.`.trim()} required={required}>
      <Textarea rows={3} onChange={(_, { value }) => onWords(value)} />
    </Field>
  );
}
