// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { stageRules } from "#domain/cycle/stages.ts";
import { type Stage, stages } from "#domain/registers/stages.ts";
import { show, someone } from "../shown.testing.tsx";
import { CyclePage } from "./cycle.page.tsx";

afterEach(cleanup);
// The browser in memory lays nothing out, so it has nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;

const blocker = {
  check: "review.readiness-open",
  say: "The manager of Ashdown has not yet said whether “Westshire evidence pack” fits the service.",
  who: "Amina Yusuf, registered manager",
  clear: "The manager answers.",
  severity: "blocking",
  link: "/cycles/westshire-2026-q3/define#answers",
};

const cycleIn = (stage: Stage, blockers: readonly object[] = []) => ({
  key: "westshire-2026-q3",
  etag: '"1"',
  name: "Westshire, July to September 2026",
  contract: "westshire",
  commissioner: "Westshire County Council",
  period: { from: "2026-07-01", to: "2026-09-30" },
  stage,
  step: stages.indexOf(stage) + 1,
  due: "2026-11-06",
  workingDaysLeft: 19,
  gate: { clear: blockers.length === 0, blockers, excepted: [], qualified: [] },
  specification: "westshire-pack-1",
  stages: stages
    .filter((each) => each !== "closed")
    .map((each) => {
      const [here, now] = [stages.indexOf(each), stages.indexOf(stage)];
      const state = here < now ? "done" : here === now ? "now" : "to-come";
      return { stage: each, title: stageRules[each].title, work: stageRules[each].work, state };
    }),
  exceptions: [],
  history: [],
});

const open = (stage: Stage, at: Stage, blockers: readonly object[] = []) =>
  show(<CyclePage cycle="westshire-2026-q3" stage={at} />, {
    at: `/cycles/westshire-2026-q3/${at}`,
    answer: ({ path }) => {
      if (path === "/cycles/westshire-2026-q3") return cycleIn(stage, blockers);
      return path.includes("/rows/") ? { answers: { sections: [] }, history: [] } : { total: 0, rows: [] };
    },
    me: { ...someone, roles: ["contracts-manager"] },
  });

it("says beside the greyed button why the cycle cannot go on", async () => {
  open("define", "define", [blocker]);
  const button = await screen.findByRole("button", { name: "On to Collect" });
  const reason = document.getElementById(button.getAttribute("aria-describedby") ?? "");
  expect(reason?.textContent).toBe("1 thing to clear before it leaves Define");
  expect(button.getAttribute("aria-disabled")).toBe("true");
});

it("says nothing of the kind where the gate is open", async () => {
  open("define", "define");
  expect((await screen.findByRole("button", { name: "On to Collect" })).getAttribute("aria-describedby")).toBeNull();
  expect(screen.queryByText(/to clear before/)).toBeNull();
});

it("says of a stage looked at too early that it has not begun, and leads to the one that has", async () => {
  open("define", "collect", [blocker]);
  expect(await screen.findByText(/Collect has not begun/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "The cycle is in Define" }).getAttribute("href")).toBe(
    "/cycles/westshire-2026-q3/define",
  );
  expect(screen.queryByText("Missing")).toBeNull();
  expect(screen.getByRole("region", { name: "What blocks Define" })).toBeTruthy();
});

it("says of a closed cycle that it is closed, and asks nothing more of anybody", async () => {
  open("closed", "define");
  expect(await screen.findByText(/This cycle is closed/)).toBeTruthy();
  expect(screen.queryByRole("region", { name: /blocks/ })).toBeNull();
  expect(screen.queryByRole("button", { name: /On to/ })).toBeNull();
});

it("leads from what blocks the gate to the part of the page where it is cleared", async () => {
  open("define", "define", [blocker]);
  const gate = await screen.findByRole("region", { name: "What blocks this gate" });
  await screen.findByRole("region", { name: "Managers' answers" });
  fireEvent.click(within(gate).getByRole("link", { name: blocker.say }));
  expect(document.activeElement?.id).toBe("answers");
});
