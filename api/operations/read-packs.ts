import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { packs } from "#domain/registers/packs.ts";
import { operation } from "./operation.ts";
import { packAnswer, packView } from "./pack-view.ts";

/** The versions of a cycle's pack, newest first. */
export const readPacks = operation({
  name: "read-packs",
  method: "GET",
  path: "/cycles/:cycle/packs",
  summary: "The versions of a cycle's pack, who signs each, and its files.",
  who: "anyone",
  input: z.strictObject({ cycle: z.string() }),
  answer: z.object({ packs: z.array(packAnswer) }),
  async run({ cycle }, { rows, outside, now }) {
    if (!rows.one(cycles, cycle)) throw notFound("cycle", cycle);
    const found = rows.all(packs).filter((pack) => pack.cycle === cycle);
    return {
      packs: found.toSorted((a, b) => b.packVersion - a.packVersion).map((pack) => packView(outside, pack, now)),
    };
  },
});
