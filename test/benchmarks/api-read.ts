import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Benchmark } from "./benchmark.ts";
import { readAsMany } from "./inputs/many-readers.ts";
import { inputIn, PAGE, prepareRegisterPage, serveFrom } from "./inputs/register-page.ts";
import { bareRoute } from "./peers/api-read.ts";

const REQUESTS = 2_000;

interface Begun {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const read = (input: string, out: string, { url }: Begun) =>
  readAsMany({ url: url + PAGE, tokens: inputIn(input).tokens, requests: REQUESTS, file: join(out, "pages.json") });

/**
 * A page of a register over HTTP, asked for 2,000 times by 200 people, each within their own scope. Throughput at least
 * 0.6 of the peer's is a time of at most 1 ÷ 0.6 of it.
 */
export const benchmark: Benchmark<Begun> = {
  name: "api-read",
  peer: "a bare restify route that verifies the same token and serialises the same object",
  limit: 1.67,
  prepare: prepareRegisterPage,
  begin: async (input, side) => (side === "ours" ? serveFrom(input, inputIn(input).keys) : bareRoute(inputIn(input))),
  ours: read,
  theirs: read,
  end: ({ close }) => close(),
  async proof(out) {
    return createHash("sha256")
      .update(readFileSync(join(out, "pages.json")))
      .digest("hex");
  },
};
