import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeAuditExport } from "#api/exports/audit-export.ts";
import { verifyAudit } from "#api/exports/verify-audit.ts";
import type { Item } from "#api/graph/list.ts";
import { anchorNow } from "#api/jobs/anchor-audit.ts";
import type { Outside } from "#api/outside.ts";
import { anchorText, type SignedAnchor } from "#domain/audit/anchor.ts";
import { type AuditEvent, auditText } from "#domain/audit/audit-event.ts";
import { auditTrail } from "#domain/registers/audit-trail.ts";
import { settings } from "#domain/registers/settings.ts";
import { themes } from "#domain/registers/themes.ts";
import { demoTenant } from "../../infra/demo-tenant.ts";
import { type Demo, startDemo } from "../support/demo.ts";

/**
 * Every attack is done to the real lists and libraries of the local SharePoint, past the app, by somebody with rights to
 * the whole site; then the trail is exported and verified from its files alone, and everything is put back as it was.
 */
let demo: Demo;
let dir: string;
let drive: string;
let newest: SignedAnchor;
let other: Outside;

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const act = { by: "system", did: "theme.edit" } as const;
const theme = {
  name: "Late visits",
  category: "late-visits",
  proposedBy: "leadership",
  firstSeen: "2026-10-01",
  status: "open",
} as const;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "audit-attacks-"));
  demo = await startDemo();
  await demo.stop();
  const { value }: { value: { id: string; name: string }[] } = await demo.client
    .api(`/sites/${demoTenant.host}:${demoTenant.path}:/drives`)
    .get();
  drive = `/drives/${value.find(({ name }) => name === "Governance file")?.id}`;
  other = await demo.another("second");
  await other.store.add(themes, "theme-of-another-process", theme, { by: "system", did: "theme.add" });
  await demo.outside.sharePoint.sweep();
  await anchorNow(demo.outside, "hourly");
  await other.store.add(themes, "second-of-another-process", theme, { by: "system", did: "theme.add" });
  newest = await anchorNow(demo.outside, "hourly");
  const late = await demo.outside.store.add(themes, "after-the-last-anchor", theme, act);
  await demo.outside.store.change(themes, late.row.key, late.row.etag, { name: "Later visits" }, act);
});
afterAll(async () => {
  await demo?.close();
  rmSync(dir, { recursive: true, force: true });
});

/** A copy of the trail's list as somebody past the app reaches it. */
const trail = () => demo.listOf(auditTrail);
const events = async (): Promise<readonly Item[]> => {
  const { items } = await trail().changes();
  return items.toSorted((a, b) => Number(a.fields.sequence) - Number(b.fields.sequence));
};
const chainOf = async (place: "first" | "second") =>
  (await events()).filter(({ fields }) => String(fields.chain).startsWith(`${place}-`));
const at = (items: readonly Item[], place: number): Item => {
  const item = items.at(place);
  if (!item) throw new Error(`There is no event ${place}.`);
  return item;
};
const touch = (item: Item, fields: Record<string, unknown>) => trail().update(item.id, item.etag, fields);
const made = (fields: Record<string, unknown>, key: string) =>
  trail().create({ ...written(fields), key, Title: String(fields.did) });
const written = (fields: Readonly<Record<string, unknown>>) => {
  const names = [...Object.keys(auditTrail.fields), "key"];
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
};
const hashed = (fields: Record<string, unknown>) => sha256(auditText(fields as unknown as AuditEvent));

/** Changes an event and every hash after it, so that the chain agrees with itself again. */
async function recompute(items: readonly Item[], from: number, change: Record<string, unknown>) {
  let previousHash = String(at(items, from).fields.previousHash);
  for (const [place, item] of items.slice(from).entries()) {
    const fields = { ...item.fields, previousHash, ...(place === 0 ? change : {}) };
    const hash = hashed({ ...fields, sequence: Number(item.fields.sequence) });
    await touch(item, { ...change, ...(place === 0 ? {} : { actor: item.fields.actor }), previousHash, hash });
    previousHash = hash;
  }
}

const anchorNames = async () => {
  const path = `${drive}/root:/audit/anchors/2026:/children`;
  const { value }: { value: { name: string }[] } = await demo.client.api(path).get();
  return value.map(({ name }) => name).toSorted();
};
const anchorAt = (name: string) => `${drive}/root:/audit/anchors/2026/${name}:`;
const fileAnchor = (name: string, anchor: object) =>
  demo.client
    .api(`${anchorAt(name)}/content`)
    .header("content-type", "application/json")
    .put(JSON.stringify(anchor));

const nobody = "aaaaaaaa-0000-4000-8000-000000000099";
const forge = (anchor: object): SignedAnchor => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const der = publicKey.export({ type: "spki", format: "der" });
  const whole = { ...newest, ...anchor };
  return {
    ...whole,
    keyFingerprint: createHash("sha256").update(der).digest("hex"),
    publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
    signature: sign("RSA-SHA256", Buffer.from(anchorText(whole)), privateKey).toString("base64"),
  };
};

interface Attack {
  readonly attack: string;
  readonly caught: RegExp;
  readonly does: () => Promise<unknown>;
}

const attacks: readonly Attack[] = [
  {
    attack: "edits who did it",
    caught: /event 5 was altered/,
    does: async () => touch(at(await chainOf("first"), 5), { actor: nobody }),
  },
  {
    attack: "edits it and its own hash",
    caught: /event 6 does not follow the one before it/,
    does: async () => {
      const item = at(await chainOf("first"), 5);
      const fields = { ...item.fields, actor: nobody, sequence: Number(item.fields.sequence) };
      await touch(item, { actor: nobody, hash: hashed(fields) });
    },
  },
  {
    attack: "deletes an event",
    caught: /event 5 is missing/,
    does: async () => trail().remove(at(await chainOf("first"), 5).id),
  },
  {
    attack: "inserts an event",
    caught: /event 5 is there in two versions/,
    does: async () => {
      const { fields } = at(await chainOf("first"), 5);
      await made({ ...fields, actor: nobody, hash: hashed({ ...fields, actor: nobody }) }, "inserted");
    },
  },
  {
    attack: "copies an event",
    caught: /event 5 is there twice/,
    does: async () => made(at(await chainOf("first"), 5).fields, "copied"),
  },
  {
    attack: "touches an event without changing it",
    caught: /event 5 was made or touched by somebody other than the app/,
    does: async () => touch(at(await chainOf("first"), 5), { Title: "Nothing" }),
  },
  {
    attack: "swaps two events",
    caught: /event 5 was altered/,
    does: async () => {
      const [one, two] = [at(await chainOf("first"), 5), at(await chainOf("first"), 6)];
      await touch(one, { sequence: 6 });
      await touch(two, { sequence: 5 });
    },
  },
  {
    attack: "recomputes a chain from an event on",
    caught: /is not the one anchor \d+ was made over/,
    does: async () => recompute(await chainOf("second"), 0, { actor: nobody }),
  },
  {
    attack: "cuts a chain back past an anchor",
    caught: /ends with event 0; anchor \d+ covers it up to event 1/,
    does: async () => trail().remove(at(await chainOf("second"), -1).id),
  },
  {
    attack: "drops a whole chain",
    caught: /Chain second-\w+, which anchor \d+ covers, is gone/,
    does: async () => {
      for (const { id } of await chainOf("second")) await trail().remove(id);
    },
  },
  {
    attack: "puts an old anchor in place of the newest",
    caught: /The file of anchor \d+ holds anchor 1/,
    does: async () => {
      const names = await anchorNames();
      const old: SignedAnchor = await readAnchorFile(names[0] ?? "");
      await fileAnchor(names.at(-1) ?? "", old);
    },
  },
  {
    attack: "files an old anchor once more under a new number",
    caught: /The file of anchor \d+ holds anchor 1/,
    does: async () => fileAnchor("00009000.json", await readAnchorFile((await anchorNames())[0] ?? "")),
  },
  {
    attack: "removes an anchor",
    caught: /Anchor 1 is missing/,
    does: async () => demo.client.api(anchorAt((await anchorNames())[0] ?? "")).delete(),
  },
  {
    attack: "changes an anchor",
    caught: /does not fit its signature: it was changed/,
    does: async () => fileAnchor((await anchorNames()).at(-1) ?? "", { ...newest, heads: [] }),
  },
  {
    attack: "forges an anchor with a key of its own",
    caught: /is signed with another key/,
    does: async () => {
      const { sequence, hash } = newest.heads[0] ?? { sequence: 0, hash: "" };
      const heads = [{ chain: "invented", sequence, hash }];
      await fileAnchor("00009000.json", forge({ number: 9000, heads }));
    },
  },
  {
    attack: "changes a row behind the app",
    caught: /The row settings\/organisation does not say what its last entry recorded: it was changed past the app/,
    does: async () => {
      const item = await demo.listOf(settings).byKey("organisation");
      await demo.listOf(settings).update(item?.id ?? "", item?.etag ?? "", { assuranceProfile: "sole-leader" });
    },
  },
  {
    attack: "puts a row back to how it once was",
    caught: /The row themes\/after-the-last-anchor is not the version its last entry recorded/,
    does: async () => {
      const item = await demo.listOf(themes).byKey("after-the-last-anchor");
      const [added] = (await events()).filter(({ fields }) => fields.rowKey === "after-the-last-anchor");
      const then = { name: theme.name, auditEvent: added?.fields.key };
      await demo.listOf(themes).update(item?.id ?? "", item?.etag ?? "", then);
    },
  },
  {
    attack: "removes a row behind the app",
    caught: /The row themes\/theme-of-another-process was removed past the app/,
    does: async () => {
      const item = await demo.listOf(themes).byKey("theme-of-another-process");
      await demo.listOf(themes).remove(item?.id ?? "");
    },
  },
];

const readAnchorFile = async (name: string): Promise<SignedAnchor> => {
  const answer: Response = await demo.client
    .api(`${anchorAt(name)}/content`)
    .responseType("raw" as never)
    .get();
  return (await answer.json()) as SignedAnchor;
};

/** The export as a process makes it that has only now begun, verified by an auditor who knows key and newest anchor. */
async function verified(name: string, knowsNewest = true) {
  const to = join(dir, name);
  const begun = await demo.another("auditor");
  await writeAuditExport(begun, to);
  const known = knowsNewest ? { number: newest.number, hash: sha256(anchorText(newest)) } : undefined;
  return verifyAudit(to, { keys: [begun.keys.fingerprint], newest: known });
}

const control = (doing: "snapshot" | "reset") =>
  fetch(`${demo.graph}/_control/${doing}`, { method: "POST", body: JSON.stringify({ name: "untouched" }) });

describe("somebody with rights to the whole site", () => {
  it("finds a trail that verifies, and says what came after the last anchor", async () => {
    const { faults, holds, notProven } = await verified("untouched");
    expect(faults).toEqual([]);
    expect(holds.join("\n")).toMatch(/events in 2 chains follow one another.*\n.*anchors, up to number 2/);
    expect(notProven.join("\n")).toMatch(/2 events came after the last anchor \(2 in first-\w+\)/);
    expect((await control("snapshot")).ok).toBe(true);
  });

  it.each(attacks)("is caught when it $attack", async ({ attack, caught, does }) => {
    await does();
    const { faults, holds } = await verified(attack.replaceAll(/\W/g, "-"));
    expect((await control("reset")).ok).toBe(true);
    expect(faults.join("\n")).toMatch(caught);
    expect(holds).toEqual([]);
  });

  it.each([
    {
      attack: "removes a row and its newest events, which no anchor covers",
      stated: /nothing more was done after the last anchor.*could have removed it/,
      known: true,
      does: async () => {
        const item = await demo.listOf(themes).byKey("after-the-last-anchor");
        await demo.listOf(themes).remove(item?.id ?? "");
        for (const each of (await chainOf("first")).slice(-2)) await trail().remove(each.id);
      },
    },
    {
      attack:
        "cuts the trail back together with the anchor over it, for an auditor who does not know the newest anchor",
      stated: /That there was no later anchor: a trail cut back together with its last anchors looks like this one/,
      known: false,
      does: async () => {
        await demo.client.api(anchorAt((await anchorNames()).at(-1) ?? "")).delete();
        await trail().remove(at(await chainOf("second"), -1).id);
        const item = await demo.listOf(themes).byKey("second-of-another-process");
        await demo.listOf(themes).remove(item?.id ?? "");
      },
    },
  ])("is not caught, but the verifier says so, when it $attack", async ({ attack, stated, known, does }) => {
    await does();
    const { faults, notProven } = await verified(attack.replaceAll(/\W/g, "-").slice(0, 40), known);
    expect((await control("reset")).ok).toBe(true);
    expect(faults).toEqual([]);
    expect(notProven.join("\n")).toMatch(stated);
  });
});
