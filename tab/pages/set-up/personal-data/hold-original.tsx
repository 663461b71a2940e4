import type { holdOriginal } from "#api/operations/hold-original.ts";
import { useSend } from "../../../ask/use-send.ts";
import { ReasonDialog } from "../../../look/reason-dialog.tsx";
import type { Original } from "./held.ts";

interface Props {
  readonly original: Original;
  readonly onClose: () => void;
}

/** Keeps an original beyond its time, or lets go of one that is kept. */
export function HoldOriginal({ original: { import: key, fileName, held }, onClose }: Props) {
  const release = held !== undefined;
  const send = useSend<typeof holdOriginal>(() =>
    release
      ? `“${fileName}” is let go. It is erased when its time is over.`
      : `“${fileName}” is held until it is let go`,
  );
  return (
    <ReasonDialog
      title={release ? `Let go of ${fileName}?` : `Hold ${fileName}?`}
      question={release ? "Why is it no longer needed?" : "Why has it to be kept?"}
      hint={
        release
          ? "It is then erased when its time is over, which may be tonight."
          : "It is not erased until somebody lets it go, e.g. when a complaint is closed."
      }
      does={release ? "Let go" : "Hold"}
      problem={send.error}
      busy={send.isPending}
      onCancel={onClose}
      onReason={(reason) =>
        send.mutate({ path: `/imports/${key}/hold`, body: { release, reason } }, { onSuccess: onClose })
      }
    />
  );
}
