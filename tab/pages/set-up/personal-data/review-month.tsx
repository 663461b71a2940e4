import type { reviewPersonalData } from "#api/operations/review-personal-data.ts";
import { useSend } from "../../../ask/use-send.ts";
import { ReasonDialog } from "../../../look/reason-dialog.tsx";
import { sayWholeMonth } from "./months.ts";

interface Props {
  readonly month: string;
  readonly onClose: () => void;
}

/** Records that a month was looked through, and what was found. */
export function ReviewMonth({ month, onClose }: Props) {
  const send = useSend<typeof reviewPersonalData>(() => `${sayWholeMonth(month)} is reviewed`);
  return (
    <ReasonDialog
      title={`Record that ${sayWholeMonth(month)} was reviewed`}
      question="What did you find?"
      hint="If only that all was in order."
      does="Reviewed"
      problem={send.error}
      busy={send.isPending}
      onCancel={onClose}
      onReason={(found) =>
        send.mutate({ path: `/personal-data/${month}/review`, body: { found } }, { onSuccess: onClose })
      }
    />
  );
}
