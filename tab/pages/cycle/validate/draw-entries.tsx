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
} from "@fluentui/react-components";
import { useState } from "react";
import type { drawSample } from "#api/operations/draw-sample.ts";
import { useSend } from "../../../ask/use-send.ts";
import { ProblemNote } from "../../../look/problem-note.tsx";
import type { ShownPlan } from "./shown-checks.ts";

interface Props {
  readonly plan: ShownPlan;
  readonly onClose: () => void;
}

/** Of a source kept on paper only the number of its entries is known; which are looked up follows from the seed. */
export function DrawEntries({ plan, onClose }: Props) {
  const [entries, setEntries] = useState("");
  const draw = useSend<typeof drawSample>(({ drawn }) => `${drawn} entries drawn`);
  const count = Number(entries);
  const known = entries !== "" && Number.isInteger(count) && count >= 0;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!known) return;
            const body = { etag: plan.etag, entries: count };
            draw.mutate({ path: `/plans/${plan.key}/draw`, body }, { onSuccess: onClose });
          }}
        >
          <DialogBody>
            <DialogTitle>Draw from the {plan.independentSource?.toLowerCase() ?? "source"}</DialogTitle>
            <DialogContent style={{ display: "grid", rowGap: "16px" }}>
              {draw.error && <ProblemNote problem={draw.error} />}
              <Field
                label="How many entries does it have for the period?"
                hint="Count those about people this contract pays for."
                required
              >
                <Input inputMode="numeric" value={entries} onChange={(_, { value }) => setEntries(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>Cancel</Button>
              <Button type="submit" appearance="primary" disabledFocusable={!known || draw.isPending}>
                Draw
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
