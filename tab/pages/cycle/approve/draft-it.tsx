import { Button } from "@fluentui/react-components";
import type { draftPack } from "#api/operations/draft-pack.ts";
import { useSend } from "../../../ask/use-send.ts";
import { holds, useMe } from "../../../frame/me-context.ts";
import { ProblemNote } from "../../../look/problem-note.tsx";

/** Drafts what is read and signed: the first time, and again when something in it changed. */
export function DraftIt({ cycle, again }: { readonly cycle: string; readonly again?: boolean }) {
  const me = useMe();
  const send = useSend<typeof draftPack>(({ packVersion, created }) =>
    created ? `Version ${packVersion} is drafted` : `Version ${packVersion} still says the same`,
  );
  if (!holds(me, "contracts-manager")) return null;
  return (
    <>
      {send.error && <ProblemNote problem={send.error} />}
      <Button
        appearance="primary"
        disabledFocusable={send.isPending}
        onClick={() => send.mutate({ path: `/cycles/${cycle}/packs`, body: {} })}
      >
        {send.isPending ? "Drafting…" : again ? "Draft it again" : "Draft the pack"}
      </Button>
    </>
  );
}
