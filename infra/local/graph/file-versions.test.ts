import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Started, started } from "../started.testing.ts";
import { type Library, openLibrary } from "./library.testing.ts";

let local: Started;
let library: Library;
let file: string;
beforeAll(async () => {
  local = await started();
});
afterAll(() => local.close());
beforeEach(async () => {
  library = await openLibrary(local, [{ name: "Subject", text: {} }]);
  await library.put("a/x.txt", "one");
  file = `/items/${(await library.put("a/x.txt", "three!")).body.id}`;
});

const ids = async () =>
  (await library.ask("GET", `${file}/versions`)).body.value.map(({ id, size }: { id: string; size: number }) => [
    id,
    size,
  ]);

test("every version is listed, newest first, and read by its number", async () => {
  expect(await ids()).toEqual([
    ["2.0", 6],
    ["1.0", 3],
  ]);
  const one = (await library.ask("GET", `${file}/versions/1.0`)).body;
  expect(one).toMatchObject({ id: "1.0", size: 3, lastModifiedBy: { application: { displayName: "Line of Sight" } } });
  expect((await library.ask("GET", `${file}/versions/current`)).body.id).toBe("2.0");
  expect((await library.ask("GET", `${file}/versions/7.0`)).status).toBe(404);
  expect((await library.ask("GET", "/root:/a:/versions")).status).toBe(400);
});

test("the bytes of each version are still there", async () => {
  expect(await library.text(`${file}/versions/1.0/content`)).toBe("one");
  expect(await library.text(`${file}/versions/2.0/content`)).toBe("three!");
  const address = (await library.ask("GET", `${file}/versions/2.0/content`)).headers.get("location") ?? "";
  expect((await library.onSiteHost(address.replace("version=2", "version=1"))).status).toBe(401);
});

test("restoring makes a new version with the old bytes", async () => {
  const { eTag, cTag } = (await library.ask("GET", file)).body;
  expect((await library.ask("POST", `${file}/versions/1.0/restoreVersion`)).status).toBe(204);
  expect((await ids()).map(([id]: [string]) => id)).toEqual(["3.0", "2.0", "1.0"]);
  expect(await library.text(`${file}/content`)).toBe("one");
  const after = (await library.ask("GET", file)).body;
  expect([after.eTag === eTag, after.cTag === cTag]).toEqual([false, false]);
});

test("a change of metadata is a version with the same bytes, and comes back with it", async () => {
  await library.ask("PATCH", `${file}/listItem/fields`, { Subject: "falls" });
  expect(await ids()).toHaveLength(3);
  await library.ask("POST", `${file}/versions/2.0/restoreVersion`);
  expect((await library.ask("GET", `${file}/listItem/fields`)).body.Subject).toBeUndefined();
  await library.ask("POST", `${file}/versions/3.0/restoreVersion`);
  expect((await library.ask("GET", `${file}/listItem/fields`)).body.Subject).toBe("falls");
  expect((await ids()).map(([id]: [string]) => id)).toEqual(["5.0", "4.0", "3.0", "2.0", "1.0"]);
});

test("a deleted file's versions go with it", async () => {
  await library.ask("DELETE", file);
  expect((await library.ask("GET", `${file}/versions`)).status).toBe(404);
  await library.put("a/x.txt", "anew");
  expect((await library.ask("GET", "/root:/a/x.txt:/versions")).body.value).toHaveLength(1);
});
