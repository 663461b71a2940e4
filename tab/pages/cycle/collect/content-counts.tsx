import { useMe } from "../../../frame/me-context.ts";
import { PlainTable } from "../../../look/plain-table.tsx";
import { sayMonth } from "../../../words/say-month.ts";
import type { Received } from "./incoming-file.tsx";

type Counts = NonNullable<Received["preview"]["trial"]>["contentCounts"];

/** What a manager can tell at a glance: so many rows, about so many people, in each service and month. */
export function ContentCounts({ counts }: { readonly counts: Counts }) {
  const { services } = useMe();
  const nameOf = (key: string) => services.find((each) => each.key === key)?.name ?? key;
  return (
    <PlainTable
      caption="Rows and people by service and month"
      columns={[
        { name: "Service" },
        { name: "Month" },
        { name: "Rows", number: true },
        { name: "People", number: true },
      ]}
      rows={counts.map(({ service, month, rows, people }) => ({
        key: `${service} ${month}`,
        cells: [
          nameOf(service),
          /^\d{4}-\d{2}$/.test(month) ? sayMonth(month) : month,
          rows.toLocaleString("en-GB"),
          people.toLocaleString("en-GB"),
        ],
      }))}
    />
  );
}
