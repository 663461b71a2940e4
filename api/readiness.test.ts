import { describe, expect, it } from "vitest";
import { LineOfSightError, notFound } from "#domain/errors.ts";
import type { Files } from "#domain/ports.ts";
import { everyList } from "#domain/registers/index.ts";
import { schemaVersion } from "./graph/schema-version.ts";
import { siteReadiness } from "./readiness.ts";

const filed = (versions: readonly string[]) => Buffer.from(JSON.stringify({ schemaVersion: 1, versions }));
const right = filed(["0123456789abcdef", schemaVersion(everyList)]);

/** Answers in turn; the last one for ever. */
function files(...answers: readonly (Uint8Array | Error)[]) {
  let asked = 0;
  const get = async () => {
    const answer = answers[Math.min(asked, answers.length - 1)] as Uint8Array | Error;
    asked += 1;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { files: { get } as unknown as Files, asked: () => asked };
}

describe("a process", () => {
  it("is ready when the site was brought to its release, also among others, and asks no more", async () => {
    const { files: of, asked } = files(right, new Error("asked again"));
    const readiness = siteReadiness(of, () => 0);
    expect([await readiness(), await readiness()]).toEqual([{ ready: true }, { ready: true }]);
    expect(asked()).toBe(1);
  });

  it.each([
    ["never provisioned to the end", notFound("file", "schema.json"), /never wholly provisioned/],
    ["provisioned for another release", filed(["0123456789abcdef"]), /another release/],
  ])("is not ready on a site that was %s, and finds out when it is", async (_, before, says) => {
    let now = 0;
    const { files: of } = files(before, right);
    const readiness = siteReadiness(of, () => now);
    expect(await readiness()).toEqual({ ready: false, say: expect.stringMatching(says) });
    now = 5_000;
    expect(await readiness()).toMatchObject({ ready: false });
    now = 10_000;
    expect(await readiness()).toEqual({ ready: true });
  });

  it("goes on while SharePoint cannot be read, and says so", async () => {
    const readiness = siteReadiness(files(new LineOfSightError("unavailable", "no answer")).files, () => 0);
    expect(await readiness()).toEqual({ ready: true, say: expect.stringMatching(/cannot be read just now/) });
  });
});
