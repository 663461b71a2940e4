// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { registers } from "#domain/registers/index.ts";
import { rowOf, show, someone } from "../shown.testing.tsx";
import { RegisterPage } from "./register.page.tsx";

const actions = [
  rowOf("a-1", "Check the fridge log", {
    action: "Check the fridge log",
    source: "audit",
    owner: someone.id,
    deadline: "2026-10-20",
    status: "open",
  }),
  rowOf("a-2", "Add travel time", {
    action: "Add travel time",
    source: "pack-theme",
    service: "birchwood",
    deadline: "2026-10-14",
    status: "complete",
  }),
];
const people = [rowOf("p-6", "Niamh Gallagher", { person: someone.id, status: "active" })];
const services = [{ key: "birchwood", name: "Birchwood" }];

function open(slug: string, query = "") {
  return show(<RegisterPage slug={slug} />, {
    at: `/registers/${slug}${query}`,
    answer: ({ path }) => {
      if (path === "/registers/actions/rows") return { total: 2, rows: actions };
      if (path === "/registers/people/rows") return { total: 1, rows: people };
      if (path === "/registers/services/names") return { names: services };
      return path.endsWith("/names") ? { names: [] } : { total: 0, rows: [] };
    },
  });
}

const rowsShown = () => screen.getAllByRole("rowheader").map((head) => head.textContent);

afterEach(cleanup);

it.each(registers)("opens $slug under each of its names, with its purpose", async ({ slug, purpose, views, title }) => {
  open(slug);
  expect(await screen.findByRole("heading", { level: 1, name: title })).toBeTruthy();
  expect(screen.getByText(purpose)).toBeTruthy();
  for (const { name } of views) {
    fireEvent.click(screen.getByRole("tab", { name }));
    expect(await screen.findByRole("heading", { level: 1, name })).toBeTruthy();
  }
});

it("shows only the rows of the practice name it was opened under", async () => {
  open("actions", "?view=Audit%20action%20log");
  await waitFor(() => expect(rowsShown()).toEqual(["Check the fridge log"]));
  fireEvent.click(screen.getByRole("tab", { name: "Everything" }));
  await waitFor(() => expect(rowsShown()).toHaveLength(2));
});

it("finds by the name of a person or a service, and by where rows stand", async () => {
  open("actions");
  await screen.findByText("Birchwood");
  const find = (words: string) => fireEvent.change(screen.getByRole("searchbox"), { target: { value: words } });
  find("gallagher");
  await waitFor(() => expect(rowsShown()).toEqual(["Check the fridge log"]));
  find("birchwood");
  await waitFor(() => expect(rowsShown()).toEqual(["Add travel time"]));
  fireEvent.change(screen.getByRole("combobox", { name: "Where it stands" }), { target: { value: "open" } });
  expect(await screen.findByText("Nothing fits what you filter by")).toBeTruthy();
});

it("puts rows in order of a column, and the other way round", async () => {
  open("actions");
  const table = within(await screen.findByRole("region", { name: "Actions" }));
  const head = table.getByRole("button", { name: /Deadline/ });
  fireEvent.click(head);
  expect(rowsShown()).toEqual(["Add travel time", "Check the fridge log"]);
  expect(table.getByRole("columnheader", { name: /Deadline/ }).getAttribute("aria-sort")).toBe("ascending");
  fireEvent.click(head);
  expect(rowsShown()).toEqual(["Check the fridge log", "Add travel time"]);
});
