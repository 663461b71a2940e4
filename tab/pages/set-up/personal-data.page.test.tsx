// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Problem } from "../../ask/problem.ts";
import { show, someone } from "../../shown.testing.tsx";
import type { Erasure, Held, May } from "./personal-data/held.ts";
import { PersonalDataPage } from "./personal-data.page.tsx";

const nothing: May = {
  open: false,
  hold: false,
  exportPerson: false,
  askErasure: false,
  answerErasure: false,
  readMonth: false,
  reviewMonth: false,
  exportAudit: false,
};
const heldOf = (may: Partial<May>, more: Partial<Held> = {}): Held => ({
  may: { ...nothing, ...may },
  originals: [],
  erasures: [],
  ...more,
});
const original: Held["originals"][number] = {
  import: "import-1",
  fileName: "visits.csv",
  sourceSystem: "Access",
  periodFrom: "2026-08-01",
  periodTo: "2026-08-31",
  byName: "Owen Bevan",
  at: "2026-10-01T09:00:00.000Z",
  due: "2026-12-30",
};
const erasure: Erasure = {
  key: "personal-data-1",
  subject: "ab12",
  reason: "They asked us to be forgotten",
  byName: "Niamh Gallagher",
  at: "2026-10-11T09:00:00.000Z",
  agreed: false,
};
const month = { entries: [], opened: [], originals: [] };
const file = { name: "file", bytes: new Blob(["x"]) };
const reason = "A complaint about it is open";

/** Shows the page before an api that answers every change as told. */
const page = (held: Held, sent: (path: string) => unknown = () => ({}), read: object = month) =>
  show(<PersonalDataPage />, {
    answer: ({ path, method }) => {
      if (method === "POST" || path === "/audit/export") return sent(path);
      return path === "/personal-data" ? held : read;
    },
    me: someone,
  }).asked;
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const say = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

beforeEach(() => {
  URL.createObjectURL = () => "#file";
  URL.revokeObjectURL = () => {};
});
afterEach(cleanup);

it("says of an original what it covers, who brought it in and when it goes, and opens it for a reason", async () => {
  const asked = page(heldOf({ open: true }, { originals: [original] }), () => file);
  expect(await screen.findByText("1 to 31 Aug 2026, Access")).toBeTruthy();
  expect(screen.getByText(/^Owen Bevan brought it in/)).toBeTruthy();
  expect(screen.getByText("To be erased on Wed 30 Dec")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Hold/ })).toBeNull();
  fireEvent.click(button(/^Open visits.csv/));
  fireEvent.click(button("Open and download"));
  expect(await screen.findByText("Say it in a sentence.")).toBeTruthy();
  say(/^Why do you need/, reason);
  fireEvent.click(button("Open and download"));
  expect(await screen.findByText("“file” is downloaded")).toBeTruthy();
  expect(asked.find(({ path }) => path === "/imports/import-1/original")).toMatchObject({
    method: "POST",
    body: { reason },
  });
});

it.each([
  ["Hold", undefined, false],
  ["Let go", "A complaint", true],
] as const)("%s: an original, with a reason", async (does, held, release) => {
  const asked = page(heldOf({ hold: true }, { originals: [{ ...original, ...(held && { held }) }] }));
  fireEvent.click(await screen.findByRole("button", { name: new RegExp(`^${does} visits.csv`) }));
  const dialog = within(screen.getByRole("dialog"));
  say(/^Why (has|is) it/, reason);
  fireEvent.click(dialog.getByRole("button", { name: does }));
  await screen.findByText(release ? /is let go/ : /is held until/);
  expect(asked.find(({ path }) => path === "/imports/import-1/hold")?.body).toEqual({ release, reason });
});

it("hands out what is held about a person for their reference and a reason", async () => {
  const asked = page(heldOf({ exportPerson: true, askErasure: true }), () => file);
  fireEvent.click(await screen.findByRole("button", { name: "Answer an access request" }));
  say(/^Their reference/, "P2002");
  say(/^Why/, reason);
  fireEvent.click(button("Download"));
  await screen.findByText("“file” is downloaded");
  const sent = asked.find(({ path }) => path === "/personal-data/export");
  expect(sent?.body).toEqual({ reference: "P2002", reason });
});

it("shows the api's own words when an erasure is refused, and keeps what was typed", async () => {
  page(heldOf({ askErasure: true }), () =>
    Promise.reject(new Problem({ detail: "Somebody has asked already.", next: "Wait.", status: 409, code: "asked" })),
  );
  fireEvent.click(await screen.findByRole("button", { name: "Ask for a person to be erased" }));
  say(/^Their reference/, "P2002");
  say(/^Why/, reason);
  fireEvent.click(button("Ask for it"));
  expect(await screen.findByText("Somebody has asked already.")).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>(/^Why/).value).toBe(reason);
});

it.each([
  ["Agree to erase the person with code ab12", "Agree to erase", true],
  ["Turn down erasing the person with code ab12", "Turn down", false],
] as const)("lets a second person answer: %s", async (name, does, agree) => {
  const asked = page(heldOf({ answerErasure: true }, { erasures: [erasure] }), () => ({ agreed: agree }));
  fireEvent.click(await screen.findByRole("button", { name }));
  say(/^Why/, reason);
  fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: does }));
  await screen.findByText(agree ? /^Agreed/ : /^Turned down/);
  const sent = asked.find(({ path }) => path === "/personal-data/erasures/personal-data-1/answer");
  expect(sent?.body).toEqual({ agree, reason });
});

it("offers no answer to whoever asked, and says why", async () => {
  page(heldOf({ answerErasure: true }, { erasures: [{ ...erasure, barred: "You asked for this erasure." }] }));
  expect(await screen.findByText("You asked for this erasure.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Agree/ })).toBeNull();
});

it("records that the last whole month was looked through, and offers it for no month that goes on", async () => {
  const opening = {
    key: "k",
    kind: "opening",
    about: "original",
    subject: "import-1",
    reason,
    by: "Owen",
    at: erasure.at,
  };
  const asked = page(heldOf({ readMonth: true, reviewMonth: true }, { originals: [original] }), undefined, {
    ...month,
    entries: [opening],
  });
  expect(await screen.findByText("An original was opened")).toBeTruthy();
  expect(screen.getByText("visits.csv")).toBeTruthy();
  fireEvent.click(button("Reviewed"));
  say(/^What did you find/, "All in order");
  fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Reviewed" }));
  await screen.findByText("September 2026 is reviewed");
  const sent = asked.find(({ path }) => path === "/personal-data/2026-09/review");
  expect(sent?.body).toEqual({ found: "All in order" });
  fireEvent.click(button("Month after"));
  expect(await screen.findByText("It can be reviewed once the month is over.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Reviewed" })).toBeNull();
});

it("downloads the audit trail", async () => {
  const asked = page(heldOf({ exportAudit: true }), () => file);
  fireEvent.click(await screen.findByRole("button", { name: "Download the auditor's export" }));
  await screen.findByText("“file” is downloaded");
  expect(asked.some(({ path }) => path === "/audit/export")).toBe(true);
});

it("leads on from where nothing is, and shows nothing of what a person may not do", async () => {
  page(heldOf({ hold: true }));
  expect(await screen.findByText("No original is kept")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Go to Cycles" })).toBeTruthy();
  for (const name of ["Requests to erase a person", "What was opened", "Audit trail"])
    expect(screen.queryByRole("region", { name })).toBeNull();
  expect(screen.queryByRole("button", { name: "Answer an access request" })).toBeNull();
});
