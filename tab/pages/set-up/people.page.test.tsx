// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { show, someone } from "../../shown.testing.tsx";
import { PeoplePage } from "./people.page.tsx";
import type { People, Person } from "./rights-words.ts";

const person = (name: string, more: Partial<Person> = {}): Person => ({
  key: name,
  etag: `"${name}"`,
  person: name,
  name,
  jobTitle: "",
  status: "active",
  noAccount: false,
  assignments: [{ role: "team-leader", over: "service", where: ["ashdown"] }],
  safeguarding: false,
  ...more,
});
const asked: NonNullable<Person["asked"]> = {
  assignments: [{ role: "registered-manager", over: "service", where: ["ashdown"] }],
  safeguarding: true,
  status: "active",
  byName: "Siân",
  at: "2026-10-12T08:00:00.000Z",
  reason: "New post",
};
const peopleOf = (...people: Person[]): People => ({
  people,
  regions: ["north"],
  services: [{ key: "ashdown", name: "Ashdown" }],
  contracts: [],
});
const administrator = { ...someone, roles: ["administrator"] };
afterEach(cleanup);

it("says of each change what would be different, who asked and why, and sends an agreement to what was seen", async () => {
  const { asked: sent } = show(<PeoplePage />, {
    answer: () => peopleOf(person("Amina", { asked })),
    me: administrator,
  });
  const waiting = within(await screen.findByRole("region", { name: "Waiting for a second person" }));
  expect(waiting.getByText("Gets: Registered manager, Ashdown")).toBeTruthy();
  expect(waiting.getByText("Loses: Team leader, Ashdown")).toBeTruthy();
  expect(waiting.getByText("May see safeguarding rows")).toBeTruthy();
  expect(waiting.getByText(/Siân asked.*New post/)).toBeTruthy();
  fireEvent.click(waiting.getByRole("button", { name: "Agree for Amina" }));
  await screen.findByText(/Agreed\. Amina has these rights/);
  expect(sent.find(({ path }) => path === "/people/Amina/rights/agreement")).toMatchObject({
    body: { etag: '"Amina"' },
  });
});

it("offers no agreement to whoever may not give it, and says why", async () => {
  const barred = { ...asked, barred: "A change of rights takes two people." };
  show(<PeoplePage />, { answer: () => peopleOf(person("Amina", { asked: barred })), me: administrator });
  expect(await screen.findByText("A change of rights takes two people.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Agree for Amina" })).toBeNull();
});

it("asks for a change with every right the person is to have, and a reason", async () => {
  const { asked: sent } = show(<PeoplePage />, { answer: () => peopleOf(person("Amina")), me: administrator });
  fireEvent.click(await screen.findByRole("button", { name: "Change for Amina" }));
  fireEvent.change(screen.getByLabelText(/^Role 1/), { target: { value: "auditor" } });
  fireEvent.change(screen.getByLabelText(/^Over, role 1/), { target: { value: "organisation" } });
  fireEvent.click(screen.getByLabelText("May see safeguarding rows"));
  fireEvent.change(screen.getByLabelText(/^Why/), { target: { value: "Audits us" } });
  fireEvent.click(screen.getByRole("button", { name: "Ask for it" }));
  await screen.findByText(/^Asked for\. A second person has to agree/);
  expect(sent.find(({ path }) => path === "/people/Amina/rights")?.body).toEqual({
    etag: '"Amina"',
    rights: {
      assignments: [{ role: "auditor", over: "organisation", where: [] }],
      safeguarding: true,
      status: "active",
    },
    reason: "Audits us",
  });
});

it("lets a senior leader look and agree, and ask for nothing", async () => {
  show(<PeoplePage />, {
    answer: () => peopleOf(person("Amina", { noAccount: true })),
    me: { ...someone, roles: ["senior-leader"] },
  });
  expect(await screen.findByText("Account closed")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Add a colleague" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Change for Amina" })).toBeNull();
});

describe("adding a colleague", () => {
  const newcomer = { person: "aaaaaaaa-0000-4000-8000-000000000400", name: "Morag Newcomer", jobTitle: "Nurse" };
  const openWith = async (found: object) => {
    const shown = show(<PeoplePage />, {
      answer: ({ path }) => (path === "/people/found" ? found : peopleOf(person("Amina"))),
      me: administrator,
    });
    fireEvent.click(await screen.findByRole("button", { name: "Add a colleague" }));
    fireEvent.change(screen.getByLabelText("Look for a colleague"), { target: { value: "mora" } });
    return shown;
  };

  it("fills in name and account of whoever is chosen by name", async () => {
    const { asked: sent } = await openWith({ people: [newcomer] });
    fireEvent.click(await screen.findByText("Morag Newcomer, Nurse"));
    expect(screen.getByLabelText(/^Account/)).toHaveProperty("value", newcomer.person);
    expect(screen.getByLabelText(/^Name/)).toHaveProperty("value", "Morag Newcomer");
    fireEvent.change(screen.getByLabelText(/^Why/), { target: { value: "New here" } });
    fireEvent.click(screen.getByText("Ask for it"));
    await screen.findByText(/^Asked for\. A second person has to agree/);
    expect(sent.find(({ path }) => path === "/people/found")?.query).toEqual({ name: "mora" });
    expect(sent.find(({ path, method }) => path === "/people" && method)?.body).toMatchObject({
      person: newcomer.person,
      name: "Morag Newcomer",
    });
  });

  it("says why there is less to choose from, and still takes a typed account", async () => {
    await openWith({ people: [], say: "Only the people register was looked in." });
    expect(await screen.findByText(/^Nobody of that name.*Only the people register was looked in\.$/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/^Account/), { target: { value: "typed" } });
    expect(screen.getByLabelText(/^Account/)).toHaveProperty("value", "typed");
  });
});
