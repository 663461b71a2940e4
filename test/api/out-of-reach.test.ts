import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { onErrand } from "#api/errand.ts";
import { changeFeed } from "#domain/registers/change-feed.ts";
import { people } from "#domain/registers/people.ts";
import { themes } from "#domain/registers/themes.ts";
import { demoId } from "../../infra/demo/people.ts";
import { type Demo, startDemo } from "../support/demo.ts";

const leader = demoId(1);
const act = { by: "system", did: "theme.add" } as const;
const theme = (name: string) =>
  ({ name, category: "late-visits", proposedBy: "leadership", firstSeen: "2026-10-01", status: "open" }) as const;

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());
afterEach(() => control("DELETE", "faults"));

const control = (method: string, name: string, body?: object) =>
  fetch(`${demo.graph}/_control/${name}`, { method, ...(body && { body: JSON.stringify(body) }) });
const cutEverything = () => control("POST", "faults", { status: 0, share: 1 });
const keysOf = (rows: readonly { readonly key: string }[]) => rows.map(({ key }) => key).toSorted();

describe("while SharePoint is out of reach", () => {
  it("people go on reading, told as of when, and are told that nothing can be saved", async () => {
    const before = await demo.as(leader, "/registers/themes/rows");
    await cutEverything();
    const read = await demo.as(leader, "/registers/themes/rows");
    expect(read.status).toBe(200);
    expect(await read.json()).toEqual(await before.json());
    expect(read.headers.get("as-of")).toBe(demo.outside.sharePoint.asOf());
    const save = () => demo.outside.store.add(themes, "not-now", theme("Not now"), act);
    const refused = onErrand({ person: leader, patience: 600 }, save);
    await expect(refused).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringMatching(/cannot be reached.*could not be saved.*nothing is saved twice/),
    });
    await control("DELETE", "faults");
    expect((await save()).created).toBe(true);
  });

  it("a restart is warm, marked with the time it is as of, and catches up when SharePoint is back", async () => {
    const first = await demo.another("restarted");
    await first.sharePoint.save();
    const asOf = first.sharePoint.asOf();
    await demo.outside.store.add(themes, "since-then", theme("Since then"), act);
    await cutEverything();
    const again = await demo.another("restarted");
    expect(again.sharePoint.asOf()).toBe(asOf);
    expect(keysOf(again.store.all(people))).toEqual(keysOf(first.store.all(people)));
    expect(again.store.one(themes, "since-then")).toBeUndefined();
    await control("DELETE", "faults");
    await again.sharePoint.poll();
    expect(again.store.one(themes, "since-then")).toMatchObject({ name: "Since then" });
    expect(again.sharePoint.asOf() > asOf).toBe(true);
  });

  it("nothing kept for a restart can be read from the disk", async () => {
    const { sharePoint, store, workDir } = await demo.another("restarted");
    await sharePoint.save();
    const kept = join(workDir, "../../kept/restarted");
    const bytes = Buffer.concat(readdirSync(kept).map((file) => readFileSync(join(kept, file))));
    const names = store.all(people).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => bytes.includes(name))).toEqual([]);
  });
});

describe("what happens in SharePoint itself", () => {
  it("is here with the next poll when another process did it", async () => {
    const other = await demo.another("other");
    await demo.outside.store.add(themes, "heard-of", theme("Heard of"), act);
    expect(demo.outside.store.one(themes, "heard-of")).toBeDefined();
    expect(other.store.one(themes, "heard-of")).toBeUndefined();
    await other.sharePoint.poll();
    expect(other.store.one(themes, "heard-of")).toBeDefined();
  });

  it("is found and raised when it was not the app: a row changed, and a row taken away", async () => {
    const { store, sharePoint } = demo.outside;
    for (const key of ["to-be-changed", "to-be-taken"]) await store.add(themes, key, theme(key), act);
    const list = demo.listOf(themes);
    const [changed, taken] = [await list.byKey("to-be-changed"), await list.byKey("to-be-taken")];
    await list.update(changed?.id ?? "", changed?.etag ?? "", { name: "By somebody else" });
    await list.remove(taken?.id ?? "");
    await sharePoint.sweep();
    expect(store.one(themes, "to-be-changed")).toMatchObject({ name: "By somebody else" });
    expect(store.one(themes, "to-be-taken")).toBeUndefined();
    expect(sharePoint.oddities()).toEqual(
      expect.arrayContaining([
        { register: "themes", key: "to-be-changed", what: "changed-outside" },
        { register: "themes", key: "to-be-taken", what: "deleted-outside" },
      ]),
    );
  });

  it("is read anew when SharePoint went back to an earlier day and no longer knows any token", async () => {
    await control("POST", "snapshot", { name: "earlier" });
    await demo.outside.store.add(themes, "undone", theme("Undone"), act);
    await control("POST", "reset", { name: "earlier" });
    await demo.outside.sharePoint.poll();
    const { items } = await demo.listOf(themes).changes();
    expect(keysOf(demo.outside.store.all(themes))).toEqual(items.map(({ fields }) => String(fields.key)).toSorted());
    expect(demo.outside.store.one(themes, "undone")).toBeUndefined();
  });

  it("leaves nothing older than seven days in the change feed", async () => {
    const feed = demo.listOf(changeFeed);
    for (let number = 0; number < 45; number++)
      await feed.create({
        key: `old-${number}`,
        list: "themes",
        rowKey: "x",
        at: "2026-10-01T08:00:00.000Z",
        process: "gone",
      });
    const before = (await feed.changes()).items.length;
    expect(await demo.outside.sharePoint.removeOldNews()).toBe(45);
    expect((await feed.changes()).items.length).toBe(before - 45);
    expect(await demo.outside.sharePoint.removeOldNews()).toBe(0);
  });
});
