import type { readPersonalData } from "#api/operations/read-personal-data.ts";
import { registerBySlug } from "#domain/registers/index.ts";
import type { AnswerOf } from "../../../ask/answer-of.ts";
import { PlainTable } from "../../../look/plain-table.tsx";
import { sayMoment } from "../../../words/say-time.ts";
import { sayWholeMonth } from "./months.ts";

interface Props {
  readonly opened: AnswerOf<typeof readPersonalData>["opened"];
  readonly month: string;
}

/** How often each person opened or took out what, as the audit trail has it. */
export function OpenedCounts({ opened, month }: Props) {
  return (
    <PlainTable
      caption={`How often who opened what in ${sayWholeMonth(month)}`}
      columns={[{ name: "Who" }, { name: "What" }, { name: "Times", number: true }, { name: "Last" }]}
      rows={opened.map(({ person, did, register, rows, last }) => ({
        key: `${person} ${did} ${register}`,
        cells: [person, sayOpened(did, register), rows.toLocaleString("en-GB"), sayMoment(last)],
      }))}
    />
  );
}

function sayOpened(did: string, register: string): string {
  const title = registerBySlug(register)?.title ?? register;
  if (did === "row.open") return `Opened restricted answers, ${title}`;
  if (did === "original.open") return "Opened an original";
  if (did === "register.export") return `Exported ${title}`;
  if (did === "person.export") return "Answered an access request";
  return did === "audit-trail.export" ? "Took the audit trail" : `${did}, ${title}`;
}
