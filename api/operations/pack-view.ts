import { z } from "zod";
import { type Instant, londonDay } from "#domain/day.ts";
import type { Person } from "#domain/people/person.ts";
import type { Pack } from "#domain/registers/packs.ts";
import { settings } from "#domain/registers/settings.ts";
import { signOffs } from "#domain/registers/sign-offs.ts";
import { neededFor } from "#domain/signoff/needed.ts";
import { decisionOf, signOffState } from "#domain/signoff/state.ts";
import type { Outside } from "../outside.ts";
import { nameOf } from "./everybody.ts";

export const packAnswer = z.object({
  key: z.string(),
  etag: z.string(),
  name: z.string(),
  cycle: z.string(),
  contract: z.string(),
  packVersion: z.number(),
  status: z.enum(["draft", "final", "submitted", "superseded"]),
  contentHash: z.string(),
  manifestHash: z.string().optional(),
  keyFingerprint: z.string().optional(),
  authors: z.array(z.string()),
  validators: z.array(z.string()),
  createdAt: z.string(),
  files: z.array(z.object({ edition: z.string(), path: z.string(), hash: z.string(), size: z.number() })),
  asks: z.array(
    z.object({
      key: z.string(),
      role: z.string(),
      confirms: z.string(),
      person: z.string(),
      name: z.string(),
      /** It is this person's to answer, for themselves or for somebody away whom they stand in for. */
      yours: z.boolean(),
      due: z.string().optional(),
      state: z.enum(["asked", "approved", "returned", "no-longer-valid", "lapsed"]),
      decidedAt: z.string().optional(),
      decidedBy: z.string().optional(),
      reason: z.string().optional(),
    }),
  ),
  submission: z
    .object({
      to: z.string(),
      route: z.string(),
      by: z.string(),
      at: z.string(),
      receipt: z.string().optional(),
      portalReference: z.string().optional(),
      receivedOn: z.string().optional(),
    })
    .optional(),
});

/** A pack with who was asked to sign it and what they answered; `asks` is who looks at it. */
export function packView(
  outside: Pick<Outside, "store">,
  pack: Pack,
  asks: Person,
  now: Instant,
): z.infer<typeof packAnswer> {
  const { store } = outside;
  const rows = store.all(signOffs).filter(({ subject }) => subject === pack.key);
  const needed = neededFor("pack", store.all(settings)[0]?.assuranceProfile ?? "standard");
  const {
    key,
    etag,
    name,
    cycle,
    contract,
    packVersion,
    status,
    contentHash,
    manifestHash,
    keyFingerprint,
    createdAt,
  } = pack;
  return {
    key,
    etag,
    name,
    cycle,
    contract,
    packVersion,
    status,
    contentHash,
    createdAt,
    ...(manifestHash && { manifestHash }),
    ...(keyFingerprint && { keyFingerprint }),
    authors: (pack.authors ?? []).map((id) => nameOf(outside, id)),
    validators: (pack.validators ?? []).map((id) => nameOf(outside, id)),
    files: (pack.files ?? []).map((file) => ({ ...file })),
    asks: rows
      .filter(({ kind }) => kind === "ask")
      .map((ask) => {
        const decision = decisionOf(ask, rows);
        return {
          key: ask.key,
          role: ask.role,
          confirms: needed.find(({ role }) => role === ask.role)?.confirms ?? "",
          person: ask.person,
          name: nameOf(outside, ask.person),
          yours: ask.person === asks.id || asks.deputyFor.includes(ask.person),
          ...(ask.due && { due: ask.due }),
          state: signOffState(ask, decision, { currentHash: contentHash, today: londonDay(now) }),
          ...(decision?.decidedAt && { decidedAt: decision.decidedAt, decidedBy: nameOf(outside, decision.person) }),
          ...(decision?.reason && { reason: decision.reason }),
        };
      }),
    ...(pack.submittedAt && {
      submission: {
        to: pack.submittedTo ?? "",
        route: pack.route ?? "",
        by: nameOf(outside, pack.submittedBy ?? ""),
        at: pack.submittedAt,
        ...(pack.receipt && { receipt: pack.receipt }),
        ...(pack.portalReference && { portalReference: pack.portalReference }),
        ...(pack.receivedOn && { receivedOn: pack.receivedOn }),
      },
    }),
  };
}
