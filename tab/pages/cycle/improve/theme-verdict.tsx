import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Radio,
  RadioGroup,
  Textarea,
} from "@fluentui/react-components";
import { useState } from "react";
import type { reviewTheme } from "#api/operations/review-theme.ts";
import type { Theme } from "#domain/registers/themes.ts";
import type { ShownRow } from "../../../ask/use-rows.ts";
import { useSend } from "../../../ask/use-send.ts";
import { ProblemNote } from "../../../look/problem-note.tsx";

interface Props {
  readonly theme: ShownRow<Theme>;
  readonly cycle: string;
  readonly onClose: () => void;
}

/** Leadership's verdict on what keeps coming back, with the numbers behind it. */
export function ThemeVerdict({ theme, cycle, onClose }: Props) {
  const [{ etag }] = useState(theme);
  const [verdict, setVerdict] = useState("");
  const [numbers, setNumbers] = useState("");
  const send = useSend<typeof reviewTheme>(() => "The verdict is kept");
  const ready = verdict !== "" && numbers.trim() !== "";
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!ready) return;
            const body = { etag, cycle, verdict, numbers: numbers.trim() };
            send.mutate({ path: `/themes/${theme.key}/verdict`, body, onTheirs: onClose }, { onSuccess: onClose });
          }}
        >
          <DialogBody>
            <DialogTitle>{theme.headline}</DialogTitle>
            <DialogContent style={{ display: "grid", rowGap: "16px" }}>
              {send.error && <ProblemNote problem={send.error} />}
              <Field label="How is it this time?" required>
                <RadioGroup value={verdict} onChange={(_, { value }) => setVerdict(value)}>
                  <Radio value="improved" label="Improved: the numbers show it" />
                  <Radio value="stable" label="Stable: neither better nor worse" />
                  <Radio value="escalated" label="Escalated: senior leadership and the commissioner talk about it" />
                </RadioGroup>
              </Field>
              <Field
                label="Which numbers say so?"
                hint="Cite a figure by its code, e.g. 2.1 % [missed-visits]."
                required
              >
                <Textarea rows={2} maxLength={255} value={numbers} onChange={(_, { value }) => setNumbers(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>Cancel</Button>
              <Button type="submit" appearance="primary" disabledFocusable={!ready || send.isPending}>
                Keep the verdict
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
