import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { z } from "zod";
import { londonDay } from "#domain/day.ts";
import { auditTrail } from "#domain/registers/audit-trail.ts";
import { auditExportZip } from "../exports/audit-export.ts";
import { anchorNow } from "../jobs/anchor-audit.ts";
import { operation } from "./operation.ts";
import { isOverAll, notOverAll } from "./over-all.ts";

/** The whole audit trail for an auditor, as a zip that is verified without us. Taking it is itself in it. */
export const exportAudit = operation({
  name: "export-audit",
  method: "GET",
  path: "/audit/export",
  summary: "Download the audit trail with its anchors, to verify it without us.",
  who: ["auditor", "senior-leader"],
  download: true,
  input: z.strictObject({}),
  answer: z.never(),
  async run(_input, { outside, person, now }) {
    const { sharePoint } = outside;
    if (!isOverAll(person, ["auditor", "senior-leader"])) return notOverAll();
    await sharePoint.noteOpened({ by: person.id, did: "audit-trail.export", register: auditTrail.slug, rowKey: "all" });
    await sharePoint.sweep();
    await anchorNow(outside, "export");
    const { zip, folder } = await auditExportZip(outside);
    const bytes = createReadStream(zip).once("close", () => void rm(folder, { recursive: true, force: true }));
    return { download: { name: `audit-trail-${londonDay(now)}.zip`, type: "application/zip", bytes } };
  },
});
