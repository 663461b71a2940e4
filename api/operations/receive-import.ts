import { rm } from "node:fs/promises";
import { z } from "zod";
import { londonDay } from "#domain/day.ts";
import { LineOfSightError } from "#domain/errors.ts";
import type { ImportPreview } from "#domain/imports/import-report.ts";
import { isRefusal, refuse } from "#domain/refusal.ts";
import { type Import, imports } from "#domain/registers/imports.ts";
import { sayDay } from "#domain/say-day.ts";
import { keepOriginal } from "../records/original.ts";
import { previewImport } from "../records/read-import.ts";
import { type Received, receiveUpload } from "../records/receive-upload.ts";
import { serviceCodes } from "../records/service-codes.ts";
import { nameOf } from "./everybody.ts";
import { importPreview, receivedImport } from "./import-answer.ts";
import { type Call, operation } from "./operation.ts";

/** Takes in a file, keeps it as it came, and says what is in it. Nothing goes into figures yet. */
export const receiveImport = operation({
  name: "receive-import",
  method: "POST",
  path: "/imports",
  summary: "Upload an export and see what is in it, problems first.",
  who: ["ecm-administrator", "contracts-manager", "quality-lead"],
  upload: true,
  input: z.strictObject({
    fileName: z.string().trim().min(1, "say what the file is called").max(255),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  }),
  answer: receivedImport,
  async run({ fileName, from, to }, call) {
    const { outside, upload, now } = call;
    if (!upload) throw new LineOfSightError("invalid", "There was no file in the upload.");
    const received = await receiveUpload(outside, upload);
    if (isRefusal(received)) return received;
    const known = outside.store.one(imports, keyOf(received));
    if (known?.status === "accepted") return alreadyThere(call, known);
    const name = fileName.normalize("NFC").replaceAll(/[\\/\p{Cc}]/gu, "-");
    const preview = await previewImport({
      local: received.local,
      fileName: name,
      services: serviceCodes(outside.store),
      now,
      scratchDir: outside.workDir,
      ...(from && to && { periodAsked: { from, to } }),
    });
    if (isRefusal(preview)) {
      await rm(received.local, { force: true });
      return preview;
    }
    const row = await receive(call, received, name, preview);
    return { key: row.key, etag: row.etag, status: row.status, preview: importPreview.parse(preview) };
  },
});

const keyOf = ({ hash }: Received): string => `import-${hash.slice(0, 32)}`;

async function receive(
  { outside, person, rows }: Call,
  received: Received,
  fileName: string,
  preview: ImportPreview,
): Promise<Import> {
  const sourcePath = await keepOriginal(outside, received.hash);
  const { row } = await rows.add(
    imports,
    keyOf(received),
    {
      fileName,
      fileHash: received.hash,
      fileSize: received.size,
      sourceSystem: `${preview.profile.product}: ${preview.profile.report}`.slice(0, 255),
      profile: preview.profile.name,
      sourcePath,
      missingColumns: [...preview.missing],
      status: "received",
    },
    { by: person, did: "import.receive" },
  );
  return row;
}

const alreadyThere = ({ outside, now }: Call, { fileName, acceptedBy, acceptedAt }: Import) =>
  refuse(
    "import.same-file",
    `This very file is already in the figures: ${nameOf(outside, acceptedBy ?? "")} brought it in as “${fileName}” ${acceptedAt ? `on ${sayDay(londonDay(acceptedAt), londonDay(now))}` : "before"}. Nothing was counted twice.`,
    "If records were corrected since, export it again and bring in the new file.",
  );
