import { afterAll, beforeAll, expect, test } from "vitest";
import { type GraphAnswer, type Started, started, tenant } from "../started.testing.ts";

const everySite = {
  id: "88888888-8888-4888-8888-888888888888",
  name: "Every site",
  secret: "a fourth secret",
  graphPermissions: ["Files.ReadWrite.All"],
};
const [grace, sian] = tenant.users;

let local: Started;
let ask: (method: string, path: string, body?: unknown) => Promise<GraphAnswer>;
beforeAll(async () => {
  local = await started({ apps: [...tenant.apps, everySite] });
  const authorization = `Bearer ${await local.token(everySite)}`;
  ask = (method, path, body) => local.graph(method, path, body, { authorization });
});
afterAll(() => local.close());

test("a person's own drive is made once, and is theirs", async () => {
  const { status, body } = await ask("GET", `/users/${grace.id}/drive`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    name: "OneDrive",
    driveType: "business",
    owner: { user: { id: grace.id, displayName: grace.displayName } },
    webUrl: "https://meadowbank-my.sharepoint.com/personal/grace_meadowbank_example/Documents",
  });
  expect((await ask("GET", `/users/${grace.userPrincipalName}/drive`)).body.id).toBe(body.id);
  expect((await ask("GET", `/users/${sian.id}/drive`)).body.id).not.toBe(body.id);
  expect((await ask("GET", "/users/nobody/drive")).status).toBe(404);
});

test("files in it are reached through the person and through the drive", async () => {
  const mine = `/users/${grace.id}/drive`;
  const written = await ask("PUT", `${mine}/root:/notes.txt:/content`, new TextEncoder().encode("x"));
  expect(written.body.parentReference.driveType).toBe("business");
  const { id } = (await ask("GET", mine)).body;
  expect((await ask("GET", `/drives/${id}/items/${written.body.id}`)).body.name).toBe("notes.txt");
  const { host, pathname, search } = new URL(written.body["@microsoft.graph.downloadUrl"]);
  expect(host).toBe("meadowbank-my.sharepoint.com");
  expect(await (await fetch(`${local.url}${pathname}${search}`)).text()).toBe("x");
});

test("it is closed to an application that is let in elsewhere only, and no site to be found", async () => {
  expect((await local.graph("GET", `/users/${grace.id}/drive`)).status).toBe(403);
  const sites = (await ask("GET", "/sites?search=*")).body.value;
  expect(
    sites.map(({ webUrl }: { webUrl: string }) => webUrl).filter((url: string) => url.includes("personal")),
  ).toEqual([]);
});
