import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Started, started } from "../started.testing.ts";
import { type Library, openLibrary } from "./library.testing.ts";

interface Told {
  readonly name?: string;
  readonly deleted?: object;
}

let local: Started;
let library: Library;
beforeAll(async () => {
  local = await started();
});
afterAll(() => local.close());
beforeEach(async () => {
  library = await openLibrary(local);
});

const GRAPH = "https://graph.microsoft.com/v1.0";
const follow = (link: string) => local.graph("GET", link.slice(GRAPH.length));
const told = (body: { value: Told[] }) => body.value.map(({ name, deleted }) => (deleted ? "(deleted)" : name));

/** Reads to the end; answers what was told and the link to go on from. */
async function all(first: string): Promise<{ names: (string | undefined)[]; link: string }> {
  let { body } = await library.ask("GET", first);
  const names = told(body);
  while (body["@odata.nextLink"]) {
    ({ body } = await follow(body["@odata.nextLink"]));
    names.push(...told(body));
  }
  return { names, link: body["@odata.deltaLink"] };
}

describe("delta", () => {
  test("tells everything in pages, then only what changed, with what was deleted", async () => {
    for (const name of ["a.txt", "b.txt", "c/d.txt"]) await library.put(name, name);
    const { names, link } = await all("root/delta?$top=2");
    expect(names).toEqual(["root", "a.txt", "b.txt", "c", "d.txt"]);
    expect((await follow(link)).body.value).toEqual([]);
    await library.put("a.txt", "again");
    await library.ask("DELETE", "/root:/c");
    await library.ask("PATCH", "/root:/b.txt", { name: "e.txt" });
    const changed = (await follow(link)).body;
    expect(told(changed)).toEqual(["a.txt", "(deleted)"]);
    expect(told((await follow(changed["@odata.nextLink"])).body)).toEqual(["(deleted)", "e.txt"]);
  });

  test("tells of labels, metadata and grants as changes, and never of what came and went unseen", async () => {
    const { link } = await all("root/delta?token=latest");
    await library.put("x.txt", "x");
    await library.put("gone.txt", "x");
    await library.ask("DELETE", "/root:/gone.txt");
    const since = (await follow(link)).body;
    expect(told(since)).toEqual(["x.txt", "(deleted)"]);
    for (const [method, path, body] of [
      ["PATCH", "retentionLabel", { name: "Keep" }],
      ["PATCH", "listItem/fields", { Title: "t" }],
      ["POST", "createLink", { type: "view" }],
    ] as const) {
      const from = (await all("root/delta(token='latest')")).link;
      await library.ask(method, `/root:/x.txt:/${path}`, body);
      expect(told((await follow(from)).body)).toEqual(["x.txt"]);
    }
    expect((await all("root/delta()")).names).toEqual(["root", "x.txt"]);
  });

  test("asks for everything again when a token is another drive's or nonsense", async () => {
    const other = await openLibrary(local);
    const link: string = (await other.ask("GET", "root/delta")).body["@odata.deltaLink"];
    const token = new URL(link).searchParams.get("token") ?? "";
    for (const stale of [token, "nonsense"]) {
      const refused = await library.ask("GET", `root/delta?token=${stale}`);
      expect([refused.status, refused.body.error.code]).toEqual([410, "resyncChangesApplyDifferences"]);
      expect(refused.headers.get("location")).toContain(`${library.drive}/root/delta`);
    }
  });
});

describe("search", () => {
  const search = async (q: string, path = "/root") =>
    told((await library.ask("GET", `${path}/search(q='${q}')?$orderby=name`)).body);

  test("finds every word in names and fields, below a folder too", async () => {
    await library.put("Falls%20October.txt", "x");
    await library.put("a/falls%20November.txt", "x");
    await library.put("a/o'clock.txt", "x");
    await library.ask("PATCH", "/root:/a/o'clock.txt:/listItem/fields", { Title: "late calls" });
    expect(await search("falls")).toEqual(["falls November.txt", "Falls October.txt"].sort());
    expect(await search("october%20falls")).toEqual(["Falls October.txt"]);
    expect(await search("falls", "/root:/a:")).toEqual(["falls November.txt"]);
    expect(await search("late")).toEqual(["o'clock.txt"]);
    expect(await search("o''clock", "")).toEqual(["o'clock.txt"]);
    expect(await search("nothing")).toEqual([]);
  });
});
