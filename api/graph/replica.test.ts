import { GraphError } from "@microsoft/microsoft-graph-client";
import { describe, expect, it } from "vitest";
import { jobs } from "#domain/registers/jobs.ts";
import { people } from "#domain/registers/people.ts";
import type { ChangePage, Item, List } from "./list.ts";
import { type KeptReplica, ListReplica } from "./replica.ts";

const OURS = "22222222-2222-4222-8222-222222222222";
const item = (id: string, key: string, version = 1, more: Partial<Item> & { subject?: string } = {}): Item => ({
  id,
  etag: `"g,${version}"`,
  byApp: OURS,
  ...more,
  fields: { key, subject: more.subject ?? key, kind: "export", state: "queued", progress: 0, ...more.fields },
});
const page = (items: readonly Item[], token?: string, gone: readonly string[] = []): ChangePage => ({
  items,
  gone,
  token,
});

type Asked = { readonly token: string | undefined; readonly from: string | undefined };
type Answer = readonly (ChangePage | (() => void))[] | GraphError;

/** A list that answers each reading in turn; a function among the pages is what happens meanwhile. */
function listOf(answers: readonly Answer[]) {
  const asked: Asked[] = [];
  const list = {
    async *pages(token?: string, from?: string): AsyncGenerator<ChangePage> {
      asked.push({ token, from });
      const answer = answers[asked.length - 1] ?? [];
      if (answer instanceof GraphError) throw answer;
      for (const one of answer)
        if (typeof one === "function") one();
        else yield one;
    },
  };
  const replica = new ListReplica({ register: jobs, list: list as unknown as List, sealOf: () => "right", app: OURS });
  return { replica, asked };
}
const keys = ({ rows }: ListReplica) => rows.map(({ key }) => key);
const tooOld = (code: string, location?: string) =>
  Object.assign(new GraphError(410), { code, headers: new Headers(location ? { location } : {}) });

describe("a replica", () => {
  it("is filled page by page, empty pages included, and follows from the token it was left with", async () => {
    const { replica, asked } = listOf([
      [page([item("1", "a")]), page([]), page([item("2", "b")], "t1")],
      [page([item("1", "a", 2, { subject: "new" })], "t2", ["2"])],
    ]);
    await replica.catchUp();
    expect(keys(replica)).toEqual(["a", "b"]);
    await replica.catchUp();
    expect(replica.rows).toEqual([expect.objectContaining({ key: "a", subject: "new" })]);
    expect(asked.map(({ token }) => token)).toEqual([undefined, "t1"]);
  });

  it("keeps its own newer write when a reading brings an older version", async () => {
    const { replica } = listOf([[page([item("1", "a", 1)], "t1")]]);
    replica.take(item("1", "a", 3, { subject: "mine" }));
    await replica.catchUp();
    expect(replica.held("a")?.row).toMatchObject({ subject: "mine", etag: '"g,3"' });
  });

  it("drops what a whole reading no longer has, and keeps what was written while it was read", async () => {
    const { replica } = listOf([
      [page([item("1", "a"), item("2", "b")], "t1")],
      [page([item("1", "a")]), () => replica.take(item("3", "mine")), page([], "t2")],
    ]);
    await replica.catchUp();
    await replica.readAll();
    expect(keys(replica)).toEqual(["a", "mine"]);
    expect(replica.oddities).toEqual([{ register: "jobs", key: "b", what: "deleted-outside" }]);
  });

  it.each(["resyncChangesApplyDifferences", "resyncChangesUploadDifferences"])(
    "reads everything from where SharePoint says when its token is too old (%s)",
    async (code) => {
      const from = "https://graph.microsoft.com/v1.0/sites/s/lists/l/items/delta?token=fresh";
      const { replica, asked } = listOf([
        [page([item("1", "a"), item("2", "b")], "t1")],
        tooOld(code, from),
        [page([item("2", "b", 2)], "t2")],
      ]);
      await replica.catchUp();
      await replica.catchUp();
      expect(keys(replica)).toEqual(["b"]);
      expect(asked.at(-1)).toEqual({ token: undefined, from: `${from}&$expand=fields` });
    },
  );

  it("begins again by itself when it is sent anywhere but to Graph", async () => {
    const { replica, asked } = listOf([
      [page([], "t1")],
      tooOld("resync", "https://evil.example/items/delta"),
      [page([], "t2")],
    ]);
    await replica.catchUp();
    await replica.catchUp();
    expect(asked.at(-1)).toEqual({ token: undefined, from: undefined });
  });

  it("drops nothing that SharePoint has, even when it is told without its fields", async () => {
    const bare = { ...page([], "t2"), bare: ["1"] };
    const { replica } = listOf([[page([item("1", "a")], "t1")], [bare]]);
    await replica.catchUp();
    await replica.readAll();
    expect(keys(replica)).toEqual(["a"]);
  });

  it("is as it was when a reading breaks off, and goes on from the same place", async () => {
    const { replica, asked } = listOf([
      [page([item("1", "a")], "t1")],
      new GraphError(503),
      [page([item("2", "b")], "t2")],
    ]);
    await replica.catchUp();
    await expect(replica.catchUp()).rejects.toMatchObject({ statusCode: 503 });
    await replica.catchUp();
    expect(keys(replica)).toEqual(["a", "b"]);
    expect(asked.at(-1)?.token).toBe("t1");
  });

  it.each([
    ["another application", "99999999-9999-4999-8999-999999999999"],
    ["a person", undefined],
  ])("notices what %s changed, until the app has written it again", (_, byApp) => {
    const { replica } = listOf([]);
    replica.take(item("1", "a", 2, { byApp }));
    expect(replica.oddities).toEqual([{ register: "jobs", key: "a", what: "changed-outside" }]);
    replica.take(item("1", "a", 3));
    expect(replica.oddities).toEqual([]);
  });

  it("lets the item made first count when a key is there twice, in whatever order they come", () => {
    for (const order of [
      ["1", "2"],
      ["2", "1"],
    ]) {
      const { replica } = listOf([]);
      for (const id of order) replica.take(item(id, "a", 1, { subject: id }));
      expect(replica.rows).toEqual([expect.objectContaining({ subject: "1" })]);
      expect(replica.oddities).toEqual([{ register: "jobs", key: "a", what: "key-twice" }]);
    }
  });

  it("leaves out a row whose seal is wrong, and one without a key, and says so", () => {
    const sealed = new ListReplica({ register: people, list: {} as List, sealOf: () => "right", app: OURS });
    sealed.take({ id: "1", etag: '"g,1"', byApp: OURS, fields: { key: "p", seal: "wrong" } });
    sealed.take({ id: "2", etag: '"g,1"', byApp: OURS, fields: { name: "By hand" } });
    expect(sealed.rows).toEqual([]);
    expect(sealed.oddities.map(({ what }) => what)).toEqual(["seal-broken", "no-key"]);
  });

  it("begins where one that was kept left off", async () => {
    const first = listOf([[page([item("1", "a"), item("2", "b", 1, { byApp: undefined })], "t1")]]);
    await first.replica.catchUp();
    const kept = JSON.parse(JSON.stringify([...first.replica.kept("2026-10-12T08:00:00.000Z")])) as KeptReplica[];
    const { replica, asked } = listOf([[page([], "t2")]]);
    expect(replica.begin(kept)).toBe("2026-10-12T08:00:00.000Z");
    await replica.catchUp();
    expect(replica.rows).toEqual(first.replica.rows);
    expect(replica.oddities).toEqual(first.replica.oddities);
    expect(asked).toEqual([{ token: "t1", from: undefined }]);
  });
});
