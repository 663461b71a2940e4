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
import { type ReactNode, useState } from "react";
import type { giveCause } from "#api/operations/give-cause.ts";
import { useSend } from "../../../ask/use-send.ts";
import { ProblemNote } from "../../../look/problem-note.tsx";
import { Lines } from "./check-worklist.tsx";
import type { ShownCheck } from "./shown-checks.ts";

type Step = "cause" | "treatment" | "correction" | "re-check";

interface Props {
  readonly check: ShownCheck;
  readonly column: Step;
  /** Its name. */
  readonly service: string;
  readonly onClose: () => void;
}

type Said = Readonly<Record<string, string | boolean>>;

interface StepForm {
  readonly title: string;
  readonly path: string;
  readonly does: string;
  readonly saved: string;
  readonly ready: (said: Said) => boolean;
  readonly Fields: (given: { readonly said: Said; readonly say: (more: Said) => void }) => ReactNode;
}

/** The form of a discrepancy's next step. */
export function TakeOn({ check, column, service, onClose }: Props) {
  const [said, setSaid] = useState<Said>({});
  const { title, path, does, saved, ready, Fields } = forms[column];
  const send = useSend<typeof giveCause>(() => saved);
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!ready(said)) return;
            const body = { ...said, etag: check.etag };
            send.mutate({ path: `/validation-log/${check.key}/${path}`, body }, { onSuccess: onClose });
          }}
        >
          <DialogBody>
            <DialogTitle>
              {service}: {title}
            </DialogTitle>
            <DialogContent style={{ display: "grid", rowGap: "16px" }}>
              {send.error && <ProblemNote problem={send.error} />}
              <Lines words={`Reported: ${check.reportedValue ?? "nothing"}`} />
              <Lines words={`Source: ${check.sourceValue ?? "not found"}`} />
              <Fields said={said} say={(more) => setSaid((before) => ({ ...before, ...more }))} />
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>Cancel</Button>
              <Button type="submit" appearance="primary" disabledFocusable={!ready(said) || send.isPending}>
                {does}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

const filled = (value: string | boolean | undefined): boolean => typeof value === "string" && value.trim() !== "";

interface GivenFields {
  readonly said: Said;
  readonly say: (more: Said) => void;
}

function Choice({ label, name, options, said, say }: GivenFields & { label: string; name: string; options: Said }) {
  return (
    <Field label={label} required>
      <RadioGroup value={String(said[name] ?? "")} onChange={(_, { value }) => say({ [name]: value })}>
        {Object.entries(options).map(([value, words]) => (
          <Radio key={value} value={value} label={String(words)} />
        ))}
      </RadioGroup>
    </Field>
  );
}

const forms: Readonly<Record<Step, StepForm>> = {
  cause: {
    title: "why do they differ?",
    path: "cause",
    does: "Give the cause",
    saved: "The cause is kept. The contracts manager decides what is done.",
    ready: ({ cause, reason }) => filled(cause) && filled(reason),
    Fields: (given) => (
      <>
        <Choice
          {...given}
          label="What is it?"
          name="cause"
          options={{
            "data-error": "Written down wrongly",
            "incomplete-recording": "Not all written down",
            "genuine-concern": "Written down rightly: the care itself is the concern",
          }}
        />
        <Words {...given} name="reason" label="What happened?" hint="No names of people we support." />
      </>
    ),
  },
  treatment: {
    title: "what is done about it?",
    path: "treatment",
    does: "Decide",
    saved: "Decided",
    ready: ({ treatment }) => filled(treatment),
    Fields: (given) => (
      <>
        <Choice
          {...given}
          label="What is done?"
          name="treatment"
          options={{
            "data-correction": "The record is corrected at its source",
            "narrative-explanation": "The commentary explains it",
            "process-improvement": "An action makes sure it does not come back",
          }}
        />
        <Checkbox
          label="The record counts differently from now on, and the figure comes out better for it (the quality lead agrees first)"
          checked={given.said.improvesFigure === true}
          onChange={(_, { checked }) => given.say({ improvesFigure: checked === true })}
        />
      </>
    ),
  },
  correction: {
    title: "what was corrected?",
    path: "correction",
    does: "Record the correction",
    saved: "The correction is kept. Export again, so that it reaches the figures.",
    ready: ({ reason, source }) => filled(reason) && filled(source),
    Fields: (given) => (
      <>
        <Words {...given} name="reason" label="What was corrected, and why?" />
        <Field label="Where does the right value stand?" hint="E.g. paper chart, call log entry." required>
          <Input value={String(given.said.source ?? "")} onChange={(_, { value }) => given.say({ source: value })} />
        </Field>
      </>
    ),
  },
  "re-check": {
    title: "is it settled?",
    path: "recheck",
    does: "Keep it",
    saved: "The second check is kept",
    ready: ({ settled, reason }) => settled === true || (settled === false && filled(reason)),
    Fields: (given) => (
      <>
        <Field label="Is it settled?" required>
          <RadioGroup
            value={given.said.settled === undefined ? "" : String(given.said.settled)}
            onChange={(_, { value }) => given.say({ settled: value === "true" })}
          >
            <Radio value="true" label="Yes" />
            <Radio value="false" label="No, it still differs" />
          </RadioGroup>
        </Field>
        {given.said.settled === false && <Words {...given} name="reason" label="What still differs?" />}
      </>
    ),
  },
};

function Words({ said, say, name, label, hint }: GivenFields & { name: string; label: string; hint?: string }) {
  return (
    <Field label={label} required {...(hint && { hint })}>
      <Textarea rows={3} value={String(said[name] ?? "")} onChange={(_, { value }) => say({ [name]: value })} />
    </Field>
  );
}
