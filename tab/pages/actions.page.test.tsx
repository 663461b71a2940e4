// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { Problem } from "../ask/problem.ts";
import { rowOf, show, someone } from "../shown.testing.tsx";
import { ActionsPage } from "./actions.page.tsx";

const action = (key: string, deadline: string, more: object = {}) =>
  rowOf(key, `Action ${key}`, { owner: someone.id, deadline, status: "open", category: "other", ...more });

const rows = [
  action("late", "2026-10-01"),
  action("soon", "2026-10-15"),
  action("later", "2026-12-01"),
  action("theirs", "2026-10-01", { owner: "somebody-else", service: "ashdown" }),
];
const answer = () => ({ total: rows.length, rows });

afterEach(cleanup);

it("puts each of my actions where it is due", async () => {
  show(<ActionsPage />, { answer });
  for (const [region, name] of [
    ["Overdue", "Action late"],
    ["In the next seven days", "Action soon"],
    ["Later", "Action later"],
  ] as const)
    expect(within(await screen.findByRole("region", { name: region })).getByRole("link", { name })).toBeTruthy();
});

it("says how late an action is", async () => {
  show(<ActionsPage />, { answer });
  expect(await screen.findByText("11 days late")).toBeTruthy();
});

it("keeps other people's actions for the other tabs", async () => {
  const { location } = show(<ActionsPage />, { answer });
  await screen.findByText("Action late");
  expect(screen.queryByText("Action theirs")).toBeNull();
  fireEvent.click(screen.getByRole("tab", { name: "My services" }));
  expect(await screen.findByText("Action theirs")).toBeTruthy();
  expect(location.history.at(-1)).toContain("whose=services");
});

it("says what is wrong, and the reference to give, when actions cannot be read", async () => {
  show(<ActionsPage />, {
    answer: () => {
      throw new Problem({ detail: "SharePoint does not answer.", status: 503, code: "unavailable", reference: "r-17" });
    },
  });
  const note = await screen.findByRole("alert");
  expect(note.textContent).toContain("SharePoint does not answer.");
  expect(note.textContent).toContain("r-17");
});
