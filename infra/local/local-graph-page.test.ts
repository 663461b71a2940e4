import { expect, test } from "vitest";
import { routes } from "./graph/routes.ts";
import { localGraphPage } from "./local-graph-page.ts";

test("docs/local-graph.md is what the routes say", async () => {
  await expect(localGraphPage()).toMatchFileSnapshot("../../docs/local-graph.md");
});

test("every route is on the page once, in an area of its own", () => {
  const rows = localGraphPage().split("\n");
  for (const { method, path } of routes) {
    expect(rows.filter((row) => row.startsWith(`| ${method} | \`${path}\` |`))).toHaveLength(1);
  }
  expect(localGraphPage()).not.toContain("### Other");
});
