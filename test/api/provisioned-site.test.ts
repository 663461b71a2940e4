import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { provision, siteDifference } from "#api/graph/provision.ts";
import { siteAccess } from "#api/graph/site-access.ts";
import { findPerson } from "#api/operations/everybody.ts";
import { everyList } from "#domain/registers/index.ts";
import { people } from "#domain/registers/people.ts";
import { demoTenant } from "../../infra/demo-tenant.ts";
import { addFirstAdministrators } from "../../infra/provision/first-administrators.ts";
import { type Demo, startDemo } from "../support/demo.ts";

const site = `/sites/${demoTenant.host}:${demoTenant.path}:`;
let demo: Demo;
beforeAll(async () => {
  demo = await startDemo({ seeded: false });
});
afterAll(() => demo.close());

const column = (list: string, name: string) => `${site}/lists/${list}/columns/${name}`;
const difference = () => siteDifference(demo.client, site, everyList);

describe("a provisioned site", () => {
  it("is ready, and a second run does nothing", async () => {
    expect(await difference()).toEqual({ lacking: [], drift: [], ready: true });
    expect(await provision(demo.client, site, everyList)).toEqual([]);
    const answer = await fetch(`${demo.url}/readyz`);
    expect([answer.status, await answer.json()]).toEqual([200, { ready: true }]);
  });

  it("tells what was changed by hand, makes again what is gone, and leaves alone what is of another kind", async () => {
    const themes = "register-themes";
    await demo.client.api(column(themes, "category")).delete();
    await demo.client.api(column(themes, "verdicts")).delete();
    await demo.client.api(`${site}/lists/${themes}/columns`).post({ name: "verdicts", number: {} });
    await demo.client.api(column(themes, "key")).patch({ enforceUniqueValues: false });
    const found = await difference();
    expect(found.lacking.map(({ made, name }) => `${made} ${name}`)).toEqual(["column themes.category"]);
    expect(found.drift).toEqual([
      "The column themes.key no longer refuses the same value twice.",
      "The column themes.verdicts holds number, not several lines of text. It is left as it is: what it held is not thrown away.",
      "The column themes.category was removed by hand.",
    ]);
    expect(await provision(demo.client, site, everyList)).toEqual([{ made: "column", name: "themes.category" }]);
    const again = await difference();
    expect(again.lacking).toEqual([]);
    expect(again.drift).toHaveLength(2);
    expect((await demo.client.api(column(themes, "verdicts")).get()).number).toBeDefined();
  });

  it("tells which other application is let in, and what cannot be found out, without stopping", async () => {
    const expected = { apps: [demoTenant.app, demoTenant.provisioner], owners: [] };
    const before = await siteAccess(demo.client, site, expected);
    expect(before.drift).toEqual([]);
    expect(before.unread).toEqual([expect.stringMatching(/left out of search could not be read/)]);
    const other = { id: "99999999-9999-4999-8999-999999999999", displayName: "Somebody's script" };
    await demo.client
      .api(`${site}/permissions`)
      .post({ roles: ["read"], grantedToIdentities: [{ application: other }] });
    const { drift } = await siteAccess(demo.client, site, expected);
    expect(drift).toEqual([
      `The application Somebody's script (${other.id}) may read the site. Only Line of Sight should.`,
    ]);
  });
});

describe("the first two administrators", () => {
  const two = [
    { id: "aaaaaaaa-0000-4000-8000-000000000001", name: "Ada Orme" },
    { id: "aaaaaaaa-0000-4000-8000-000000000002", name: "Ben Thorne" },
  ];

  it("are added sealed while there is none, also when the first try stopped half way, and never again", async () => {
    const outside = await demo.another("provisioning");
    expect(await addFirstAdministrators(outside, two.slice(0, 1))).toEqual(["Ada Orme is an administrator now."]);
    expect(await addFirstAdministrators(outside, two)).toEqual(["Ben Thorne is an administrator now."]);
    for (const { id } of two)
      expect(findPerson(outside, id)?.assignments.map(({ role }) => role)).toEqual(["administrator"]);
    expect(outside.sharePoint.oddities().filter(({ register }) => register === people.slug)).toEqual([]);

    const stranger = { id: "aaaaaaaa-0000-4000-8000-000000000003", name: "Cy Vale" };
    expect(await addFirstAdministrators(outside, [stranger, ...two.slice(0, 1)])).toEqual([
      "There are administrators already (Ada Orme, Ben Thorne), so nobody was added.",
    ]);
    expect(findPerson(outside, stranger.id)).toBeUndefined();
  });
});
