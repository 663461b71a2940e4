import { describe, expect, it } from "vitest";
import type { Row } from "#domain/register/register.ts";
import { actions } from "#domain/registers/actions.ts";
import { pageOf } from "./page-of.ts";

const row = (key: string, changedAt: string, answers: object) => ({ key, changedAt, ...answers }) as unknown as Row;
const rows = [
  row("a", "2026-10-03", { status: "open", deadline: "2026-11-01", context: "secret" }),
  row("b", "2026-10-01", { status: "complete", deadline: "2026-10-01" }),
  row("c", "2026-10-02", { status: "open" }),
  row("d", "2026-10-03", { status: "open", deadline: "2026-11-01" }),
];
const page = (query: object) => {
  const { total, rows: found } = pageOf(actions, rows, { from: 0, most: 10, ...query });
  return [total, found.map(({ key }) => key).join("")];
};

describe("a page of a register", () => {
  it.each([
    [{}, 4, "adcb"],
    [{ order: "up" }, 4, "bcad"],
    [{ field: "status", is: "open" }, 3, "adc"],
    [{ sort: "deadline" }, 4, "adbc"],
    [{ sort: "deadline", order: "up" }, 4, "badc"],
    [{ field: "status", is: "open", sort: "deadline", from: 1, most: 1 }, 3, "d"],
  ])("%j holds %i in all, in the order %s", (query, total, keys) => {
    expect(page(query)).toEqual([total, keys]);
  });

  it("tells nothing of a restricted field, by what it finds or by its order", () => {
    expect(actions.fields.context.restricted).toBe(true);
    expect(page({ field: "context", is: "secret" })).toEqual(page({}));
    expect(page({ sort: "context", order: "up" })).toEqual(page({ order: "up" }));
  });
});
