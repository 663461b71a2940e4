import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { demoClock } from "./clock.ts";

const from = "2026-10-12T08:00:00.000Z";
const inFolder = (work: (dir: string) => void) => {
  const dir = mkdtempSync(join(tmpdir(), "clock-"));
  work(dir);
  rmSync(dir, { recursive: true });
};

it("starts at the demo's day the first time", () => {
  inFolder((dir) => {
    const passed = Date.parse(demoClock(dir, from)()) - Date.parse(from);
    expect(passed).toBeGreaterThanOrEqual(0);
    expect(passed).toBeLessThan(60_000);
  });
});

it("goes on over a restart as real time did meanwhile", () => {
  inFolder((dir) => {
    demoClock(dir, from)();
    const path = join(dir, "demo-clock.json");
    const kept = JSON.parse(readFileSync(path, "utf8"));
    const threeDays = 3 * 86_400_000;
    writeFileSync(path, JSON.stringify({ ...kept, began: new Date(Date.parse(kept.began) - threeDays).toISOString() }));
    expect(demoClock(dir, "2030-01-01T00:00:00.000Z")().slice(0, 10)).toBe("2026-10-15");
  });
});
