import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { imports } from "#domain/registers/imports.ts";
import { type Demo, startDemo } from "./demo.ts";
import { people } from "./imported-august.ts";

/** Who brings everything in. */
export const who = people.administrator;

/** The headings of complaints in the Line of Sight format. */
export const headings = [
  ..."Record Reference,Version,Service,Person Reference".split(","),
  ..."Received Date,Answer Due Date,Answered Date,Theme,Outcome".split(","),
];
let files = 0;

/** One complaint: everything right unless said otherwise. */
export const complaint = (reference: string, changes: Partial<Record<string, string>> = {}): string[] => {
  const right: Record<string, string> = {
    "Record Reference": reference,
    Version: "1",
    Service: "ashdown",
    "Person Reference": "P1001",
    "Received Date": "13/08/2026",
    "Answer Due Date": "27/08/2026",
    "Answered Date": "20/08/2026",
    Theme: "communication",
    Outcome: "upheld",
    ...changes,
  };
  return headings.map((heading) => right[heading] ?? "");
};
const quoted = (cell: string) => (/[",;\t|\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
/** The table as text. */
export const text = (rows: readonly (readonly string[])[], delimiter = ",") =>
  `${rows.map((row) => row.map(quoted).join(delimiter)).join("\r\n")}\r\n`;
/** Two right rows of a file of its own: no two files of this test are the same bytes. */
export const two = () => {
  files += 1;
  return [complaint(`C-${files}-1`), complaint(`C-${files}-2`, { Service: "birchwood" })];
};

/** What a preview says of a file. */
export interface Preview {
  readonly encoding: string;
  readonly delimiter: string;
  readonly headerRow: number;
  readonly problems: readonly {
    readonly level: string;
    readonly say: string;
    readonly ask?: { readonly field: string; readonly heading: string; readonly options: readonly string[] };
  }[];
  readonly choice: { readonly profile: string; readonly days: object; readonly renamed: object };
}

/** Everything a preview says. */
export const says = (preview: Preview): string => preview.problems.map(({ say }) => say).join("\n");

/** Files of complaints brought in over HTTP, with every row accounted for. */
export type BroughtIn = Awaited<ReturnType<typeof complaintsBroughtIn>>;

/** Starts a demo to bring files in to. */
export async function complaintsBroughtIn() {
  const demo: Demo = await startDemo();
  const uploads = join(demo.outside.workDir, "uploads");
  await mkdir(uploads, { recursive: true });

  async function upload(content: string | Uint8Array, { name = "complaints.csv", query = "" } = {}) {
    const raw = typeof content === "string" ? content : new Uint8Array(content);
    const answer = await demo.as(who, `/imports?fileName=${encodeURIComponent(name)}${query}`, { method: "POST", raw });
    const body = await answer.json();
    expect(answer.status, JSON.stringify(body)).toBeLessThan(500);
    return { status: answer.status, body, preview: body.preview as Preview, key: String(body.key) };
  }

  /** Loads what was previewed, and holds that every row of it is accounted for. */
  async function load(key: string, choice: object) {
    const started = await demo.as(who, `/imports/${key}/load`, { body: { choice } });
    expect(started.status, await started.clone().text()).toBe(200);
    const { job } = await started.json();
    for (;;) {
      const { state, error } = await (await demo.as(who, `/jobs/${job}`)).json();
      if (state === "done" || state === "failed") return { error: error as string | undefined, row: rowOf(key) };
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  function rowOf(key: string) {
    const row = demo.outside.store.one(imports, key);
    if (!row) throw new Error(`There is no import ${key}.`);
    const { scanned = 0, loaded = 0, rejected = 0, skipped = 0, rejectReasons = [] } = row;
    expect(scanned).toBe(loaded + rejected + skipped);
    return {
      counts: { scanned, loaded, rejected, skipped },
      why: rejectReasons.map(({ reason }) => reason).join("\n"),
      status: row.status,
      refused: row.refusedReason,
    };
  }

  async function bringIn(content: string | Uint8Array, options = {}) {
    const { status, body, preview, key } = await upload(content, options);
    expect(status, JSON.stringify(body)).toBe(200);
    return { preview, key, ...(await load(key, preview.choice)) };
  }

  const rejects = async (key: string): Promise<string> => {
    const answer = await demo.as(who, `/imports/${key}/rejects`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''/);
    return answer.text();
  };

  return { demo, uploads, upload, load, bringIn, rejects };
}
