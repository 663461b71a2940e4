import { describe, expect, it } from "vitest";
import { person } from "../../../test/support/rows.ts";
import { isRefusal } from "../refusal.ts";
import { askExtension, recordReply } from "./extensions.ts";

const asking = { by: person("eleanor", ["contracts-manager"]), now: "2026-10-12T09:00:00Z" };
const cycle = { due: "2026-10-30", stage: "validate" } as const;
const waiting = { until: "2026-11-06", askedOn: "2026-10-12" };
const ruleOf = (answer: unknown) => (isRefusal(answer) ? answer.refused.rule : "allowed");

describe("an extension", () => {
  it("is recorded when asked; the due day moves only when the commissioner agrees", () => {
    expect(askExtension(cycle, "2026-11-06", asking)).toEqual({ extensions: [waiting] });
    const reply = (told: "agreed" | "refused") =>
      recordReply({ ...cycle, extensions: [waiting] }, { reply: told, repliedBy: "J. Hart, commissioning" }, asking);
    expect(reply("agreed")).toEqual({
      due: "2026-11-06",
      extensions: [{ ...waiting, reply: "agreed", repliedBy: "J. Hart, commissioning", repliedOn: "2026-10-12" }],
    });
    expect(reply("refused")).toMatchObject({ due: "2026-10-30" });
  });

  it.each([
    [
      "by another role",
      askExtension(cycle, "2026-11-06", { ...asking, by: person("x", ["auditor"]) }),
      "cycle.not-your-role",
    ],
    ["to the same day", askExtension(cycle, "2026-10-30", asking), "cycle.not-later"],
    ["while one waits", askExtension({ ...cycle, extensions: [waiting] }, "2026-11-20", asking), "cycle.already-asked"],
    ["after it was sent", askExtension({ ...cycle, stage: "improve" }, "2026-11-06", asking), "cycle.not-now"],
  ])("is not asked for %s", (_how, answer, rule) => {
    expect(ruleOf(answer)).toBe(rule);
  });

  it.each([
    ["nothing was asked", { ...cycle }, "J. Hart", "cycle.not-asked"],
    ["nobody is named", { ...cycle, extensions: [waiting] }, " ", "cycle.who-missing"],
  ])("has no reply recorded when %s", (_how, on, repliedBy, rule) => {
    expect(ruleOf(recordReply(on, { reply: "agreed", repliedBy }, asking))).toBe(rule);
  });
});
