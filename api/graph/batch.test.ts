import { Client, type Context } from "@microsoft/microsoft-graph-client";
import { describe, expect, it } from "vitest";
import { type BatchAnswer, type BatchCall, batch } from "./batch.ts";
import { virtualPace } from "./virtual-pace.testing.ts";

/** A Graph that answers each call of each batch by this. */
function graph(answer: (id: string, round: number) => Omit<BatchAnswer, "id">) {
  const rounds: string[][] = [];
  const client = Client.initWithMiddleware({
    middleware: {
      async execute(context: Context) {
        const { requests }: { requests: BatchCall[] } = JSON.parse(String(context.options?.body));
        rounds.push(requests.map(({ id }) => id));
        context.response = Response.json({
          responses: requests.map(({ id }) => ({ id, ...answer(id, rounds.length) })),
        });
      },
    },
  });
  return { client, rounds };
}
const call = (id: string, method: BatchCall["method"] = "DELETE"): BatchCall => ({ id, method, url: `/items/${id}` });

describe("a batch", () => {
  it("sends again only what was throttled inside it, after the longest wait it was told", async () => {
    const { client, rounds } = graph((id, round) =>
      id !== "a" && round === 1 ? { status: 429, headers: { "Retry-After": id === "b" ? "4" : "9" } } : { status: 204 },
    );
    const pace = virtualPace();
    const answers = await batch(client, [call("a"), call("b"), call("c")], pace);
    expect(rounds).toEqual([
      ["a", "b", "c"],
      ["b", "c"],
    ]);
    expect(answers).toEqual([
      { id: "a", status: 204 },
      { id: "b", status: 204 },
      { id: "c", status: 204 },
    ]);
    expect(pace.now()).toBe(9_000);
  });

  it("never sends a create again that may have been done", async () => {
    const { client, rounds } = graph(() => ({ status: 504 }));
    const answers = await batch(client, [call("a", "POST")], virtualPace());
    expect(rounds).toHaveLength(1);
    expect(answers).toEqual([{ id: "a", status: 504 }]);
  });

  it("gives up in the end, and says what is left", async () => {
    const { client, rounds } = graph((id) => ({ status: id === "a" ? 503 : 404 }));
    const answers = await batch(client, [call("a"), call("b")], virtualPace());
    expect(rounds).toHaveLength(8);
    expect(answers.map(({ status }) => status)).toEqual([503, 404]);
  });

  it("takes twenty calls and no more", async () => {
    const calls = Array.from({ length: 21 }, (_, at) => call(`${at}`));
    await expect(batch(graph(() => ({ status: 204 })).client, calls)).rejects.toThrow(RangeError);
  });
});
