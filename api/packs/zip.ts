import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { Zip, ZipPassThrough } from "fflate";

/** Zip dates are local time without a zone: noon of this day is written alike everywhere. */
export const zipDate = new Date(1980, 0, 1, 12);

/**
 * Zips files as they are, not compressed (PDF and XLSX are already): sorted by name, fixed dates, so equal files give
 * equal bytes; and a reader need not fear that it swells. `files` are names in the zip and paths on the disk.
 */
export function writeZip(path: string, files: ReadonlyMap<string, string>): void {
  const out = openSync(path, "w");
  try {
    const zip = new Zip((error, bytes) => {
      if (error) throw error;
      writeSync(out, bytes);
    });
    for (const name of [...files.keys()].sort()) addFile(zip, name, files.get(name) ?? "");
    zip.end();
  } finally {
    closeSync(out);
  }
}

function addFile(zip: Zip, name: string, local: string): void {
  const entry = new ZipPassThrough(name);
  entry.mtime = zipDate;
  zip.add(entry);
  const file = openSync(local, "r");
  try {
    for (;;) {
      const chunk = new Uint8Array(1 << 20);
      const read = readSync(file, chunk);
      entry.push(chunk.subarray(0, read), read === 0);
      if (read === 0) return;
    }
  } finally {
    closeSync(file);
  }
}
