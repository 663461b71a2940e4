import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import type { actionMoreTime } from "#api/operations/action-more-time.ts";
import type { RowAnswer } from "#api/operations/row-answer.ts";
import { addDays } from "#domain/day.ts";
import { useSend } from "../../ask/use-send.ts";
import { ReasonDialog } from "../../look/reason-dialog.tsx";
import { useToday } from "../../words/today-context.ts";

/** Moves an action's deadline: until when, and why. The old one is kept. */
export function MoreTime({ row, onDone }: { readonly row: RowAnswer; readonly onDone: () => void }) {
  const today = useToday();
  const [{ etag }] = useState(row);
  const [until, setUntil] = useState(addDays(today, 14));
  const send = useSend<typeof actionMoreTime>(() => "The deadline has moved");
  return (
    <ReasonDialog
      title="Ask for more time"
      question="What stands in the way?"
      does="Move the deadline"
      problem={send.error}
      busy={send.isPending}
      onCancel={onDone}
      onReason={(reason) =>
        send.mutate(
          { path: `/actions/${row.key}/more-time`, body: { etag, until, reason }, onTheirs: onDone },
          { onSuccess: onDone },
        )
      }
    >
      <Field label="Until" required>
        <Input type="date" value={until} onChange={(_, { value }) => setUntil(value)} />
      </Field>
    </ReasonDialog>
  );
}
