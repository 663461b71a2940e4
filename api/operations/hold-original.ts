import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { holdsIn } from "#domain/governance/originals-due.ts";
import { refuse } from "#domain/refusal.ts";
import { imports } from "#domain/registers/imports.ts";
import { personalData } from "#domain/registers/personal-data.ts";
import { operation } from "./operation.ts";

/** Keeps an original beyond its time, e.g. while a complaint is open, or lets it go again. */
export const holdOriginal = operation({
  name: "hold-original",
  method: "POST",
  path: "/imports/:key/hold",
  summary: "Keep an original export beyond its time, or stop keeping it, with a reason.",
  who: ["contracts-manager", "quality-lead", "senior-leader", "safeguarding-lead"],
  input: z.strictObject({
    key: z.string(),
    release: z.boolean().default(false),
    reason: z.string().trim().min(10, "say why, in a few words").max(2000),
  }),
  answer: z.object({ held: z.boolean() }),
  async run({ key, release, reason }, { rows, outside, person, now }) {
    const row = rows.one(imports, key);
    if (!row?.sourcePath || row.originalErasedAt) throw notFound("original", key);
    const held = holdsIn(outside.store.all(personalData)).has(key);
    if (held !== release)
      return refuse(
        "original.hold",
        held ? "This original is held already." : "This original is not held.",
        "Nothing more to do.",
      );
    const kind = release ? "release" : "hold";
    await outside.store.add(
      personalData,
      `personal-data-${outside.newId()}`,
      { kind, about: "original", subject: key, reason, by: person.id, at: now },
      { by: person, did: `original.${kind}` },
    );
    return { held: !release };
  },
});
