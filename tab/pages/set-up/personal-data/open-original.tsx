import { useQueryClient } from "@tanstack/react-query";
import { useDownload } from "../../../ask/use-download.ts";
import { ReasonDialog } from "../../../look/reason-dialog.tsx";
import type { Original } from "./held.ts";

interface Props {
  readonly original: Original;
  readonly onClose: () => void;
}

/** Asks why, then downloads the export with its names. */
export function OpenOriginal({ original, onClose }: Props) {
  const download = useDownload();
  const queries = useQueryClient();
  return (
    <ReasonDialog
      title={`Open ${original.fileName}?`}
      question="Why do you need to see it?"
      hint="It has people's names in it. Your reason is kept and looked through every month. Name nobody in it."
      does="Open and download"
      problem={download.error}
      busy={download.isPending}
      onCancel={onClose}
      onReason={(reason) =>
        download.mutate(
          { path: `/imports/${original.import}/original`, method: "POST", body: { reason } },
          {
            onSuccess: () => {
              onClose();
              void queries.invalidateQueries();
            },
          },
        )
      }
    />
  );
}
