import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { packs } from "#domain/registers/packs.ts";
import { operation } from "./operation.ts";
import { packAnswer, packView } from "./pack-view.ts";
import { sightOf } from "./sight-of.ts";

/** The versions of a cycle's pack, newest first. */
export const readPacks = operation({
  name: "read-packs",
  method: "GET",
  path: "/cycles/:cycle/packs",
  summary: "The versions of a cycle's pack, who signs each, and its files.",
  who: "anyone",
  input: z.strictObject({ cycle: z.string() }),
  answer: z.object({
    packs: z.array(packAnswer),
    /** A pack shows totals over every service of its contract: somebody who sees only some of them sees none of it. */
    hidden: z.boolean(),
  }),
  async run({ cycle }, { rows, outside, person, now }) {
    const row = rows.one(cycles, cycle);
    if (!row) throw notFound("cycle", cycle);
    const found = rows.all(packs).filter((pack) => pack.cycle === cycle);
    return {
      hidden: !sightOf(person, row).totals,
      packs: found
        .toSorted((a, b) => b.packVersion - a.packVersion)
        .map((pack) => packView(outside, pack, person, now)),
    };
  },
});
