import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { readPack } from "#api/operations/read-pack.ts";
import { useAnswer } from "../../ask/use-answer.ts";
import { Answered } from "../../look/answered.tsx";
import { Card } from "../../look/card.tsx";
import { Empty } from "../../look/empty.tsx";
import { Doubts } from "./approve/doubts.tsx";
import { DraftIt } from "./approve/draft-it.tsx";
import { MyDecision } from "./approve/my-decision.tsx";
import { PackHidden } from "./approve/pack-hidden.tsx";
import { usePacks } from "./approve/use-pack.ts";
import { WhatIsSigned } from "./approve/what-is-signed.tsx";
import { WhoSigns } from "./approve/who-signs.tsx";
import type { StageProps } from "./stage-page.ts";

/** Approving: open doubts first, then what changed, then exactly what is signed and by whom. */
export function StageWork({ cycle }: StageProps) {
  const { answer, current } = usePacks(cycle.key);
  return (
    <Answered answer={answer} reading="Reading the pack's versions">
      {() =>
        current ? (
          <OnePack cycle={cycle} pack={current.key} />
        ) : answer.data?.hidden ? (
          <PackHidden />
        ) : (
          <Card>
            <Empty title="No pack is drafted yet" action={<DraftIt cycle={cycle.key} />}>
              A contracts manager drafts it once the figures are checked and explained. What is drafted is what is read
              and signed.
            </Empty>
          </Card>
        )
      }
    </Answered>
  );
}

function OnePack({ cycle, pack: key }: StageProps & { readonly pack: string }) {
  const answer = useAnswer<typeof readPack>(`/packs/${key}`);
  return (
    <Answered answer={answer} reading="Reading what is signed">
      {(pack) => {
        const mine = pack.asks.find(({ yours, state }) => yours && state === "asked");
        return (
          <>
            {pack.changed && (
              <MessageBar intent="warning" layout="multiline">
                <MessageBarBody>
                  <MessageBarTitle>
                    Something in it changed since version {pack.packVersion} was drafted.
                  </MessageBarTitle>
                  Signatures on this version are no longer valid. A contracts manager drafts it again.
                </MessageBarBody>
                <MessageBarActions>
                  <DraftIt cycle={cycle.key} again />
                </MessageBarActions>
              </MessageBar>
            )}
            {mine && pack.status === "draft" && <MyDecision pack={pack} ask={mine} />}
            <Doubts pack={pack} />
            <WhoSigns pack={pack} />
            <WhatIsSigned pack={pack} />
          </>
        );
      }}
    </Answered>
  );
}
