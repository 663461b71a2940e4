// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { show, someone } from "../../shown.testing.tsx";
import { StageWork } from "./approve.page.tsx";
import type { CycleShown } from "./stage-page.ts";

const cycle = { key: "westshire-2026-q3", contract: "westshire", stage: "approve" } as unknown as CycleShown;

const ask = {
  key: "ask-1",
  role: "senior-leader",
  confirms: "It may be sent.",
  person: "aaaaaaaa-0000-4000-8000-000000000001",
  name: "Grace Okonkwo",
  yours: false,
  state: "asked",
};

const packWith = (asks: readonly object[]) => ({
  key: "westshire-2026-q3-v1",
  packVersion: 1,
  status: "draft",
  contentHash: "0f".repeat(32),
  createdAt: "2026-10-12T09:00:00.000Z",
  changed: false,
  asks,
  ...{ authors: [], validators: [], files: [], openDoubts: [], figures: [], commentary: [], knownGaps: [] },
});

function open(packs: readonly object[], hidden = false) {
  show(<StageWork cycle={cycle} />, {
    answer: ({ path }) => (path.startsWith("/packs/") ? packs[0] : { packs, hidden }),
  });
}

afterEach(cleanup);

it("asks whoever is to sign, by the role they sign in", async () => {
  open([packWith([{ ...ask, person: someone.id, name: someone.name, role: "quality-lead", yours: true }])]);
  expect(await screen.findByRole("heading", { name: "You are asked to sign as quality lead" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Approve version 1" })).toBeTruthy();
});

it("asks who stands in for somebody away, and says for whom", async () => {
  open([packWith([{ ...ask, yours: true }])]);
  const heading = "You stand in for Grace Okonkwo, who is asked to sign as senior leader";
  expect(await screen.findByRole("heading", { name: heading })).toBeTruthy();
});

it("asks nobody else", async () => {
  open([packWith([ask])]);
  expect(await screen.findByText("Grace Okonkwo")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Approve/ })).toBeNull();
});

it("does not say that nothing is drafted to who may not see what is", async () => {
  open([], true);
  expect(await screen.findByText("The pack is about every service of the contract")).toBeTruthy();
  expect(screen.queryByText("No pack is drafted yet")).toBeNull();
});
