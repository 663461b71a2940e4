import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { packs } from "#domain/registers/packs.ts";
import { draftedContent, hashNow } from "../packs/build-content.ts";
import { cycleFacts } from "./cycle-facts.ts";
import { openDoubts } from "./open-doubts.ts";
import { operation } from "./operation.ts";
import { packAnswer, packView } from "./pack-view.ts";

/** One version: exactly what is signed, in short, with open doubts first. The draft itself is its PDF. */
export const readPack = operation({
  name: "read-pack",
  method: "GET",
  path: "/packs/:key",
  summary: "One version of a pack: what will be signed, and open doubts first.",
  who: "anyone",
  input: z.strictObject({ key: z.string() }),
  answer: packAnswer.extend({
    /** The content changed since it was drafted: every signature on it is void. */
    changed: z.boolean(),
    openDoubts: z.array(z.string()),
    figures: z.array(
      z.object({
        indicator: z.string(),
        name: z.string(),
        display: z.string(),
        target: z.string().optional(),
        rating: z.string(),
        signal: z.string(),
        previous: z.string().optional(),
      }),
    ),
    commentary: z.array(z.object({ section: z.string(), theme: z.string(), author: z.string(), text: z.string() })),
    knownGaps: z.array(z.string()),
    limitations: z.array(z.string()),
  }),
  async run({ key }, { rows, outside, person, now }) {
    const pack = rows.one(packs, key);
    if (!pack) throw notFound("pack", key);
    const facts = await cycleFacts(outside, pack.cycle);
    const content = await draftedContent(outside, pack);
    return {
      ...packView(outside, pack, person, now),
      changed: pack.status === "draft" && (await hashNow(outside, facts, pack)) !== pack.contentHash,
      openDoubts: openDoubts(facts, content.limitations, now),
      figures: content.figures.map(({ indicator, name, display, target, rating, signal, previous }) => ({
        indicator,
        name,
        display,
        rating,
        signal,
        ...(target && { target }),
        ...(previous && { previous: previous.display }),
      })),
      commentary: content.commentary.map(({ section, theme, author, sentences }) => ({
        section,
        theme,
        author,
        text: sentences.map(({ text }) => text).join(" "),
      })),
      knownGaps: [...content.knownGaps],
      limitations: [...content.limitations],
    };
  },
});
