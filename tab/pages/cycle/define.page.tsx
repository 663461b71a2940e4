import type { readRow } from "#api/operations/read-row.ts";
import type { MappedSource } from "#domain/registers/evidence-map.ts";
import type { ManagerReview } from "#domain/registers/manager-reviews.ts";
import { useAnswer } from "../../ask/use-answer.ts";
import { useRows } from "../../ask/use-rows.ts";
import { Answered } from "../../look/answered.tsx";
import { Bones } from "../../look/bones.tsx";
import { Card } from "../../look/card.tsx";
import { Empty } from "../../look/empty.tsx";
import { AgreedNote } from "../define/agreed-note.tsx";
import { CoverageGrid } from "../define/coverage-grid.tsx";
import { sectionsOf } from "../define/sections.ts";
import { type IndicatorNames, useIndicatorNames } from "../define/use-indicator-names.ts";
import { AskedOfYou } from "./reviews/asked-of-you.tsx";
import { ReviewList } from "./reviews/review-list.tsx";
import type { ShownReview } from "./reviews/shown-review.ts";
import type { StageProps } from "./stage-page.ts";

/** Define: what the pack must hold, whether the managers recognise it, and where each part comes from. */
export function StageWork({ cycle }: StageProps) {
  const specification = useAnswer<typeof readRow>(`/registers/specifications/rows/${cycle.specification}`);
  const map = useRows<MappedSource>("evidence-map", { field: "contract", is: cycle.contract });
  const reviews = useRows<ManagerReview>("manager-reviews");
  const names = useIndicatorNames();
  return (
    <Answered
      answer={specification}
      reading="Reading the specification"
      bones={<Bones label="Reading the specification" lines={8} />}
    >
      {(row) => {
        const codes = sectionsOf(row).flatMap(({ indicators = [] }) => indicators);
        const about = reviews.rows.filter(
          ({ answers: { subjectKind, subject = "" } }) =>
            subject === row.key || (subjectKind === "indicator" && codes.includes(names.codeOf(subject))),
        );
        const what = (review: ShownReview) =>
          review.answers.subject === row.key ? row.headline : names.ofKey(review.answers.subject ?? "");
        return (
          <>
            <AskedOfYou reviews={about} question={(service, review) => `Does “${what(review)}” fit ${service}?`} />
            <AgreedNote specification={row} />
            <ManagersAnswers reviews={about} specification={row.key} names={names} />
            <Answered answer={map.answer} reading="Reading the evidence map">
              {() => <CoverageGrid specification={row} sources={map.rows} nameOf={names.ofCode} />}
            </Answered>
          </>
        );
      }}
    </Answered>
  );
}

interface ManagersProps {
  readonly reviews: readonly ShownReview[];
  readonly specification: string;
  readonly names: IndicatorNames;
}

/** What the managers who know each service say about the specification and its indicators, concerns first. */
function ManagersAnswers({ reviews, specification, names }: ManagersProps) {
  const answered = reviews.filter(({ answers }) => answers.answer).length;
  return (
    <Card title="Managers' answers" id="answers" aside={`${answered} of ${reviews.length} answered`}>
      {reviews.length === 0 ? (
        <Empty title="No manager was asked yet">
          The quality lead asks the managers whose services this specification covers.
        </Empty>
      ) : (
        <ReviewList
          reviews={reviews}
          says={{ yes: "It fits", partly: "It partly fits", no: "It does not fit" }}
          about={({ answers: { subject = "" } }) => (subject === specification ? undefined : names.ofKey(subject))}
        />
      )}
    </Card>
  );
}
