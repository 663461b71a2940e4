import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly dev?: boolean;
}

const { packages } = JSON.parse(read("package-lock.json")) as { packages: Readonly<Record<string, Locked>> };
const { "": ours, ...installed } = packages;
const manifest = JSON.parse(read("package.json")) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
};

/** Licences under which anyone may use, change and pass on what they cover. */
const free = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "MIT AND OFL-1.1",
  "MIT OR Apache-2.0",
  "MPL-2.0",
  "Unlicense",
  "(AFL-2.1 OR BSD-3-Clause)",
]);

/** Packages whose manifest names no licence, and where it stands instead. */
const statedElsewhere: Readonly<Record<string, string>> = {
  "escape-regexp-component": "MIT, in its Readme.md",
};

/** Microsoft's own stand-in for Teams: for evaluation, so for tests alone, and never shipped. */
const playground = "@microsoft/m365agentsplayground";

const nameOf = (place: string) => place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
const placesWhere = (breaks: (locked: Locked, name: string) => boolean) =>
  Object.entries(installed).flatMap(([place, locked]) => (breaks(locked, nameOf(place)) ? [place] : []));

describe("the lockfile", () => {
  test("holds what is installed", () => {
    expect(ours).toBeDefined();
    expect(Object.keys(installed).length).toBeGreaterThan(100);
  });

  test("pins every package by its SHA-512", () => {
    expect(placesWhere(({ integrity }) => !integrity?.startsWith("sha512-"))).toEqual([]);
  });

  test("names no download address", () => {
    expect(placesWhere(({ resolved }) => resolved !== undefined)).toEqual([]);
  });

  test("holds only freely licensed packages, and the Playground", () => {
    const notFree = placesWhere(({ license }, name) => !free.has(license ?? "") && !(name in statedElsewhere));
    expect(notFree).toEqual([`node_modules/${playground}`]);
  });
});

describe("the Playground", () => {
  test("is for tests only", () => {
    expect(manifest.devDependencies).toHaveProperty([playground]);
    expect(manifest.dependencies).not.toHaveProperty([playground]);
    expect(installed[`node_modules/${playground}`]?.dev).toBe(true);
  });
});

describe("installing", () => {
  const settings = read(".npmrc").split("\n");

  test.for(["ignore-scripts=true", "omit-lockfile-registry-resolved=true", "save-exact=true"])(
    "is set to %s for everybody",
    (setting) => {
      expect(settings).toContain(setting);
    },
  );

  test("runs no script of ours", () => {
    expect(Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?(?:install|prepare)$/.test(name))).toEqual([]);
  });

  test("takes exact versions only", () => {
    const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });
});
