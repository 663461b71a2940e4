import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeAuditExport } from "#api/exports/audit-export.ts";
import { exportedLists, exportFile, writeRegisterExport } from "#api/exports/register-export.ts";
import { restore } from "#api/exports/restore.ts";
import { verifyAudit } from "#api/exports/verify-audit.ts";
import { answersOf } from "#api/graph/answers-of.ts";
import { anchorNow } from "#api/jobs/anchor-audit.ts";
import { exportNightly } from "#api/jobs/export-nightly.ts";
import type { Register, Row } from "#domain/register/register.ts";
import { auditTrail } from "#domain/registers/audit-trail.ts";
import { people } from "#domain/registers/people.ts";
import { themes } from "#domain/registers/themes.ts";
import { type Demo, startDemo } from "../support/demo.ts";

/** Two organisations' sites: one with everything in it, one provisioned and empty. */
let full: Demo;
let empty: Demo;
let dir: string;
let from: string;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "restore-"));
  from = join(dir, "export");
  full = await startDemo();
  empty = await startDemo({ seeded: false });
  const { store } = full.outside;
  const [theme] = store.all(themes);
  if (!theme) throw new Error("The demo has no theme.");
  const act = { by: "system", did: "theme.rename", reason: "It says more" } as const;
  await store.change(
    themes,
    theme.key,
    theme.etag,
    { name: "Renamed, with “quotes”,\nand a line end".replace("\n", " ") },
    act,
  );
  await full.outside.sharePoint.sweep();
  await writeRegisterExport(full.outside, from);
}, 90_000);
afterAll(async () => {
  await Promise.all([full?.close(), empty?.close()]);
  rmSync(dir, { recursive: true, force: true });
});

const key = () => full.outside.keys.fingerprint;

/** What people know of a row: its answers, who made it and when, and its history. */
const known = (register: Register, row: Row) => ({
  key: row.key,
  answers: answersOf(register, row),
  created: [row.createdAt, row.createdBy, row.createdByName],
  history: row.history.filter(({ did }) => did !== "row.restore"),
});
const everyRow = ({ outside }: Demo) =>
  exportedLists.map((register) => ({
    register: register.slug,
    rows: outside.store
      .all(register)
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
      .map((row) => known(register, row)),
  }));

const tampered = (name: string, spoil: (path: string) => void) => {
  const copy = join(dir, name);
  cpSync(from, copy, { recursive: true });
  spoil(copy);
  return copy;
};

describe("an export that is not as it was signed", () => {
  it.each([
    {
      what: "a row that says something else",
      names: /themes\.jsonl was changed/,
      spoil: (copy: string) => {
        const path = join(copy, exportFile(themes));
        writeFileSync(path, readFileSync(path, "utf8").replace("Renamed", "Removed"));
      },
    },
    {
      what: "a register less",
      names: /people\.jsonl is missing/,
      spoil: (copy: string) => rmSync(join(copy, exportFile(people))),
    },
    {
      what: "a manifest made to fit",
      names: /manifest\.json does not fit its signature/,
      spoil: (copy: string) => {
        const path = join(copy, "manifest.json");
        writeFileSync(
          path,
          readFileSync(path, "utf8")
            .replace('"lines":', '"lines" : ')
            .replace(/"size":\d+/, '"size":1'),
        );
      },
    },
    { what: "no manifest", names: /no manifest\.json/, spoil: (copy: string) => rmSync(join(copy, "manifest.json")) },
  ])("with $what is refused by the name of the file, and nothing is written", async ({ what, names, spoil }) => {
    const copy = tampered(what.replaceAll(" ", "-"), spoil);
    const answer = await restore(empty.outside, { dir: copy, key: key() });
    expect(answer).toMatchObject({ refused: { say: expect.stringMatching(names) } });
    expect(everyRow(empty).flatMap(({ rows }) => rows)).toEqual([]);
  });

  it("is refused when another key signed it than the one that is trusted", async () => {
    const answer = await restore(empty.outside, { dir: from, key: "ab".repeat(32) });
    expect(answer).toMatchObject({
      refused: { say: expect.stringMatching(/manifest\.json is signed with another key/) },
    });
  });
});

describe("an export put back into an empty site", () => {
  it("gives every register row by row, with keys, history and seals, also when it is cut off and run again", async () => {
    let said = 0;
    const cutOff = restore(empty.outside, {
      dir: from,
      key: key(),
      say: () => {
        said += 1;
        if (said === 6) throw new Error("cut off");
      },
    });
    await expect(cutOff).rejects.toThrow("cut off");
    const done = await restore(empty.outside, { dir: from, key: key() });
    expect(done).toMatchObject({ organisation: "Meadowbank Care" });
    await empty.outside.sharePoint.sweep();
    expect(everyRow(empty)).toEqual(everyRow(full));
    expect(empty.outside.sharePoint.oddities()).toEqual([]);
    expect(empty.outside.store.all(people).length).toBeGreaterThan(10);
  }, 60_000);

  it("lets people in as before", async () => {
    const answer = await empty.as("aaaaaaaa-0000-4000-8000-000000000006", "/me");
    expect(answer.status).toBe(200);
  });

  it("has the audit trail of before, and one event more for every row that says it was restored", async () => {
    expect(empty.outside.sharePoint.auditFaults()).toEqual([]);
    const { items } = await empty.listOf(auditTrail).changes();
    const restored = items.filter(({ fields }) => fields.did === "row.restore");
    expect(restored).toHaveLength(everyRow(full).flatMap(({ rows }) => rows).length);
    const [theme] = empty.outside.store.all(themes);
    expect(theme?.history.at(-1)).toMatchObject({
      did: "row.restore",
      reason: expect.stringMatching(/From the export of 2026-/),
    });
    await anchorNow(empty.outside, "export");
    await writeAuditExport(empty.outside, join(dir, "audit"));
    expect((await verifyAudit(join(dir, "audit"), {})).faults).toEqual([]);
  });

  it("is not put into a site that is in use", async () => {
    const answer = await restore(full.outside, { dir: from, key: key() });
    expect(answer).toMatchObject({ refused: { rule: "restore.not-empty" } });
  });
});

describe("every night", () => {
  const at = (instant: string) => ({ ...full.outside, clock: () => instant });
  const filed = async (night: string) => full.outside.files.list("Governance file", `exports/${night}`);

  it("the registers are filed once, by one of several processes, after two in London", async () => {
    const other = await full.another("second");
    await exportNightly(at("2026-11-02T01:00:00.000Z"));
    expect(await filed("2026-11-02")).toEqual([]);
    await Promise.all([
      exportNightly(at("2026-11-02T02:30:00.000Z")),
      exportNightly({ ...other, clock: () => "2026-11-02T02:30:00.000Z" }),
    ]);
    const [whole] = await filed("2026-11-02");
    const folder = Buffer.from(await full.outside.files.get("Governance file", whole?.path ?? "")).toString();
    const found = await full.outside.files.list("Governance file", folder);
    expect(found.map(({ path }) => path.slice(folder.length + 1)).toSorted()).toEqual(
      [...exportedLists.map(exportFile), exportFile(auditTrail), "manifest.json"].toSorted(),
    );
    await exportNightly(at("2026-11-02T03:30:00.000Z"));
    expect(await filed("2026-11-02")).toHaveLength(1);
  });
});
