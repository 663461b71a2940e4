// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { show } from "../shown.testing.tsx";
import { ControlChart } from "./control-chart.tsx";

const point = (month: string, value: number, special = false) => ({
  month,
  value,
  centre: 2,
  lower: 1,
  upper: 3,
  special,
});
const chart = {
  points: [point("2026-07", 2), point("2026-08", 2.5), point("2026-09", 3.5, true)],
  target: 1.5,
  variation: "worsening",
  high: true,
  signal: "Worse than chance would explain.",
} as const;
const drawn = () =>
  show(
    <ControlChart name="Missed visits" chart={{ ...chart, points: [...chart.points] }} say={(value) => `${value} %`} />,
    {
      answer: () => undefined,
    },
  );

afterEach(cleanup);

it("says in words what the picture shows", () => {
  drawn();
  const words = screen.getByRole("img").getAttribute("aria-label");
  expect(words).toContain("Latest 3.5 %; usually 1 % to 3 %");
  expect(words).toContain("Worse than chance would explain.");
});

it("turns into a table of the same numbers, latest first", () => {
  drawn();
  fireEvent.click(screen.getByRole("button", { name: "Show as a table" }));
  const [, latest] = screen.getAllByRole("row");
  expect(
    latest &&
      within(latest)
        .getAllByRole("cell")
        .map(({ textContent }) => textContent),
  ).toEqual(["3.5 %", "2 %", "1 %", "3 %", "Yes"]);
});
