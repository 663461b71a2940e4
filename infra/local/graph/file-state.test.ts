import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type GraphAnswer, type Started, started, tenant } from "../started.testing.ts";
import { type Library, openLibrary } from "./library.testing.ts";

const other = {
  id: "55555555-5555-4555-8555-555555555555",
  name: "Another application",
  secret: "its secret",
  graphPermissions: ["Sites.FullControl.All"],
};

let local: Started;
let library: Library;
let id: string;
let file: string;
let asOther: (method: string, path: string, body?: unknown) => Promise<GraphAnswer>;
beforeAll(async () => {
  local = await started({ apps: [...tenant.apps, other] });
  const authorization = `Bearer ${await local.token(other)}`;
  asOther = (method, path, body) => local.graph(method, `${library.drive}${path}`, body, { authorization });
});
afterAll(() => local.close());
beforeEach(async () => {
  library = await openLibrary(local);
  ({ id } = (await library.put("x.txt", "one")).body);
  file = `/items/${id}`;
});

const content = (text: string) => new TextEncoder().encode(text);
/** Each way of changing a file, and whether a label that only retains allows it. */
const changes: readonly [string, (ask: Library["ask"]) => Promise<GraphAnswer>, number][] = [
  ["content", (ask) => ask("PUT", `${file}/content`, content("two")), 200],
  ["an upload session", (ask) => ask("POST", `${file}/createUploadSession`, {}), 200],
  ["a name", (ask) => ask("PATCH", file, { name: "y.txt" }), 200],
  ["fields", (ask) => ask("PATCH", `${file}/listItem/fields`, { Title: "t" }), 200],
  ["a restored version", (ask) => ask("POST", `${file}/versions/1.0/restoreVersion`), 204],
  ["its deletion", (ask) => ask("DELETE", file), 403],
  ["its permanent deletion", (ask) => ask("POST", `${file}/permanentDelete`), 403],
];

describe("a checked-out file", () => {
  test.each(changes)("refuses somebody else %s", async (_, change) => {
    expect((await library.ask("POST", `${file}/checkout`)).status).toBe(204);
    const refused = await change(asOther);
    expect(refused).toMatchObject({ status: 423, body: { error: { code: "resourceLocked" } } });
  });

  test("is told as such, and is checked in with a comment and a version", async () => {
    await library.ask("POST", `${file}/checkout`);
    const out = (await library.ask("GET", `${file}?$select=publication`)).body.publication;
    expect(out).toMatchObject({ level: "checkout", checkedOutBy: { application: { displayName: "Line of Sight" } } });
    await library.put("x.txt", "two");
    expect(
      (await library.ask("POST", `${file}/checkin`, { comment: "as agreed", checkInAs: "published" })).status,
    ).toBe(204);
    expect((await library.ask("GET", `${file}?$select=publication`)).body.publication.level).toBe("published");
    expect((await library.ask("GET", `${file}/listItem/fields`)).body._CheckinComment).toBe("as agreed");
    expect((await asOther("PATCH", file, { name: "y.txt" })).status).toBe(200);
  });

  test("loses what was changed when the checkout is discarded", async () => {
    await library.put("x.txt", "two");
    await library.ask("POST", `${file}/checkout`);
    await library.put("x.txt", "three");
    await library.put("x.txt", "four");
    expect((await library.ask("POST", `${file}/discardCheckout`)).status).toBe(204);
    expect(await library.text(`${file}/content`)).toBe("two");
    const { value } = (await library.ask("GET", `${file}/versions`)).body;
    expect(value.map((one: { id: string }) => one.id)).toEqual(["2.0", "1.0"]);
  });

  test("is not taken out twice, nor given back by others or when it is in", async () => {
    expect((await library.ask("POST", `${file}/checkin`)).status).toBe(400);
    expect((await library.ask("POST", `${file}/discardCheckout`)).status).toBe(400);
    await library.ask("POST", `${file}/checkout`);
    expect((await library.ask("POST", `${file}/checkout`)).status).toBe(423);
    expect((await asOther("POST", `${file}/checkout`)).status).toBe(423);
    expect((await asOther("POST", `${file}/checkin`)).status).toBe(423);
    expect((await asOther("POST", `${file}/discardCheckout`)).status).toBe(423);
    expect((await library.ask("POST", `${file}/checkin`, { checkInAs: "secretly" })).status).toBe(400);
  });
});

describe("a retention label", () => {
  const label = (body: object) => library.ask("PATCH", `${file}/retentionLabel`, body);
  const lock = (isRecordLocked: boolean) => label({ retentionSettings: { isRecordLocked } });

  test("is set 201 the first time and 200 after that, and taken off", async () => {
    expect((await library.ask("GET", `${file}/retentionLabel`)).body.name).toBeNull();
    const set = await label({ name: "Keep seven years" });
    expect(set.status).toBe(201);
    expect(set.body).toMatchObject({
      name: "Keep seven years",
      isLabelAppliedExplicitly: true,
      retentionSettings: { behaviorDuringRetentionPeriod: "retain", isDeleteAllowed: false, isRecordLocked: false },
    });
    expect((await label({ name: "Keep ten years" })).status).toBe(200);
    expect((await library.ask("GET", `${file}/retentionLabel`)).body.name).toBe("Keep ten years");
    expect((await library.ask("DELETE", `${file}/retentionLabel`)).status).toBe(204);
    expect((await library.ask("GET", `${file}/retentionLabel`)).body.name).toBeNull();
  });

  test("cannot be locked when there is none, and nonsense is refused", async () => {
    expect((await lock(true)).status).toBe(400);
    for (const body of [{}, { name: "" }, { name: 4 }, { name: "a", retentionSettings: { isRecordLocked: "yes" } }]) {
      expect((await label(body)).status).toBe(400);
    }
  });

  test.each(changes)(
    "that is locked refuses %s with 423, and unlocked lets it be as it was",
    async (_, change, status) => {
      await label({ name: "Keep" });
      expect((await lock(true)).body.retentionSettings).toMatchObject({
        behaviorDuringRetentionPeriod: "retainAsRecord",
        isRecordLocked: true,
        isContentUpdateAllowed: false,
      });
      expect((await change(library.ask)).status).toBe(423);
      expect((await lock(false)).status).toBe(200);
      expect((await change(library.ask)).status).toBe(status);
    },
  );

  test("in a folder keeps the folder from being deleted", async () => {
    const inside = (await library.put("a/b/y.txt", "y")).body.id;
    await library.ask("PATCH", `/items/${inside}/retentionLabel`, { name: "Keep" });
    expect((await library.ask("DELETE", "/root:/a")).status).toBe(403);
    expect((await library.ask("GET", `/items/${inside}`)).status).toBe(200);
  });
});
