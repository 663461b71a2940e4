import { once } from "node:events";
import type { Readable } from "node:stream";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { type Refusal, refuse } from "#domain/refusal.ts";
import { type ImportLimits, tooLarge } from "../import-limits.ts";

type Limits = Pick<ImportLimits, "workbookInflatedBytes" | "workbookRatio" | "ratioFromBytes" | "workbookEntries">;

/**
 * Looks into a workbook before anything reads it: number of parts, what they say they unpack to, and what they really
 * unpack to, stopping at the first limit. Answers how many sheets it has.
 */
export async function checkWorkbook(local: string, limits: Limits): Promise<{ readonly sheets: number } | Refusal> {
  const zip = await openZip(local);
  if (!zip) return notAWorkbook();
  try {
    if (zip.entryCount > limits.workbookEntries) return bomb(`has ${zip.entryCount} parts inside`);
    let inflated = 0;
    let sheets = 0;
    for await (const entry of entriesOf(zip)) {
      if (entry.isEncrypted()) return notAWorkbook();
      if (entry.uncompressedSize > limits.workbookInflatedBytes - inflated)
        return tooLarge("This workbook, unpacked,", inflated + entry.uncompressedSize, limits.workbookInflatedBytes);
      if (
        entry.uncompressedSize > limits.ratioFromBytes &&
        entry.uncompressedSize > entry.compressedSize * limits.workbookRatio
      )
        return bomb("unpacks to far more than a spreadsheet would");
      inflated += await inflatedSize(zip, entry);
      if (/^xl\/worksheets\/[^/]+\.xml$/i.test(entry.fileName)) sheets++;
    }
    return sheets > 0 ? { sheets } : notAWorkbook();
  } catch {
    // yauzl refuses parts that unpack to more than they say, lying offsets and broken archives.
    return notAWorkbook();
  } finally {
    zip.close();
  }
}

const openZip = (local: string): Promise<ZipFile | undefined> =>
  new Promise((resolve) => {
    yauzl.open(local, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) =>
      resolve(error ? undefined : zip),
    );
  });

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (let left = zip.entryCount; left > 0; left--) {
    const next = once(zip, "entry") as Promise<[Entry]>;
    zip.readEntry();
    yield (await next)[0];
  }
}

async function inflatedSize(zip: ZipFile, entry: Entry): Promise<number> {
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, readable) => (error ? reject(error) : resolve(readable)));
  });
  let size = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) size += piece.length;
  return size;
}

const bomb = (how: string): Refusal =>
  refuse(
    "import.unsafe-workbook",
    `This workbook ${how}, so it was not opened.`,
    "Export the report again from the care system, or save the sheet as CSV and import that.",
  );

export const notAWorkbook = (): Refusal =>
  refuse(
    "import.not-a-workbook",
    "This file cannot be read as an Excel workbook: it is damaged, locked with a password, or something else.",
    "Open it in Excel, remove any password, save it as .xlsx or as CSV, and import it again.",
  );
