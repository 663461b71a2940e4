import { afterEach, expect, it, vi } from "vitest";
import { type Host, SignedOut } from "../sign-in/host.ts";
import { clientOf } from "./client.ts";
import { Problem } from "./problem.ts";

const hostWith = (token: Host["token"]): Host => ({
  kind: "browser",
  frame: "content",
  theme: "light",
  onTheme: () => () => {},
  token,
});
const problem = (status: number, body: object) => new Response(JSON.stringify(body), { status });

/** Answers each request in turn, and remembers them. */
function answering(...answers: readonly (Response | Error)[]) {
  const sent: { token: string; body: unknown }[] = [];
  const left = [...answers];
  vi.stubGlobal(
    "fetch",
    async (_path: string, { headers, body }: { headers: Record<string, string>; body?: string }) => {
      sent.push({ token: headers.authorization ?? "", body: body && JSON.parse(body) });
      const next = left.shift();
      if (next instanceof Response) return next;
      throw next ?? new Error("Nothing left to answer.");
    },
  );
  return sent;
}

afterEach(() => vi.unstubAllGlobals());

it("asks to sign in again when the token ran out, then sends the same once more", async () => {
  const sent = answering(problem(401, {}), Response.json({ saved: true }));
  let token = "old";
  const host = hostWith(async (renewed) => (renewed && token === "old" ? Promise.reject(new SignedOut()) : token));
  const client = clientOf(host, async () => {
    token = "new";
  });
  expect(await client.ask("/actions", { method: "POST", body: { action: "typed" } })).toEqual({ saved: true });
  expect(sent).toEqual([
    { token: "Bearer old", body: { action: "typed" } },
    { token: "Bearer new", body: { action: "typed" } },
  ]);
});

it("tells a refusal in the api's own words, with what to do next", async () => {
  answering(
    problem(409, {
      detail: "You wrote this.",
      next: "Somebody else has to sign.",
      code: "signoff.same-person",
      reference: "r-1",
    }),
  );
  const failed = clientOf(
    hostWith(async () => "t"),
    async () => {},
  ).ask("/x");
  await expect(failed).rejects.toMatchObject({
    message: "You wrote this.",
    next: "Somebody else has to sign.",
    reference: "r-1",
    status: 409,
  });
});

it("says so when nothing can be reached, and that nothing was saved", async () => {
  answering(new Error("offline"));
  const failed = clientOf(
    hostWith(async () => "t"),
    async () => {},
  ).ask("/x");
  await expect(failed).rejects.toBeInstanceOf(Problem);
  await expect(failed).rejects.toThrow("Nothing was saved");
});
