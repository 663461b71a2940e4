import { afterAll, beforeAll, expect, it } from "vitest";
import { actions } from "#domain/registers/actions.ts";
import { demoId } from "../../infra/demo/people.ts";
import { type Demo, startDemo } from "../support/demo.ts";

const [contractsManager, qualityLead, ashdownManager] = [demoId(4), demoId(6), demoId(9)];

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const read = async (person: string, path: string) => (await demo.as(person, path)).json();

it("names rows for pages that only know their keys", async () => {
  const { names } = await read(ashdownManager, "/registers/services/names");
  expect(names).toContainEqual({ key: "birchwood", name: "Birchwood" });
  const indicators = (await read(ashdownManager, "/registers/indicators/names")).names;
  expect(indicators).toContainEqual(expect.objectContaining({ code: "missed-visits", name: "Missed visits" }));
});

it("names no action of another service, nor a safeguarding one without the right", async () => {
  const all = (await read(qualityLead, "/registers/actions/names")).names as { key: string }[];
  const mine = (await read(ashdownManager, "/registers/actions/names")).names as { key: string }[];
  expect(all.map(({ key }) => key)).toContain("action-sg-birchwood-documents");
  expect(mine.map(({ key }) => key)).not.toContain("action-sg-birchwood-documents");
  const without = (await read(contractsManager, "/registers/actions/names")).names as { key: string }[];
  expect(without.map(({ key }) => key).filter((key) => key.startsWith("action-sg-"))).toEqual([]);
});

it("shows what names a service, and what an action was raised from", async () => {
  const { links } = await read(qualityLead, "/registers/services/rows/birchwood/links");
  const tied = links as { register: string; rows: { key: string; name: string }[] }[];
  const registers = tied.map(({ register }) => register);
  expect(registers).toEqual(expect.arrayContaining(["contracts", "actions", "themes"]));
  expect(tied.find(({ register }) => register === "contracts")?.rows).toContainEqual(
    expect.objectContaining({ key: "westshire", name: "Westshire adult care and support", status: "active" }),
  );
  const { points } = await read(qualityLead, "/registers/actions/rows/action-birchwood-travel-time/links");
  expect(points.raisedFrom).toMatchObject({ register: "themes", name: "Visits starting late at Birchwood" });
});

it("ties nothing to a row for who may not see the other end", async () => {
  const { links } = await read(contractsManager, "/registers/services/rows/birchwood/links");
  const named = links.flatMap(({ rows }: { rows: { key: string }[] }) => rows.map(({ key }) => key));
  expect(named).not.toContain("action-sg-birchwood-documents");
});

it("exports what the person sees, in words, with nothing restricted and nothing a spreadsheet would run", async () => {
  const act = { by: "system", did: "action.add" } as const;
  const dangerous = '=HYPERLINK("http://evil.example")';
  const { store } = demo.outside;
  await store.add(
    actions,
    "action-formula",
    {
      action: dangerous,
      category: "recording",
      source: "audit",
      service: "ashdown",
      owner: ashdownManager,
      deadline: "2026-10-20",
      status: "open",
      context: "Her daughter rang",
    },
    act,
  );
  const answer = await demo.as(ashdownManager, "/registers/actions/export?view=Audit%20action%20log");
  expect(answer.headers.get("content-type")).toMatch(/text\/csv/);
  const [head = "", ...lines] = (await answer.text()).trim().split("\r\n");
  expect(head).toContain("What has to be done,Category,Where it came from");
  expect(head).not.toContain("Background");
  const line = lines.find((each) => each.startsWith("action-formula")) ?? "";
  expect(line).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  expect(line).toContain("Ashdown");
  expect(line).toContain("Amina Yusuf");
  expect(line).not.toContain("daughter");
  expect(lines.join("\n")).not.toContain("birchwood");
});
