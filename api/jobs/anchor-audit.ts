import { createHash } from "node:crypto";
import {
  type Anchor,
  anchorDue,
  anchorFolder,
  anchorPath,
  anchorText,
  nextAnchor,
  type SignedAnchor,
} from "#domain/audit/anchor.ts";
import { readAnchor } from "#domain/audit/read-anchor.ts";
import { LineOfSightError } from "#domain/errors.ts";
import { signOffs } from "#domain/registers/sign-offs.ts";
import { anchorWrong } from "../exports/anchor-signature.ts";
import type { Outside } from "../outside.ts";

type Needed = Pick<Outside, "store" | "files" | "keys" | "clock" | "log" | "sharePoint">;

const YEARS_BACK = 10;
const TRIES = 5;

/** The newest anchor this process knows of; the library has it. */
const newest = new WeakMap<object, SignedAnchor>();

/** Makes the next anchor of the audit trail when one is due: a sign-off was decided since the last, or an hour has gone by. */
export function anchorWhenDue(outside: Needed): Promise<void> {
  const next = (turns.get(outside.files) ?? Promise.resolve()).then(() => makeIfDue(outside));
  turns.set(
    outside.files,
    next.catch(() => undefined),
  );
  return next;
}

/** One after the other in a process, so that the second sees what the first made. */
const turns = new WeakMap<object, Promise<void>>();

async function makeIfDue(outside: Needed): Promise<void> {
  const { store, clock, sharePoint } = outside;
  const last = newest.get(outside.files) ?? (await newestFiled(outside)).anchor;
  const decided = store.all(signOffs).filter(({ kind }) => kind === "decision").length;
  const why = anchorDue(last, decided, clock());
  if (why === undefined) return;
  const { decisions } = await sharePoint.trail.read();
  if (why === "hourly" || decisions > (last?.decisions ?? 0)) await anchorNow(outside, why);
}

/** Reads the trail to its end and files an anchor of where every chain stands. Of several processes each gets a number of its own. */
export async function anchorNow(outside: Needed, why: Anchor["why"]): Promise<SignedAnchor> {
  const { files, keys, clock, log, sharePoint } = outside;
  for (let tried = 1; ; tried += 1) {
    const { number, anchor: last } = await newestFiled(outside);
    const at = clock();
    const { heads, decisions, faults } = await sharePoint.trail.read();
    const anchor = nextAnchor(number, last && hashOf(last), { at, why, heads, decisions, faults });
    const signed: SignedAnchor = {
      ...anchor,
      algorithm: "RS256",
      keyFingerprint: keys.fingerprint,
      publicKey: keys.publicKey,
      signature: await keys.sign(Buffer.from(anchorText(anchor))),
    };
    try {
      await files.put("Governance file", anchorPath(signed), Buffer.from(JSON.stringify(signed)));
      newest.set(files, signed);
      log.info({ event: "audit.anchor", number: signed.number, hash: hashOf(signed), why, faults: faults.length });
      return signed;
    } catch (error) {
      if (!(error instanceof LineOfSightError && error.code === "conflict") || tried === TRIES) throw error;
    }
  }
}

/** Every anchor's file, oldest first: its number and its text. */
export async function* anchorFiles(
  outside: Pick<Outside, "files" | "clock">,
): AsyncGenerator<{ readonly number: number; readonly text: string }> {
  for (let year = yearOf(outside) - YEARS_BACK; year <= yearOf(outside); year += 1)
    for (const { number, path } of await numbered(outside, year))
      yield { number, text: Buffer.from(await outside.files.get("Governance file", path)).toString("utf8") };
}

const hashOf = (anchor: Anchor): string => createHash("sha256").update(anchorText(anchor)).digest("hex");

const yearOf = ({ clock }: Pick<Outside, "clock">): number => Number(clock().slice(0, 4));

async function numbered({ files }: Pick<Outside, "files">, year: number) {
  const found = await files.list("Governance file", anchorFolder(String(year)));
  return found
    .flatMap(({ path }) => {
      const number = Number(/\/(\d{8})\.json$/.exec(path)?.[1] ?? 0);
      return number > 0 ? [{ number, path }] : [];
    })
    .toSorted((a, b) => a.number - b.number);
}

interface Filed {
  /** The highest number there is. */
  readonly number: number;
  /** The newest anchor that can be read. */
  readonly anchor: SignedAnchor | undefined;
}

/** What the library holds. Anchors met for the first time are held against the trail. */
async function newestFiled(outside: Needed): Promise<Filed> {
  const known = newest.get(outside.files);
  let highest = 0;
  for (let year = yearOf(outside); year >= yearOf(outside) - YEARS_BACK; year -= 1) {
    for (const { number, path } of (await numbered(outside, year)).toReversed()) {
      highest ||= number;
      if (known?.number === number) return { number: highest, anchor: known };
      const anchor = await heldAnchor(outside, number, path);
      if (anchor) return { number: highest, anchor };
    }
  }
  return { number: highest, anchor: undefined };
}

async function heldAnchor({ files, keys, sharePoint }: Needed, number: number, path: string) {
  const anchor = readAnchor(Buffer.from(await files.get("Governance file", path)).toString("utf8"));
  const wrong = anchor ? anchorWrong(anchor, new Set([keys.fingerprint])) : "cannot be read";
  if (wrong) sharePoint.trail.remember(`Anchor ${number} ${wrong}.`);
  if (!anchor || wrong) return undefined;
  await sharePoint.trail.read();
  sharePoint.trail.holdTo(anchor);
  newest.set(files, anchor);
  return anchor;
}
