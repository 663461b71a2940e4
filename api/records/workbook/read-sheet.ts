import { Worker } from "node:worker_threads";
import { type Refusal, refuse } from "#domain/refusal.ts";
import { type ImportLimits, importLimits } from "../import-limits.ts";
import { notAWorkbook } from "./check-workbook.ts";

/**
 * Writes one sheet of a checked workbook as CSV, in a worker that is stopped when it takes too long or too much memory.
 * `sheet` counts from 0. Answers the rows written, blank ones included.
 */
export function readSheet(
  local: string,
  sheet: number,
  to: string,
  limits: Pick<ImportLimits, "workbookMilliseconds" | "workbookHeapMb" | "columns"> = importLimits,
): Promise<{ readonly rows: number } | Refusal> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./workbook-worker.ts", import.meta.url), {
      workerData: { local, sheet, to, columns: limits.columns },
      resourceLimits: { maxOldGenerationSizeMb: limits.workbookHeapMb },
    });
    const finish = (answer: { readonly rows: number } | Refusal) => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    const timer = setTimeout(() => finish(tooMuch()), limits.workbookMilliseconds);
    worker.once("message", (answer: { rows: number }) => finish(answer));
    worker.once("error", (error: Error & { code?: string }) =>
      finish(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooMuch() : notAWorkbook()),
    );
    worker.once("exit", () => finish(notAWorkbook()));
  });
}

const tooMuch = (): Refusal =>
  refuse(
    "import.workbook-too-heavy",
    "This workbook takes too long or too much memory to read, so reading it was stopped. Nothing of it was kept.",
    "Save the sheet as CSV, or export a shorter period, and import that.",
  );
