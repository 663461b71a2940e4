import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Started, started } from "../started.testing.ts";
import { type Library, openLibrary } from "./library.testing.ts";

let local: Started;
let library: Library;
beforeAll(async () => {
  local = await started();
});
afterAll(() => local.close());
beforeEach(async () => {
  library = await openLibrary(local);
  await library.put("a/x.txt", "x");
  await library.put("a/b/y.txt", "yy");
});

const idOf = async (path: string): Promise<string> => (await library.ask("GET", `/root:/${path}`)).body.id;
const namesIn = async (path: string): Promise<string[]> =>
  (await library.ask("GET", `/root:/${path}:/children`)).body.value.map(({ name }: { name: string }) => name);

describe("moving", () => {
  test("goes by a parent's path as well as its id", async () => {
    const moved = await library.ask("PATCH", "/root:/a/x.txt", { parentReference: { path: "/drive/root:/a/b" } });
    expect(moved.body.parentReference).toMatchObject({ name: "b", path: expect.stringMatching(/root:\/a\/b$/) });
    expect(await namesIn("a/b")).toEqual(["x.txt", "y.txt"]);
  });

  test.each([
    ["into itself", async () => ({ parentReference: { id: await idOf("a/b") } }), 400],
    ["into a file", async () => ({ parentReference: { id: await idOf("a/x.txt") } }), 400],
    ["to another drive", async () => ({ parentReference: { driveId: "b!other", id: "x" } }), 400],
    ["to a folder that is not there", async () => ({ parentReference: { path: "/drive/root:/nowhere" } }), 404],
    ["under a name that is not allowed", async () => ({ name: "a*b" }), 400],
    ["under a name that is too long", async () => ({ name: "n".repeat(401) }), 400],
  ] as const)("is refused %s", async (_, body, status) => {
    expect((await library.ask("PATCH", "/root:/a", await body())).status).toBe(status);
  });

  test("takes another name when it is told to", async () => {
    await library.put("x.txt", "taken");
    const body = { parentReference: { path: "/drive/root:" }, "@microsoft.graph.conflictBehavior": "rename" };
    expect((await library.ask("PATCH", "/root:/a/x.txt", body)).body.name).toBe("x 1.txt");
  });

  test("is held to the version it names, by eTag or cTag", async () => {
    const { eTag, cTag } = (await library.ask("GET", "/root:/a/x.txt")).body;
    const rename = (name: string, match: string) =>
      library.ask("PATCH", "/root:/a/x.txt", { name }, { "if-match": match });
    expect((await rename("X.txt", eTag)).status).toBe(200);
    expect((await rename("x.txt", eTag)).status).toBe(412);
    expect((await rename("x.txt", cTag)).status).toBe(200);
    expect((await library.ask("DELETE", "/root:/a/x.txt", undefined, { "if-match": eTag })).status).toBe(412);
  });

  test("keeps a description and the instants on the sender's disk", async () => {
    const body = { description: "minutes", fileSystemInfo: { lastModifiedDateTime: "2020-01-02T03:04:05Z" } };
    await library.ask("PATCH", "/root:/a/x.txt", body);
    const told = (await library.ask("GET", "/root:/a/x.txt?$select=description,fileSystemInfo,lastModifiedDateTime"))
      .body;
    expect(told).toMatchObject(body);
    expect(told.lastModifiedDateTime).not.toBe("2020-01-02T03:04:05Z");
  });
});

describe("copying", () => {
  const copy = (path: string, body: object, query = "") => library.ask("POST", `/root:/${path}:/copy${query}`, body);
  const followed = async (location: string) => {
    const statuses: string[] = [];
    for (;;) {
      const answer = await library.onSiteHost(location);
      expect(answer.status).toBe(202);
      const { status, resourceId } = await answer.json();
      statuses.push(status);
      if (resourceId) return { statuses, resourceId };
    }
  };

  test("is accepted, watched without a token, and ends with the new item's id", async () => {
    const accepted = await copy("a", { name: "copy of a" });
    expect([accepted.status, accepted.body]).toEqual([202, undefined]);
    const { statuses, resourceId } = await followed(accepted.headers.get("location") ?? "");
    expect(statuses).toEqual(["inProgress", "completed"]);
    expect((await library.ask("GET", `/items/${resourceId}`)).body).toMatchObject({ name: "copy of a", size: 3 });
    expect(await namesIn("copy%20of%20a/b")).toEqual(["y.txt"]);
    expect(await namesIn("a/b")).toEqual(["y.txt"]);
  });

  test("goes to another drive", async () => {
    const there = await openLibrary(local);
    const { id } = (await there.ask("GET", "/root")).body;
    await copy("a/x.txt", { parentReference: { driveId: there.driveId, id } });
    expect(await there.text("/root:/x.txt:/content")).toBe("x");
  });

  test("keeps an Office file's bytes as they are: they were rewritten once", async () => {
    const photo = new Uint8Array([0xff, 0xd8, 0xff, 0xd9]);
    const { size } = (await library.ask("PUT", "/root:/m.jpg:/content", photo)).body;
    expect(size).toBeGreaterThan(photo.length);
    await copy("m.jpg", { name: "n.jpg" });
    expect((await library.ask("GET", "/root:/n.jpg")).body.size).toBe(size);
  });

  test("of a taken name is refused, or another found", async () => {
    expect((await copy("a/x.txt", {})).body.error.code).toBe("nameAlreadyExists");
    expect((await copy("a/x.txt", {}, "?@microsoft.graph.conflictBehavior=rename")).status).toBe(202);
    expect(await namesIn("a")).toEqual(["b", "x 1.txt", "x.txt"]);
  });

  test("of a folder into itself is refused, and an unknown monitor is 404", async () => {
    expect((await copy("a", { parentReference: { id: await idOf("a/b") } })).status).toBe(400);
    expect((await library.onSiteHost("https://meadowbank.sharepoint.com/_api/v2.0/monitor/none")).status).toBe(404);
  });
});
