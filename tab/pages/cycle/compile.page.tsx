import { Button } from "@fluentui/react-components";
import type { compilePack } from "#api/operations/compile-pack.ts";
import { useUnderWay } from "../../ask/under-way.ts";
import { useSend } from "../../ask/use-send.ts";
import { holds, useMe } from "../../frame/me-context.ts";
import { Answered } from "../../look/answered.tsx";
import { ButtonTo } from "../../look/button-to.tsx";
import { Card } from "../../look/card.tsx";
import { Empty } from "../../look/empty.tsx";
import { FactRow } from "../../look/fact-row.tsx";
import { JobLine } from "../../look/job-line.tsx";
import { ProblemNote } from "../../look/problem-note.tsx";
import { PackHidden } from "./approve/pack-hidden.tsx";
import { type PackInList, short, usePacks } from "./approve/use-pack.ts";
import { HowToVerify } from "./compile/how-to-verify.tsx";
import { PackFiles } from "./compile/pack-files.tsx";
import type { StageProps } from "./stage-page.ts";

/** Compiling: the signed version is built and filed; then its files, and how anybody verifies them. */
export function StageWork({ cycle }: StageProps) {
  const { answer, current } = usePacks(cycle.key);
  return (
    <Answered answer={answer} reading="Reading the pack's versions">
      {({ hidden }) => {
        if (!current && hidden) return <PackHidden />;
        return current && current.files.length > 0 ? <Built pack={current} /> : <Build cycle={cycle} pack={current} />;
      }}
    </Answered>
  );
}

function Built({ pack }: { readonly pack: PackInList }) {
  return (
    <>
      <Card>
        <FactRow
          facts={[
            { name: "Version", value: pack.packVersion },
            { name: "Signed content", value: <code>{short(pack.contentHash)}</code> },
            { name: "Manifest", value: <code>{short(pack.manifestHash ?? "")}</code> },
          ]}
        />
      </Card>
      <Card title="Files">
        <PackFiles pack={pack} />
      </Card>
      <Card title="How to verify it">
        <HowToVerify pack={pack} />
      </Card>
    </>
  );
}

function Build({ cycle, pack }: StageProps & { readonly pack: PackInList | undefined }) {
  const me = useMe();
  const build = useSend<typeof compilePack>(() => "The pack is being built");
  const { underWay, follow, forget } = useUnderWay(`compile ${cycle.key}`);
  const ready = pack && cycle.stage === "compile";
  if (underWay.length > 0)
    return underWay.map(({ job, name }) => (
      <JobLine key={job} job={job} name={name} done={() => "Built and filed"} onClose={() => forget(job)} />
    ));
  return (
    <Card>
      {build.error && <ProblemNote problem={build.error} />}
      <Empty
        title={ready ? `Version ${pack.packVersion} is signed and ready to build` : "There is nothing to build yet"}
        action={
          !ready ? (
            <ButtonTo to={`/cycles/${cycle.key}/${cycle.stage}`}>See where the cycle stands</ButtonTo>
          ) : (
            holds(me, "contracts-manager") && (
              <Button
                appearance="primary"
                disabledFocusable={build.isPending}
                onClick={() =>
                  build.mutate(
                    { path: `/packs/${pack.key}/compile`, body: {} },
                    { onSuccess: ({ job }) => follow({ job, name: `Evidence pack, version ${pack.packVersion}` }) },
                  )
                }
              >
                Build the pack
              </Button>
            )
          )
        }
      >
        {ready
          ? "Both editions are built from exactly what was signed: the same inputs give the same bytes."
          : "A pack is built once its cycle is through the gate of “Approve”."}
      </Empty>
    </Card>
  );
}
