// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { show } from "../../../shown.testing.tsx";
import { CheckWorklist } from "./check-worklist.tsx";
import type { ShownCheck } from "./shown-checks.ts";

afterEach(cleanup);

const check = (key: string): ShownCheck => ({
  key,
  etag: `"${key}"`,
  plan: "plan",
  service: "ashdown",
  dataset: "planned-visits",
  direction: "figure-to-source",
  record: `PV-${key}`,
  reportedValue: "Planned 30 Jul 2026 at 08:15 for 45 minutes; no start recorded",
  status: "to-check",
});
const both = [check("one"), check("two")];
const answer = () => ({ answers: { status: "agrees" } });

it("shows one record at a time, what was reported line by line", () => {
  show(<CheckWorklist checks={both} plans={[]} />, { answer });
  const card = screen.getByRole("region", { name: "Your records to check" });
  expect(card.textContent).toContain("2 left");
  expect(
    within(card)
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent),
  ).toEqual(["Planned 30 Jul 2026 at 08:15 for 45 minutes", "no start recorded"]);
  expect(card.textContent).not.toContain("PV-two");
});

it("asks what the source says before it keeps a difference", async () => {
  const { asked } = show(<CheckWorklist checks={both} plans={[]} />, { answer });
  fireEvent.click(screen.getByRole("button", { name: "They differ" }));
  expect(screen.getByRole("alert").textContent).toContain("Say what stands in the source");
  expect(asked).toEqual([]);
  fireEvent.change(screen.getByLabelText("What the source says"), { target: { value: "Started 08:20" } });
  fireEvent.click(screen.getByRole("button", { name: "They differ" }));
  await expect
    .poll(() => asked.find(({ path }) => path === "/validation-log/one/check")?.body)
    .toEqual({ etag: '"one"', result: "differs", sourceValue: "Started 08:20" });
});

it("puts the keyboard at the next record once one is answered", () => {
  const { again } = show(<CheckWorklist checks={both} plans={[]} />, { answer });
  screen.getByRole("button", { name: "They agree" }).focus();
  again(<CheckWorklist checks={both.slice(1)} plans={[]} />);
  const { activeElement } = document;
  expect(screen.getByRole("region").contains(activeElement)).toBe(true);
  expect(activeElement?.textContent).toContain("PV-two");
});

it("leaves a record for later", () => {
  show(<CheckWorklist checks={both} plans={[]} />, { answer });
  fireEvent.click(screen.getByRole("button", { name: "Later" }));
  expect(screen.getByRole("region").textContent).toContain("PV-two");
});
