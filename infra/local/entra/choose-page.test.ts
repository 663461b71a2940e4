import { expect, it } from "vitest";
import { choosePage } from "./choose-page.ts";

const person = (id: string, department: string) => ({
  id,
  displayName: `Person ${id}`,
  userPrincipalName: `${id}@meadowbank.example`,
  department,
});

it("heads each group of people as a heading is written", () => {
  const html = choosePage("Line of Sight", "/authorize", [
    person("1", "quality lead"),
    person("2", "ECM administrator"),
    person("3", "quality lead"),
  ]);
  expect([...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, heading]) => heading)).toEqual([
    "Quality lead",
    "ECM administrator",
  ]);
});
