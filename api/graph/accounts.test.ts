import { expect, it } from "vitest";
import { directoryAccounts, READ_EVERY_MS } from "./accounts.ts";

/** A directory that answers a batch from a table of statuses and flags. */
function directory(known: Record<string, boolean | number>) {
  const clock = { at: Date.parse("2026-10-12T08:00:00.000Z") };
  const asked: number[] = [];
  const answer = ({ id }: { id: string }) => {
    const told = known[id] ?? 404;
    return typeof told === "number" ? { id, status: told } : { id, status: 200, body: { id, accountEnabled: told } };
  };
  const post = async ({ requests }: { requests: { id: string }[] }) => {
    asked.push(requests.length);
    return { responses: requests.map(answer) };
  };
  const accounts = directoryAccounts({ api: () => ({ post }) } as never, () => new Date(clock.at).toISOString());
  return {
    accounts,
    asked,
    known,
    later: (ms: number) => {
      clock.at += ms;
    },
  };
}

it("reads again only after its time, twenty people a call", async () => {
  const ids = Array.from({ length: 45 }, (_, at) => `p${at}`);
  const { accounts, asked, later } = directory(Object.fromEntries(ids.map((id) => [id, true])));
  await accounts.keepUp(ids);
  later(READ_EVERY_MS - 1);
  await accounts.keepUp(ids);
  expect(asked).toEqual([20, 20, 5]);
  later(1);
  await accounts.keepUp(ids);
  expect(asked).toHaveLength(6);
});

it("leaves five minutes enough for it and for whoever looks", () => {
  expect(READ_EVERY_MS).toBeLessThanOrEqual(4 * 60_000);
});

it("keeps what it knew while the directory cannot be read, and tries again the next time", async () => {
  const { accounts, known, later } = directory({ gone: 404, here: true });
  await accounts.keepUp(["gone", "here"]);
  known.here = 403;
  later(READ_EVERY_MS);
  await expect(accounts.keepUp(["gone", "here"])).rejects.toMatchObject({ statusCode: 403 });
  expect([accounts.closed("gone"), accounts.closed("here")]).toEqual([true, false]);
  known.here = false;
  await accounts.keepUp(["gone", "here", "new"]).catch(() => undefined);
  expect(accounts.closed("here")).toBe(false);
  known.new = true;
  await accounts.keepUp(["gone", "here", "new"]);
  expect([accounts.closed("gone"), accounts.closed("here"), accounts.closed("new")]).toEqual([true, true, false]);
});

it("does not believe that nobody is left", async () => {
  const { accounts } = directory({});
  await expect(accounts.keepUp(["one", "two"])).rejects.toThrow(/nobody/);
  expect(accounts.closed("one")).toBe(false);
});
