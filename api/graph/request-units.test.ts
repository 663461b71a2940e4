import { expect, it } from "vitest";
import { requestUnits } from "./request-units.ts";

const site = "https://graph.microsoft.com/v1.0/sites/a,b,c";

it.each([
  ["GET", `${site}/lists/actions/items/7?$expand=fields`, 1],
  ["GET", `${site}/lists/actions/items?$top=1`, 2],
  ["GET", `${site}/lists/actions/items/delta?$expand=fields`, 2],
  ["GET", `${site}/lists/actions/items/delta?token=x`, 1],
  ["POST", `${site}/lists/actions/items`, 2],
  ["PATCH", `${site}/lists/actions/items/7/fields`, 2],
  ["DELETE", `${site}/lists/actions/items/7`, 2],
  ["GET", `${site}/permissions`, 5],
  ["PUT", "https://graph.microsoft.com/v1.0/drives/d/root:/a.zip:/content", 2],
  ["GET", "https://graph.microsoft.com/v1.0/drives/d/root:/a.zip:/content", 1],
  ["GET", "https://graph.microsoft.com/v1.0/drives/d/root/children", 2],
  ["PUT", "https://meadowbank.sharepoint.com/up/1?x=y", 2],
])("%s %s costs %i", (method, url, units) => {
  expect(requestUnits(method, url)).toBe(units);
});

it("counts everything in a batch", () => {
  const requests = [
    { method: "DELETE", url: "/sites/a/lists/b/items/1" },
    { method: "GET", url: "/sites/a/lists/b/items/2" },
  ];
  expect(requestUnits("POST", "https://graph.microsoft.com/v1.0/$batch", JSON.stringify({ requests }))).toBe(3);
});
