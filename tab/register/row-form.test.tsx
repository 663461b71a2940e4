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

const theirs = {
  ...row.answers,
  evidenceRequired: "A signed sheet",
  category: "staffing",
  etag: '"action-1,2"',
  changedByName: "Craig Donnelly",
};
const conflict = (yours: object) =>
  new Problem({
    detail: "Craig changed this.",
    status: 412,
    code: "conflict",
    details: { register: "actions", theirs, yours },
  });

/** The form before an api where Craig saved first, with two answers written; answers with its dialog. */
async function raced() {
  let done = false;
  const onDone = () => {
    done = true;
  };
  const { asked } = show(<RowForm register={actions} row={row} onDone={onDone} />, {
    answer: (request) => {
      if (!saving(request)) return { total: 0, rows: [] };
      const { etag, changes } = request.body as { etag: string; changes: object };
      if (etag === theirs.etag) return row;
      throw conflict(changes);
    },
  });
  change(/What will show it is done/, "Twenty entries");
  change(/Category/, "recording");
  save();
  const dialog = await screen.findByRole("alertdialog", {
    name: "Craig Donnelly changed this action while you had it open",
  });
  return { asked, dialog, isDone: () => done };
}

const press = (dialog: HTMLElement, name: string) => fireEvent.click(within(dialog).getByRole("button", { name }));

it("shows both versions when somebody else saved first, and saves mine only when told to", async () => {
  const { asked, dialog, isDone } = await raced();
  const evidence = within(within(dialog).getByRole("region", { name: "What will show it is done" }));
  expect(evidence.getByText("A signed sheet")).toBeTruthy();
  expect(evidence.getByText("Twenty entries")).toBeTruthy();
  expect(within(dialog).getByText("Staffing")).toBeTruthy();
  expect(asked.filter(saving)).toHaveLength(1);
  press(dialog, "Save mine");
  await waitFor(() => expect(isDone()).toBe(true));
  const changes = { evidenceRequired: "Twenty entries", category: "recording" };
  expect(asked.filter(saving)[1]?.body).toEqual({ etag: theirs.etag, changes });
});

it("saves a pick of both, answer by answer", async () => {
  const { asked, dialog, isDone } = await raced();
  const category = within(dialog).getByRole("radiogroup", { name: "Category" });
  fireEvent.click(within(category).getByRole("radio", { name: "Craig Donnelly saved" }));
  press(dialog, "Save what is picked");
  await waitFor(() => expect(isDone()).toBe(true));
  const changes = { evidenceRequired: "Twenty entries", category: "staffing" };
  expect(asked.filter(saving)[1]?.body).toEqual({ etag: theirs.etag, changes });
});

it("saves nothing when theirs is kept, says so, and closes the form", async () => {
  const { asked, dialog, isDone } = await raced();
  press(dialog, "Keep theirs");
  await waitFor(() => expect(isDone()).toBe(true));
  expect(asked.filter(saving)).toHaveLength(1);
  expect(await screen.findByText("What Craig Donnelly saved stays")).toBeTruthy();
});

it("is saved against the version it was opened on, though a newer one was read behind it", async () => {
  const parts = { answer: () => ({ total: 0, rows: [] }) };
  const { asked, again } = show(<RowForm register={actions} row={row} onDone={() => {}} />, parts);
  change(/What will show it is done/, "Twenty entries");
  again(<RowForm register={actions} row={{ ...row, etag: theirs.etag }} onDone={() => {}} />);
  save();
  await waitFor(() => expect(asked.find(saving)?.body).toMatchObject({ etag: row.etag }));
});
it("puts what is wrong beside its question and keeps what was typed", async () => {
  show(<RowForm register={actions} row={row} onDone={() => {}} />, {
    answer: (request) => {
      if (!saving(request)) return { total: 0, rows: [] };
      const problems = [{ field: "evidenceRequired", say: "What will show it is done is too long" }];
      throw new Problem({ detail: "Look again.", status: 400, code: "invalid", details: { problems } });
    },
  });
  change(/What will show it is done/, "nonsense");
  save();
  expect(await screen.findByText("What will show it is done is too long")).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>(/What will show it is done/).value).toBe("nonsense");
});
