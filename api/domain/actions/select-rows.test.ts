import fc from "fast-check";
import { expect, it } from "vitest";
import { anAction, kept } from "../../../test/support/rows.ts";
import { actions } from "../registers/actions.ts";
import { services } from "../registers/services.ts";
import { signOffs } from "../registers/sign-offs.ts";
import { daysPast, rowStates, selectRows } from "./select-rows.ts";

const today = "2026-10-12";
const rows = [
  anAction({ key: "late", deadline: "2026-10-01" }),
  anAction({ key: "later", deadline: "2026-09-01", category: "medication" }),
  anAction({ key: "soon", deadline: "2026-10-14", service: "birchwood" }),
  anAction({ key: "done", deadline: "2026-09-01", status: "complete" }),
  anAction({ key: "far", deadline: "2027-01-01" }),
];
const keysOf = (query: Parameters<typeof selectRows>[2]) =>
  selectRows(actions, rows, query, today).map(({ key }) => key);

it.each([
  [{ state: "overdue" }, ["later", "late"]],
  [{ state: "overdue", category: "safeguarding" }, ["late"]],
  [{ state: "due" }, ["soon"]],
  [{ state: "open", service: "ashdown" }, ["later", "late", "far"]],
  [{ state: "open", contract: "eastmoor" }, []],
] as const)("finds the actions asked for: %o", (query, keys) => {
  expect(keysOf(query)).toEqual(keys);
});

it("agrees with a filter written another way, for any actions", () => {
  const day = fc.integer({ min: 1, max: 31 }).map((each) => `2026-10-${String(each).padStart(2, "0")}`);
  const action = fc.record({
    deadline: day,
    category: fc.constantFrom("safeguarding" as const, "medication" as const),
    status: fc.constantFrom("open" as const, "in-progress" as const, "complete" as const, "effective" as const),
    service: fc.constantFrom("ashdown", "birchwood"),
  });
  fc.assert(
    fc.property(fc.array(action), fc.constantFrom(...rowStates), (told, state) => {
      const all = told.map((each, at) => anAction({ ...each, key: `action-${at}` }));
      const found = selectRows(actions, all, { state, category: "safeguarding", service: "ashdown" }, today);
      const expected = all.filter((each) => {
        if (each.category !== "safeguarding" || each.service !== "ashdown") return false;
        if (each.status === "complete" || each.status === "effective") return false;
        const date = Number(each.deadline.slice(8));
        return state === "open" || (state === "overdue" ? date < 12 : date >= 12 && date <= 18);
      });
      expect(new Set(found)).toEqual(new Set(expected));
    }),
  );
});

it("knows a sign-off is open until its decision is there", () => {
  const ask = { ...kept("pack-1-senior-leader"), kind: "ask", due: "2026-10-01" };
  const decision = { ...kept("pack-1-senior-leader.decision"), kind: "decision", ask: ask.key };
  expect(selectRows(signOffs, [ask], { state: "overdue" }, today)).toEqual([ask]);
  expect(selectRows(signOffs, [ask, decision], { state: "open" }, today)).toEqual([]);
});

it("finds nothing in a register whose rows are never due", () => {
  expect(selectRows(services, [kept("ashdown")], { state: "open" }, today)).toEqual([]);
});

it("counts today and the six days after it as due", () => {
  const on = ["2026-10-11", "2026-10-12", "2026-10-18", "2026-10-19"].map((deadline) =>
    anAction({ key: deadline, deadline }),
  );
  expect(selectRows(actions, on, { state: "due" }, today).map(({ key }) => key)).toEqual(["2026-10-12", "2026-10-18"]);
});

it("counts the days past", () => {
  expect(daysPast(actions, anAction({ deadline: "2026-10-01" }), today)).toBe(11);
  expect(daysPast(actions, anAction({ deadline: "2026-10-12" }), today)).toBeUndefined();
});
