import { expect, it } from "vitest";
import { actions } from "../registers/actions.ts";
import { themes } from "../registers/themes.ts";
import { isWanted, type WhichRows } from "./which-rows.ts";

const row = {
  key: "action-1",
  action: "Check the fridge log",
  source: "pack-theme",
  service: "ashdown",
  contract: "westshire",
  owner: "aaaaaaaa-0000-4000-8000-000000000009",
  status: "open",
  context: "The daughter rang twice",
};
const words = (_: unknown, value: unknown) => (String(value).startsWith("aaaaaaaa") ? "Amina Yusuf" : String(value));
const wants = (wanted: WhichRows) => isWanted(actions, row, wanted, words);

it.each<[WhichRows, boolean]>([
  [{}, true],
  [{ view: "Contract action tracker" }, true],
  [{ view: "Audit action log" }, false],
  [{ view: "Service action log" }, true],
  [{ view: "a view it never had" }, true],
  [{ status: "open" }, true],
  [{ status: "complete" }, false],
  [{ service: "ashdown", contract: "westshire" }, true],
  [{ service: "birchwood" }, false],
  [{ contract: "eastmoor" }, false],
  [{ words: "FRIDGE yusuf" }, true],
  [{ words: "fridge nowak" }, false],
  [{ words: "action-1" }, true],
  [{ words: "  " }, true],
])("%o is wanted: %s", (wanted, is) => expect(wants(wanted)).toBe(is));

it("never searches what is restricted", () => expect(wants({ words: "daughter" })).toBe(false));

it("finds a row that names several services by any of them", () => {
  const theme = { key: "t", name: "Late", services: ["ashdown", "coppice"] };
  expect(isWanted(themes, theme, { service: "coppice" }, words)).toBe(true);
  expect(isWanted(themes, theme, { service: "elm-house" }, words)).toBe(false);
});
