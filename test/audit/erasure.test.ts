import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eraseAgreed } from "#api/jobs/erase-person.ts";
import { currentSnapshot } from "#api/records/current-data.ts";
import { pseudonymOf } from "#api/records/find-records.ts";
import { imports } from "#domain/registers/imports.ts";
import { personalData } from "#domain/registers/personal-data.ts";
import { complaint, complaintsBroughtIn, headings, text } from "../support/complaints-brought-in.ts";
import { people } from "../support/imported-august.ts";

/** Two exports with one person in both of them; they ask what is held, and to be erased. */
let brought: Awaited<ReturnType<typeof complaintsBroughtIn>>;
const them = "P2002";
const reason = "They asked us to, and nothing obliges us to keep it";
const keys: string[] = [];

beforeAll(async () => {
  brought = await complaintsBroughtIn();
  const rows = (of: string) => [complaint(`${of}-1`), complaint(`${of}-2`, { "Person Reference": them })];
  keys.push((await brought.bringIn(text([headings, ...rows("C")]))).key);
  const july = rows("D").map((row) => row.map((cell) => cell.replace("/08/2026", "/07/2026")));
  keys.push((await brought.bringIn(text([headings, ...july]))).key);
  const onlyOther = complaint("E-1").map((cell) => cell.replace("/08/2026", "/06/2026"));
  keys.push((await brought.bringIn(text([headings, onlyOther]))).key);
}, 90_000);
afterAll(() => brought?.demo.close());

const post = (person: string, path: string, body: object) => brought.demo.as(person, `/personal-data${path}`, { body });
const held = async () => {
  const answer = await post(people.qualityLead, "/export", { reference: them, reason });
  expect(answer.status).toBe(200);
  return (await answer.json()) as {
    records: Record<string, readonly { record: string }[]>;
    originals: readonly { import: string; erased: unknown }[];
  };
};
const counted = async () => {
  const { store, files, engine } = brought.demo.outside;
  const snapshot = currentSnapshot(store);
  const local = await Promise.all(
    snapshot.files.map(async (file) => ({ ...file, local: await files.local("Data", file.path) })),
  );
  const sql =
    "SELECT service, day, count(*) AS n, count(DISTINCT person) AS people FROM complaints GROUP BY service, day ORDER BY service, day";
  const [rows] = await engine.query(local, [{ sql, parameters: {}, datasets: ["complaints"] }]);
  return { id: snapshot.id, rows };
};
let asked: string;

describe("an access request", () => {
  it("gives everything about the person and nothing about anybody else, and is logged without their reference", async () => {
    const { records, originals } = await held();
    expect(records.complaints?.map(({ record }) => record).toSorted()).toEqual(["C-2", "D-2"]);
    expect(Object.keys(records)).toEqual(["complaints"]);
    expect(originals.map((each) => each.import).toSorted()).toEqual(keys.slice(0, 2).toSorted());
    const log = brought.demo.outside.store.all(personalData);
    expect(log).toContainEqual(expect.objectContaining({ kind: "access-request", by: people.qualityLead }));
    expect(JSON.stringify(log)).not.toContain(them);
  });

  it.each([people.ashdownManager, people.seniorLeader, people.auditor, people.externalReviewer])(
    "is not answered to %s",
    async (person) => {
      expect((await post(person, "/export", { reference: them, reason })).status).toBe(403);
    },
  );
});

describe("an erasure", () => {
  it("is asked for by who may, once", async () => {
    expect((await post(people.ashdownManager, "/erasures", { reference: them, reason })).status).toBe(403);
    const answer = await post(people.qualityLead, "/erasures", { reference: ` ${them.toLowerCase()} `, reason });
    expect(answer.status).toBe(200);
    asked = (await answer.json()).key;
    const again = await post(people.qualityLead, "/erasures", { reference: them, reason });
    expect((await again.json()).code).toBe("erasure.already-asked");
  });

  it("is not carried out before a senior leader has agreed, and who asked cannot", async () => {
    await eraseAgreed(brought.demo.outside);
    expect((await held()).records.complaints).toHaveLength(2);
    const agree = { agree: true, reason: "Checked with the solicitor" };
    expect((await post(people.qualityLead, `/erasures/${asked}/answer`, agree)).status).toBe(403);
    expect((await post(people.seniorLeader, "/erasures/none/answer", agree)).status).toBe(404);
  });

  it("takes originals and pseudonyms, keeps every count, and leaves old hashes and a certificate", async () => {
    const { outside } = brought.demo;
    const before = await counted();
    const files = outside.store.all(imports).flatMap((row) => row.files ?? []);
    const agree = { agree: true, reason: "Checked with the solicitor" };
    const answer = await post(people.seniorLeader, `/erasures/${asked}/answer`, agree);
    expect(await answer.json()).toEqual({ agreed: true });
    await eraseAgreed(outside);
    await eraseAgreed(outside);

    expect(await counted()).toEqual(before);
    expect((await held()).records).toEqual({});
    expect(await outside.files.list("Source files", "originals")).toHaveLength(1);
    const rows = outside.store.all(imports).flatMap((row) => row.files ?? []);
    expect(rows.map(({ hash }) => hash).toSorted()).toEqual(files.map(({ hash }) => hash).toSorted());
    expect(rows.filter(({ replacedBy }) => replacedBy)).toHaveLength(2);
    for (const { path, replacedBy } of rows.filter((row) => row.replacedBy)) {
      await expect(outside.files.get("Data", path)).rejects.toMatchObject({ code: "not-found" });
      const bytes = Buffer.from(await outside.files.get("Data", replacedBy ?? "")).toString("latin1");
      expect(bytes).not.toContain(pseudonymOf(them, outside.keys.pseudonymKey()));
    }
    const certificate = outside.store.one(personalData, `${asked}.erased`);
    expect(certificate?.done?.map(({ hash }) => hash).toSorted()).toEqual(
      rows
        .filter(({ replacedBy }) => replacedBy)
        .map(({ hash }) => hash)
        .toSorted(),
    );
  });

  it("leaves the audit trail whole", async () => {
    const { sharePoint } = brought.demo.outside;
    await sharePoint.sweep();
    expect(sharePoint.auditFaults()).toEqual([]);
    expect(sharePoint.oddities()).toEqual([]);
  });

  it("is answered once", async () => {
    const answer = await post(people.secondSeniorLeader, `/erasures/${asked}/answer`, {
      agree: false,
      reason: "Too late now",
    });
    expect((await answer.json()).code).toBe("erasure.answered");
  });
});
