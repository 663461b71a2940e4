import type { readRegister } from "#api/operations/read-register.ts";
import type { readRow } from "#api/operations/read-row.ts";
import { useAnswer } from "../../ask/use-answer.ts";
import { Answered } from "../../look/answered.tsx";
import { Bones } from "../../look/bones.tsx";
import { AgreedNote } from "../define/agreed-note.tsx";
import { CoverageGrid } from "../define/coverage-grid.tsx";
import { ManagersAnswers } from "../define/managers-answers.tsx";
import type { StageProps } from "./stage-page.ts";

/** Define: what the pack must hold, where each part comes from, and whether the managers recognise it. */
export function StageWork({ cycle }: StageProps) {
  const specification = useAnswer<typeof readRow>(`/registers/specifications/rows/${cycle.specification}`);
  const map = useAnswer<typeof readRegister>("/registers/evidence-map/rows", {
    query: { field: "contract", is: cycle.contract, most: 500 },
  });
  const reviews = useAnswer<typeof readRegister>("/registers/manager-reviews/rows", { query: { most: 500 } });
  return (
    <Answered
      answer={specification}
      reading="Reading the specification"
      bones={<Bones label="Reading the specification" lines={8} />}
    >
      {(row) => (
        <>
          <AgreedNote specification={row} />
          <CoverageGrid specification={row} sources={map.data?.rows ?? []} />
          <ManagersAnswers specification={row.key} reviews={reviews.data?.rows ?? []} />
        </>
      )}
    </Answered>
  );
}
