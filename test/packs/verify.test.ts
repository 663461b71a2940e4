import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { compilePack } from "#api/packs/compile-pack.ts";
import { verifyPack } from "#api/packs/verify-pack.ts";
import { fileKeys } from "../support/file-keys.ts";
import { samplePack } from "../support/sample-pack.ts";
import { approvals, newFolder, signedPack } from "../support/signed-pack.ts";

/** Places and masks for changing single bytes; the same every run. */
function* seeded(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state;
  }
}

const random = seeded(20_261_012);
const flipped = (bytes: Uint8Array, at: number) => {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ ((random.next().value % 255) + 1);
  return copy;
};
const somewhere = (bytes: Uint8Array) => Array.from({ length: 200 }, () => random.next().value % bytes.length);
const everywhere = (bytes: Uint8Array) => [...bytes.keys()];

/** Names of the files a verdict complains of; empty when the pack holds. */
async function complaints(path: string, key?: string): Promise<string[]> {
  const verdict = await verifyPack(path, key === undefined ? {} : { key });
  return verdict.holds ? [] : verdict.problems.map(({ file }) => file);
}

let compiled: string;
let fingerprint: string;
let inside: readonly string[];

/** The zip and its signature in one folder; the files it holds, with the signature, in another. */
let zip: string;
let folder: string;

beforeAll(async () => {
  compiled = (await signedPack()).folder;
  const base = newFolder();
  zip = join(base, "sent", "pack.zip");
  folder = join(base, "unpacked", "pack");
  cpSync(join(compiled, "pack.zip"), zip);
  cpSync(join(compiled, "pack.zip.sig"), `${zip}.sig`);
  const files = unzipSync(readFileSync(zip));
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  cpSync(`${zip}.sig`, `${folder}.zip.sig`);
  inside = Object.keys(files);
  fingerprint = JSON.parse(readFileSync(`${zip}.sig`, "utf8")).keyFingerprint;
});

/** Runs with other bytes in a file, and puts the old ones back. */
async function having<Answer>(path: string, bytes: Uint8Array, run: () => Promise<Answer>): Promise<Answer> {
  const before = readFileSync(path);
  writeFileSync(path, bytes);
  try {
    return await run();
  } finally {
    writeFileSync(path, before);
  }
}

async function expectEveryChangeNamed(path: string, on: string, name: string, offsets: readonly number[]) {
  const bytes = readFileSync(path);
  const missed: number[] = [];
  for (const at of offsets) {
    const named = await having(path, flipped(bytes, at), () => complaints(on));
    if (!named.includes(name)) missed.push(at);
  }
  expect(missed).toEqual([]);
}

describe("a pack as it was sent", () => {
  it("holds, as a zip and as the folder it unpacks to, with and without the key", async () => {
    expect(await complaints(zip)).toEqual([]);
    expect(await complaints(zip, fingerprint)).toEqual([]);
    expect(await complaints(folder, fingerprint)).toEqual([]);
    expect(await complaints(compiled, fingerprint)).toEqual([]);
  });

  it("holds what the manifest names, and nothing else", () => {
    expect([...inside].sort()).toEqual([
      "assurance-statement.pdf",
      "content.json",
      "figures.xlsx",
      "manifest.json",
      "pack.pdf",
      "sign-offs.json",
    ]);
  });

  it("says what is not proven without the key", async () => {
    const [without, known] = await Promise.all([verifyPack(zip), verifyPack(zip, { key: fingerprint })]);
    expect(without.holds && without.notProven.join(" ")).toContain("Who made it");
    expect(known.holds && known.notProven.join(" ")).not.toContain("Who made it");
  });
});

describe("a changed byte", () => {
  it("is found at every place of the signature file", async () => {
    const bytes = readFileSync(`${zip}.sig`);
    await expectEveryChangeNamed(`${zip}.sig`, zip, "pack.zip.sig", everywhere(bytes));
    await expectEveryChangeNamed(`${folder}.zip.sig`, folder, "pack.zip.sig", everywhere(bytes));
  }, 120_000);

  it("is found at every place of the manifest", async () => {
    const path = join(folder, "manifest.json");
    await expectEveryChangeNamed(path, folder, "manifest.json", everywhere(readFileSync(path)));
  }, 120_000);

  it("is found at 200 places of the zip", async () => {
    await expectEveryChangeNamed(zip, zip, "pack.zip", somewhere(readFileSync(zip)));
  }, 120_000);

  it("is found at 200 places of each unpacked file", async () => {
    for (const name of inside) {
      const path = join(folder, name);
      await expectEveryChangeNamed(path, folder, name, somewhere(readFileSync(path)));
    }
  }, 240_000);

  it("is named by the file inside the zip, not only by the zip", async () => {
    const files = unzipSync(readFileSync(zip));
    const changed = { ...files, "sign-offs.json": flipped(files["sign-offs.json"] ?? new Uint8Array(), 9) };
    const named = await having(zip, zipSync(changed, { level: 0 }), () => complaints(zip));
    expect(named).toEqual(["pack.zip", "sign-offs.json"]);
  });

  it.each([
    ["a line end after it", (text: string) => `${text}\n`],
    ["a space in it", (text: string) => text.replace(":", ": ")],
    ["the same field twice", (text: string) => text.replace("{", '{"algorithm":"RS256",')],
    ["a field of its own", (text: string) => text.replace("{", '{"aaa":1,')],
    ["spare bits in its base64", (text: string) => text.replace(/([A-Za-z0-9+/])=="/, (_, last) => `${next(last)}=="`)],
  ])("is found in a signature file with %s", async (_what, change) => {
    const before = readFileSync(`${zip}.sig`, "utf8");
    expect(change(before)).not.toBe(before);
    expect(await having(`${zip}.sig`, strToU8(change(before)), () => complaints(zip))).toEqual(["pack.zip.sig"]);
  });
});

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const next = (letter: string) => alphabet[(alphabet.indexOf(letter) + 1) % 64] ?? "A";

describe("files", () => {
  it("that are missing are named, each", async () => {
    for (const name of inside) {
      const path = join(folder, name);
      const before = readFileSync(path);
      rmSync(path);
      expect(await complaints(folder)).toEqual([name]);
      writeFileSync(path, before);
      const { [name]: _, ...rest } = unzipSync(readFileSync(zip));
      expect(await having(zip, zipSync(rest, { level: 0 }), () => complaints(zip))).toEqual(["pack.zip", name]);
    }
  });

  it.each(["extra.txt", "pack.pdf.bak", "sub/deep/extra.txt", ".hidden"])(
    "that were added are named: %s",
    async (name) => {
      const path = join(folder, name);
      mkdirSync(join(path, ".."), { recursive: true });
      writeFileSync(path, "more");
      expect(await complaints(folder)).toEqual([name]);
      rmSync(join(folder, name.split("/")[0] ?? name), { recursive: true });
      const more = { ...unzipSync(readFileSync(zip)), [name]: strToU8("more") };
      expect(await having(zip, zipSync(more, { level: 0 }), () => complaints(zip))).toEqual(["pack.zip", name]);
    },
  );

  it("that are links are named", async () => {
    symlinkSync("/etc/hostname", join(folder, "link"));
    expect(await complaints(folder)).toEqual(["link"]);
    rmSync(join(folder, "link"));
  });

  it("without a signature do not hold", async () => {
    rmSync(`${zip}.sig`);
    expect(await complaints(zip)).toEqual(["pack.zip.sig"]);
    cpSync(join(compiled, "pack.zip.sig"), `${zip}.sig`);
  });
});

describe("a hostile zip", () => {
  it("that would swell is refused before it is unpacked", async () => {
    const bomb = zipSync({ "pack.pdf": [new Uint8Array(64 * 1024 * 1024), { level: 9 }] });
    const verdict = await having(zip, bomb, () => verifyPack(zip));
    expect(verdict).toMatchObject({
      holds: false,
      problems: expect.arrayContaining([{ file: "pack.pdf", say: expect.stringContaining("compressed") }]),
    });
  });

  it.each(["../outside.txt", "/etc/outside.txt", "a/../../outside.txt", "..\\outside.txt"])(
    "that climbs out with %s is refused",
    async (name) => {
      const files = { ...unzipSync(readFileSync(zip)), [name]: strToU8("out") };
      expect(await having(zip, zipSync(files, { level: 0 }), () => complaints(zip))).toContain("pack.zip");
    },
  );
});

describe("a pack rebuilt by somebody else", () => {
  it("holds by itself, and is refused with the provider's key", async () => {
    const content = samplePack({ limitations: ["Nothing to see here."] });
    const outDir = newFolder();
    const keys = fileKeys(join(outDir, "..", `other-key-${process.pid}.pem`));
    await compilePack({ content, decisions: approvals(content), edition: "commissioner", keys, outDir });
    expect(await complaints(join(outDir, "pack.zip"))).toEqual([]);
    expect(await complaints(join(outDir, "pack.zip"), fingerprint)).toEqual(["pack.zip.sig"]);
    expect(await complaints(outDir, fingerprint)).toEqual(["pack.zip.sig"]);
  });

  it("is refused when only the signature file is another's", async () => {
    const other = fileKeys(join(newFolder(), "key.pem"));
    const { signature: _, ...body } = JSON.parse(readFileSync(`${zip}.sig`, "utf8"));
    const claimed = { ...body, signature: await other.sign(strToU8(JSON.stringify(body))) };
    expect(await having(`${zip}.sig`, strToU8(JSON.stringify(claimed)), () => complaints(zip))).toEqual([
      "pack.zip.sig",
    ]);
  });
});

describe("npm run verify", () => {
  const run = (...words: string[]) => spawnSync(process.execPath, ["infra/verify.ts", ...words], { encoding: "utf8" });

  it("ends with 0 and a summary", () => {
    const { status, stdout } = run(zip, "--key", fingerprint.toUpperCase());
    expect(status).toBe(0);
    expect(stdout).toContain("Meadowbank Care for Westshire County Council");
  });

  it("ends with 1 and what differs", async () => {
    const path = join(folder, "figures.xlsx");
    const { status, stdout } = await having(path, flipped(readFileSync(path), 100), async () => run(folder));
    expect(status).toBe(1);
    expect(stdout).toContain("figures.xlsx has been changed since it was signed");
  });

  it.each([[[]], [["nowhere.zip"]], [["a", "b"]], [["x", "--key", "short"]], [["--what"]]])(
    "ends with 1 for %j",
    (words) => {
      expect(run(...words).status).toBe(1);
    },
  );

  it("needs nothing of the rest of the api", () => {
    const seen = new Set<string>();
    const packages = new Set<string>();
    const walk = (path: string) => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const [, from = ""] of readFileSync(path, "utf8").matchAll(/from "([^"]+)"/g)) {
        if (from.startsWith(".")) walk(join(path, "..", from));
        else if (!from.startsWith("node:")) packages.add(from);
      }
    };
    walk("api/packs/verify-pack.ts");
    expect([...packages].sort()).toEqual(["canonicalize", "yauzl"]);
    expect([...seen].filter((path) => !path.startsWith("api/packs/"))).toEqual([]);
    expect(seen.size).toBeGreaterThan(4);
  });
});
