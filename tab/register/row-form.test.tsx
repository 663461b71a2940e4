// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { actions } from "#domain/registers/actions.ts";
import { Problem } from "../ask/problem.ts";
import { type Request, rowOf, show } from "../shown.testing.tsx";
import { RowForm } from "./row-form.tsx";

const row = rowOf("action-1", "Check the fridge log", {
  action: "Check the fridge log",
  category: "medication",
  evidenceRequired: "Ten entries in a row",
  status: "open",
});

const saving = ({ method }: Request) => method === "PATCH";
const change = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const save = () => fireEvent.click(screen.getByRole("button", { name: "Save" }));

afterEach(cleanup);

it("sends only what was changed, against the version that was seen", async () => {
  let done = false;
  const { asked } = show(
    <RowForm
      register={actions}
      row={row}
      onDone={() => {
        done = true;
      }}
    />,
    {
      answer: (request) => (saving(request) ? row : { total: 0, rows: [] }),
    },
  );
  change(/What will show it is done/, "Twenty entries");
  save();
  await waitFor(() => expect(done).toBe(true));
  expect(asked.find(saving)?.body).toEqual({ etag: row.etag, changes: { evidenceRequired: "Twenty entries" } });
});

it("shows both versions when somebody else saved first, and saves mine only when told to", async () => {
  const theirs = {
    ...row.answers,
    evidenceRequired: "A signed sheet",
    etag: '"action-1,2"',
    changedByName: "Craig Donnelly",
  };
  let tries = 0;
  const { asked } = show(<RowForm register={actions} row={row} onDone={() => {}} />, {
    answer: (request) => {
      if (!saving(request)) return { total: 0, rows: [] };
      tries += 1;
      if (tries > 1) return row;
      const yours = { evidenceRequired: "Twenty entries" };
      throw new Problem({ detail: "Craig changed this.", status: 412, code: "conflict", details: { theirs, yours } });
    },
  });
  change(/What will show it is done/, "Twenty entries");
  save();
  const dialog = await screen.findByRole("alertdialog", { name: /Craig Donnelly changed this/ });
  expect(within(dialog).getByText("A signed sheet")).toBeTruthy();
  expect(within(dialog).getByText("Twenty entries")).toBeTruthy();
  expect(asked.filter(saving)).toHaveLength(1);
  fireEvent.click(within(dialog).getByRole("button", { name: "Save mine" }));
  await waitFor(() => expect(asked.filter(saving)).toHaveLength(2));
  expect(asked.filter(saving)[1]?.body).toMatchObject({ etag: '"action-1,2"' });
});

it("puts what is wrong beside its question and keeps what was typed", async () => {
  show(<RowForm register={actions} row={row} onDone={() => {}} />, {
    answer: (request) => {
      if (!saving(request)) return { total: 0, rows: [] };
      const problems = [{ field: "measure", say: "Measure that should move is not a code" }];
      throw new Problem({ detail: "Look again.", status: 400, code: "invalid", details: { problems } });
    },
  });
  change(/Measure that should move/, "nonsense");
  save();
  expect(await screen.findByText("Measure that should move is not a code")).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>(/Measure that should move/).value).toBe("nonsense");
});
