import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { readHeld } from "#api/operations/read-held.ts";
import { useAnswer } from "../../ask/use-answer.ts";
import { Page } from "../../frame/page.tsx";
import { Answered } from "../../look/answered.tsx";
import { AuditExport } from "./personal-data/audit-export.tsx";
import { ExportPerson } from "./personal-data/export-person.tsx";
import { MonthReview } from "./personal-data/month-review.tsx";
import { Originals } from "./personal-data/originals.tsx";
import { PersonsData } from "./personal-data/persons-data.tsx";

/** What is held with people's names in it, who looked, what people ask for, and the audit trail. */
export function PersonalDataPage() {
  const answer = useAnswer<typeof readHeld>("/personal-data");
  const [exporting, setExporting] = useState(false);
  const may = answer.data?.may;
  return (
    <Page
      title="Personal data"
      lead="Where names are, who opened them and why, and what the people we support may ask of us."
      above={[{ to: "/set-up", name: "Set-up" }]}
      action={
        may?.exportPerson && (
          <Button appearance="primary" onClick={() => setExporting(true)}>
            Answer an access request
          </Button>
        )
      }
    >
      <Answered answer={answer} reading="Reading what is held">
        {(held) => (
          <>
            {(held.may.askErasure || held.may.answerErasure) && <PersonsData held={held} />}
            {held.may.readMonth && <MonthReview held={held} />}
            {(held.may.open || held.may.hold) && <Originals held={held} />}
            {held.may.exportAudit && <AuditExport />}
            {exporting && <ExportPerson onClose={() => setExporting(false)} />}
          </>
        )}
      </Answered>
    </Page>
  );
}
