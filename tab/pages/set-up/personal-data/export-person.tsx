import { Field, Input } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useDownload } from "../../../ask/use-download.ts";
import { ReasonDialog } from "../../../look/reason-dialog.tsx";

/** Downloads everything held about one supported person, for whoever answers their access request. */
export function ExportPerson({ onClose }: { readonly onClose: () => void }) {
  const download = useDownload();
  const queries = useQueryClient();
  const [reference, setReference] = useState("");
  return (
    <ReasonDialog
      title="Download what is held about a person"
      question="Why?"
      hint="E.g. who asked and when, without naming anybody. It is kept and looked through every month."
      does="Download"
      problem={download.error}
      busy={download.isPending}
      onCancel={onClose}
      onReason={(reason) =>
        download.mutate(
          { path: "/personal-data/export", method: "POST", body: { reference, reason } },
          {
            onSuccess: () => {
              onClose();
              void queries.invalidateQueries();
            },
          },
        )
      }
    >
      <ReferenceField value={reference} onChange={setReference} />
    </ReasonDialog>
  );
}

interface ReferenceProps {
  readonly value: string;
  readonly onChange: (reference: string) => void;
}

export function ReferenceField({ value, onChange }: ReferenceProps) {
  return (
    <Field label="Their reference in the care system" required hint="It is turned into a code at once and not kept.">
      <Input value={value} autoComplete="off" onChange={(_, { value }) => onChange(value)} />
    </Field>
  );
}
