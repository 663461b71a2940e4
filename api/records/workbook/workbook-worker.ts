import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { streamXlsxRows } from "hucre/xlsx";
import { cellText } from "./cell-text.ts";

/** Runs in a worker with its own memory limit: writes one sheet as CSV and says how many rows it wrote. */
const { local, sheet, to, columns } = workerData as { local: string; sheet: number; to: string; columns: number };

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const out = createWriteStream(to);
let written = 0;
for await (const { index, values } of streamXlsxRows(await readFile(local), { sheet })) {
  const blankRows = "\n".repeat(Math.max(0, index - written));
  const line = values
    .slice(0, columns)
    .map((value) => quoted(cellText(value)))
    .join(",");
  written = index + 1;
  if (!out.write(`${blankRows}${line}\n`)) await once(out, "drain");
}
out.end();
await once(out, "finish");
parentPort?.postMessage({ rows: written });
