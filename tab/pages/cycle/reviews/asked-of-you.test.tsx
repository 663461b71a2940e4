// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { rowOf, show, someone } from "../../../shown.testing.tsx";
import { AskedOfYou } from "./asked-of-you.tsx";
import type { ShownReview } from "./shown-review.ts";

afterEach(cleanup);

const review = (key: string, more: object = {}): ShownReview =>
  rowOf(key, "westshire-pack-1", {
    subjectKind: "specification",
    subject: "westshire-pack-1",
    service: "ashdown",
    askedOf: someone.id,
    status: "asked",
    due: "2026-10-14",
    ...more,
  }) as unknown as ShownReview;
const question = (service: string) => `Does the pack fit ${service}?`;

it("asks whoever is asked, by the name of their service, with the day and the button", () => {
  show(<AskedOfYou reviews={[review("one")]} question={question} />, { answer: () => ({}) });
  const asked = screen.getByRole("region", { name: "Asked of you" });
  expect(within(asked).getByText("Does the pack fit Ashdown?")).toBeTruthy();
  expect(asked.textContent).toContain("by Wed 14 Oct");
  expect(within(asked).getByRole("button", { name: "Answer" })).toBeTruthy();
});

it.each([
  ["what was asked of somebody else", { askedOf: "somebody-else" }],
  ["what was answered", { status: "answered", answer: "yes" }],
])("leaves out %s", (_what, more) => {
  show(<AskedOfYou reviews={[review("one", more)]} question={question} />, { answer: () => ({}) });
  expect(screen.queryByRole("region")).toBeNull();
});

it("says why it cannot be answered yet instead of a button", () => {
  show(<AskedOfYou reviews={[review("one")]} question={question} wait="Once the exports are in." />, {
    answer: () => ({}),
  });
  expect(screen.getByRole("region").textContent).toContain("Once the exports are in.");
  expect(screen.queryByRole("button")).toBeNull();
});

it("sends the answer with the version that was read, and asks for words with a doubt", async () => {
  const { asked } = show(<AskedOfYou reviews={[review("one")]} question={question} />, { answer: () => ({}) });
  fireEvent.click(screen.getByRole("button", { name: "Answer" }));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).queryByText(/otherwise than the figures/)).toBeNull();
  fireEvent.click(within(dialog).getByRole("radio", { name: "Partly" }));
  fireEvent.change(within(dialog).getByLabelText(/What worries you/), { target: { value: "Nights are left out" } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Answer" }));
  await expect
    .poll(() => asked.find(({ path }) => path === "/manager-reviews/one/answer")?.body)
    .toEqual({ answer: "partly", concern: "Nights are left out", etag: '"one,1"' });
});
