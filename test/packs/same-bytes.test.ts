import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newFolder, signedPack } from "../support/signed-pack.ts";

/** Compiles the sample pack in another process, and answers each file with its hash. */
function compiledIn(timeZone: string, language: string, edition: string): Record<string, string> {
  const out = newFolder();
  const answer = execFileSync(
    process.execPath,
    ["test/support/compile-sample.ts", edition, out, join(out, "..", "equal-bytes-key.pem")],
    {
      encoding: "utf8",
      env: { ...process.env, TZ: timeZone, LANG: language, LC_ALL: language },
    },
  );
  return JSON.parse(answer);
}

describe.each(["internal", "commissioner"] as const)("the %s edition", (edition) => {
  it("has equal bytes in another process, time zone and language", () => {
    const here = compiledIn("Europe/London", "en_GB.UTF-8", edition);
    const there = compiledIn("Pacific/Auckland", "tr_TR.UTF-8", edition);
    expect(Object.keys(here)).toContain("pack.zip");
    expect(there).toEqual(here);
  });
});

it("gives two editions of one content, each bound to what was signed", async () => {
  const [internal, commissioner] = await Promise.all([
    signedPack({ edition: "internal" }),
    signedPack({ edition: "commissioner" }),
  ]);
  expect(internal.contentHash).toBe(commissioner.contentHash);
  expect(internal.zipHash).not.toBe(commissioner.zipHash);
});

it("changes every hash when one number changes", async () => {
  const { samplePack } = await import("../support/sample-pack.ts");
  const [before, after] = await Promise.all([
    signedPack(),
    signedPack({ content: samplePack({ cutOff: "2026-10-06T11:00:01Z" }) }),
  ]);
  expect(after.contentHash).not.toBe(before.contentHash);
  expect(after.zipHash).not.toBe(before.zipHash);
});
