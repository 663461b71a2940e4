import { describe, expect, it } from "vitest";
import { kept, person } from "../../../test/support/rows.ts";
import type { Theme } from "../registers/themes.ts";
import { addTheme, reviewTheme } from "./review-theme.ts";

const now = "2026-10-20T09:00:00Z";
const grace = person("grace", ["senior-leader"]);
const theme: Theme = {
  ...kept("late-visits"),
  name: "Late visits",
  category: "late-visits",
  proposedBy: "leadership",
  firstSeen: "2026-06-30",
  cyclesSeen: ["q2"],
  status: "open",
};
const figures = [
  { cite: "punctual", indicator: "punctual", name: "Punctuality", definition: "", value: "90.1 %", hash: "h" },
];
const asked = { cycle: "q3", verdict: "improved", numbers: "90.1 % [punctual]" } as const;

describe("a verdict", () => {
  it.each([
    ["improved", "improving"],
    ["stable", "open"],
    ["escalated", "escalated"],
  ] as const)("%s leaves the theme %s, seen in one cycle more", (verdict, status) => {
    expect(reviewTheme(theme, { ...asked, verdict }, { by: grace, now, figures })).toEqual({
      verdicts: [{ ...asked, verdict, by: "grace", at: now }],
      cyclesSeen: ["q2", "q3"],
      status,
    });
  });

  it.each([
    [
      "from somebody else than leadership",
      theme,
      asked,
      person("eleanor", ["contracts-manager"]),
      "theme.not-your-role",
    ],
    ["on a closed theme", { ...theme, status: "closed" }, asked, grace, "theme.closed"],
    ["without numbers", theme, { ...asked, numbers: " " }, grace, "theme.numbers-missing"],
    ["with a wrong number", theme, { ...asked, numbers: "91 % [punctual]" }, grace, "theme.wrong-number"],
    ["with a number from nowhere", theme, { ...asked, numbers: "Much better" }, grace, "theme.wrong-number"],
    [
      "a second time in a cycle",
      { ...theme, verdicts: [{ ...asked, by: "grace", at: now }] },
      asked,
      grace,
      "theme.reviewed-already",
    ],
  ] as const)("is refused %s", (_what, of, what, by, rule) => {
    expect(reviewTheme(of, what, { by, now, figures })).toMatchObject({ refused: { rule } });
  });
});

it("lets leadership alone add a theme, seen first today", () => {
  const asked = { name: "Short visits", category: "late-visits" } as const;
  expect(addTheme(asked, { key: "q3" }, { by: grace, now })).toMatchObject({
    firstSeen: "2026-10-20",
    cyclesSeen: ["q3"],
    status: "open",
  });
  expect(addTheme(asked, undefined, { by: person("owen", ["ecm-administrator"]), now })).toMatchObject({
    refused: { rule: "theme.not-your-role" },
  });
});
