import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { operations } from "#api/operations/index.ts";
import { checks } from "#domain/checks/index.ts";
import { shippedIndicators } from "#domain/figures/shipped/index.ts";
import { shippedProfiles } from "#domain/imports/shipped-profiles.ts";
import { everyList } from "#domain/registers/index.ts";

const root = join(import.meta.dirname, "../..");

/** Files of a folder that make something with `maker`, and the name each exports it by. */
const made = (folder: string, maker: RegExp) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap((file) => {
      const name = maker.exec(readFileSync(join(root, folder, file), "utf8"))?.[1];
      return name ? [{ file, name, path: join(root, folder, file) }] : [];
    });

const load = async (path: string, name: string): Promise<unknown> => (await import(path))[name];

describe("every operation is served", () => {
  const files = made("api/operations", /^export const (\w+) = operation\(/m);

  test("there are operations", () => expect(files.length).toBeGreaterThan(10));

  test.for(files)("$file", async ({ path, name }) => {
    expect(operations).toContain(await load(path, name));
  });

  test("each under a name and an address of its own", () => {
    const places = operations.flatMap(({ name, method, path }) => [name, `${method} ${path}`]);
    expect(new Set(places).size).toBe(places.length);
  });
});

describe("every register is provisioned", () => {
  const files = made("api/domain/registers", /^export const (\w+) = register\(/m);

  test.for(files)("$file", async ({ path, name }) => {
    expect(everyList).toContain(await load(path, name));
  });

  test.for(everyList.map(({ slug }) => slug))("%s has its file", (slug) => {
    expect(files.map(({ file }) => file)).toContain(`${slug}.ts`);
  });
});

describe.for([
  ["check", "api/domain/checks", /^export const (\w+) = check\(\{/m, checks],
  ["indicator", "api/domain/figures/shipped", /^export const (\w+) = shipped\(/m, shippedIndicators],
  ["profile", "api/domain/imports/profiles", /^export const (\w+)(?:: Profile)? = /m, shippedProfiles],
] as const)("every %s is in its list", ([, folder, maker, list]) => {
  const files = made(folder, maker);

  test("and the list holds no other", () => expect(list).toHaveLength(files.length));

  test.for(files)("$file", async ({ path, name }) => {
    expect(list).toContain(await load(path, name));
  });
});
