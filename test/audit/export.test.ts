import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anchorWhenDue } from "#api/jobs/anchor-audit.ts";
import { auditTrail } from "#domain/registers/audit-trail.ts";
import { signOffs } from "#domain/registers/sign-offs.ts";
import { type Demo, startDemo } from "../support/demo.ts";
import { people } from "../support/imported-august.ts";

let demo: Demo;
let dir: string;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "audit-export-"));
  demo = await startDemo();
});
afterAll(async () => {
  await demo?.close();
  rmSync(dir, { recursive: true, force: true });
});

/** The program as an auditor runs it: no settings of ours, and every connection refused. */
const verify = (...words: readonly string[]) => {
  const offline =
    'data:text/javascript,import n from "node:net";n.Socket.prototype.connect=()=>{throw Error("network")}';
  const run = spawnSync(process.execPath, ["--import", offline, "infra/audit-verify.ts", ...words], {
    encoding: "utf8",
    env: { PATH: process.env.PATH },
  });
  return { code: run.status, said: run.stdout + run.stderr };
};

async function exported(name: string): Promise<string> {
  const answer = await demo.as(people.auditor, "/audit/export");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''audit-trail-/);
  const path = join(dir, name);
  writeFileSync(path, Buffer.from(await answer.arrayBuffer()));
  return path;
}

const anchorsFiled = () => demo.outside.files.list("Governance file", "audit/anchors/2026");

describe("an auditor's export", () => {
  it("verifies on a machine of its own, and says what it cannot prove", async () => {
    const zip = await exported("first.zip");
    const { code, said } = verify(zip);
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringMatching(/^This audit trail verifies\./) });
    expect(said).toMatch(/Not proven by this check:.*no later anchor.*the key is the provider's/s);
    const newest = /The last anchor is (\d+:[0-9a-f]{64})/.exec(said)?.[1] ?? "";
    const known = verify(zip, "--key", demo.outside.keys.fingerprint, "--newest", newest);
    expect(known.code).toBe(0);
    expect(known.said).not.toMatch(
      /no later anchor|the key is the provider's|under no anchor|came after the last anchor/,
    );
  });

  it("does not verify for who knows another key, or a newer anchor", async () => {
    const zip = await exported("second.zip");
    expect(verify(zip, "--key", "ab".repeat(32))).toMatchObject({
      code: 1,
      said: expect.stringMatching(/does NOT verify.*is signed with another key/s),
    });
    expect(verify(zip, "--newest", `9999:${"ab".repeat(32)}`)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/Anchor 9999, which the log names, is missing: the trail was cut back/),
    });
  });

  it("is itself in the trail it holds", async () => {
    await exported("third.zip");
    const { items } = await demo.listOf(auditTrail).changes();
    const taken = items.filter(({ fields }) => fields.did === "audit-trail.export");
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.every(({ fields }) => fields.actor === people.auditor)).toBe(true);
  });

  it.each([people.contractsManager, people.qualityLead, people.ashdownManager, people.externalReviewer])(
    "is not given to %s",
    async (person) => {
      const answer = await demo.as(person, "/audit/export");
      expect(answer.status).toBe(403);
      expect((await answer.json()).title).toMatch(/It takes|takes an auditor|covers some of them/);
    },
  );

  it.each(["", "nowhere.zip", "a b", ". --key short", ". --newest 1"])(
    "is asked for in plain words when the command is not understood: %j",
    (words) => {
      const { code, said } = verify(...words.split(" ").filter(Boolean));
      expect(code).toBe(1);
      expect(said).toMatch(/npm run audit:verify|cannot be read/);
    },
  );
});

describe("an anchor", () => {
  const decide = (key: string) =>
    demo.outside.store.add(
      signOffs,
      key,
      {
        kind: "decision",
        about: "minutes",
        subject: "minutes-1",
        contentHash: "ab".repeat(32),
        role: "senior-leader",
        person: people.seniorLeader,
        decision: "approve",
      },
      { by: "system", did: "sign-off.approve" },
    );

  it("is made at every decision on a sign-off, and not again until there is another or the hour is over", async () => {
    await anchorWhenDue(demo.outside);
    const before = (await anchorsFiled()).length;
    await anchorWhenDue(demo.outside);
    expect(await anchorsFiled()).toHaveLength(before);
    await decide("minutes-1-senior-leader.decision");
    await anchorWhenDue(demo.outside);
    await anchorWhenDue(demo.outside);
    expect(await anchorsFiled()).toHaveLength(before + 1);
    const anHourOn = new Date(Date.parse(demo.outside.clock()) + 3_600_000).toISOString();
    await anchorWhenDue({ ...demo.outside, clock: () => anHourOn });
    expect(await anchorsFiled()).toHaveLength(before + 2);
  });

  it("gets a number of its own from each of several processes that make one at once", async () => {
    const other = await demo.another("second");
    await decide("minutes-2-senior-leader.decision");
    await other.sharePoint.sweep();
    await Promise.all([anchorWhenDue(demo.outside), anchorWhenDue(other)]);
    expect(demo.outside.sharePoint.auditFaults()).toEqual([]);
    const { code, said } = verify(await exported("after.zip"));
    expect({ code, said }).toMatchObject({ code: 0 });
  });
});
