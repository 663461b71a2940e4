import { expect, it } from "vitest";
import { optionWords } from "./option-words.ts";

it.each([
  ["open", "open"],
  ["not-yet-effective", "not yet effective"],
  ["kpi-return", "KPI return"],
  ["cqc-quality-statements", "CQC quality statements"],
  ["ecm-administrator", "ECM administrator"],
  ["per-1000-hours", "per 1000 hours"],
  ["england-and-wales", "England and Wales"],
  ["sunday-to-saturday", "Sunday to Saturday"],
])("reads %s as “%s”", (value, words) => expect(optionWords(value)).toBe(words));

it("puts capitals on whole words only", () => expect(optionWords("kpis-and-pdfs")).toBe("kpis and pdfs"));
