import { useState } from "react";
import type { askErasure } from "#api/operations/ask-erasure.ts";
import { useSend } from "../../../ask/use-send.ts";
import { ReasonDialog } from "../../../look/reason-dialog.tsx";
import { ReferenceField } from "./export-person.tsx";

/** Asks for everything about one supported person to be erased. A senior leader answers later. */
export function AskErasure({ onClose }: { readonly onClose: () => void }) {
  const send = useSend<typeof askErasure>(() => "Asked for. A senior leader has to agree before anything is erased.");
  const [reference, setReference] = useState("");
  return (
    <ReasonDialog
      title="Ask for a person to be erased"
      question="Why?"
      hint="The senior leader who answers reads this. Name nobody in it."
      does="Ask for it"
      problem={send.error}
      busy={send.isPending}
      onCancel={onClose}
      onReason={(reason) =>
        send.mutate({ path: "/personal-data/erasures", body: { reference, reason } }, { onSuccess: onClose })
      }
    >
      <p style={{ margin: 0 }}>Erase them in the care system first: the next export would bring them back.</p>
      <ReferenceField value={reference} onChange={setReference} />
    </ReasonDialog>
  );
}
