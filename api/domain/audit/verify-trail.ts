import { type Anchor, anchorText } from "./anchor.ts";
import type { TrailEvent } from "./audit-event.ts";
import { type Head, TrailFollower } from "./follow-trail.ts";
import { type AnchorFile, anchorFaults, type KnownAnchor } from "./verify-anchors.ts";
import { RowCheck, type RowPrint } from "./verify-rows.ts";

/** What is verified besides the events, which are taken one by one. */
export interface Evidence {
  readonly anchors: readonly AnchorFile[];
  /** The newest anchor as the program's log has it, when that was asked for. */
  readonly newest?: KnownAnchor | undefined;
  /** Absent when the export holds none. */
  readonly rows?: readonly RowPrint[] | undefined;
  /** The key's fingerprint came by another route than the export. */
  readonly keyKnown: boolean;
}

export interface Verdict {
  /** What is wrong, in words; empty when it holds. */
  readonly faults: readonly string[];
  /** What was shown, in words. */
  readonly holds: readonly string[];
  /** What no check of these files can show, in words. */
  readonly notProven: readonly string[];
}

/** Verifies a trail from its files alone. `hashOf` is SHA-256 in lower-case hex. */
export class TrailVerifier {
  readonly #evidence: Evidence;
  readonly #hashOf: (text: string) => string;
  readonly #follower: TrailFollower;
  readonly #anchored: ReadonlyMap<string, readonly (Head & { readonly anchor: number })[]>;
  readonly #rows: RowCheck;
  readonly #faults: string[] = [];
  #events = 0;

  constructor(evidence: Evidence, hashOf: (text: string) => string) {
    this.#evidence = { ...evidence, anchors: evidence.anchors.toSorted((a, b) => a.number - b.number) };
    this.#hashOf = hashOf;
    this.#anchored = anchoredIn(this.#evidence.anchors);
    this.#rows = new RowCheck(evidence.rows ?? []);
    this.#follower = new TrailFollower({ hashOf, once: true, onFollowed: (event) => this.#atAnchor(event) });
  }

  /** Events in any order; in the order of each chain nothing has to wait. */
  take(event: TrailEvent): void {
    this.#events += 1;
    this.#follower.take(event);
    if (this.#evidence.rows) this.#rows.take(event);
  }

  verdict(): Verdict {
    const { anchors, newest, rows } = this.#evidence;
    const heads = this.#follower.heads();
    const last = anchors.flatMap(({ anchor, wrong }) => (anchor && !wrong ? [anchor] : [])).at(-1);
    const faults = [
      ...anchorFaults(anchors, newest, this.#hashOf),
      ...this.#follower.faults(),
      ...this.#faults,
      ...this.#cutShort(heads),
      ...(rows ? this.#rows.faults() : []),
    ];
    const shown = [
      `${this.#events} events in ${heads.length} chains follow one another without a gap.`,
      ...(last ? [`${anchors.length} anchors, up to number ${last.number} of ${last.at}, fit the events.`] : []),
      ...(last ? [`The last anchor is ${last.number}:${this.#hashOf(anchorText(last))}.`] : []),
      ...(rows ? [`${rows.length} rows are as their last entries say.`] : []),
    ];
    return { faults, holds: faults.length === 0 ? shown : [], notProven: notProven(this.#evidence, last, heads) };
  }

  #atAnchor(event: TrailEvent): void {
    for (const head of this.#anchored.get(event.chain) ?? [])
      if (head.sequence === event.sequence && head.hash !== event.hash)
        this.#faults.push(
          `In chain ${event.chain}, event ${event.sequence} is not the one anchor ${head.anchor} was made over.`,
        );
  }

  #cutShort(heads: readonly Head[]): readonly string[] {
    const reached = new Map(heads.map(({ chain, sequence }) => [chain, sequence]));
    return [...this.#anchored].flatMap(([chain, anchored]) => {
      const end = reached.get(chain);
      const beyond = anchored.find(({ sequence }) => sequence > (end ?? -1));
      if (!beyond) return [];
      return end === undefined
        ? [`Chain ${chain}, which anchor ${beyond.anchor} covers, is gone.`]
        : [`Chain ${chain} ends with event ${end}; anchor ${beyond.anchor} covers it up to event ${beyond.sequence}.`];
    });
  }
}

/** Every place of a chain that an anchor names, once, with the first anchor to name it. */
function anchoredIn(
  files: readonly AnchorFile[],
): ReadonlyMap<string, readonly (Head & { readonly anchor: number })[]> {
  const places = new Map<string, Head & { readonly anchor: number }>();
  for (const { anchor, wrong } of files) {
    if (!anchor || wrong) continue;
    for (const head of anchor.heads) {
      const place = JSON.stringify([head.chain, head.sequence, head.hash]);
      if (!places.has(place)) places.set(place, { ...head, anchor: anchor.number });
    }
  }
  return Map.groupBy(places.values(), ({ chain }) => chain);
}

function notProven(
  { rows, newest, keyKnown }: Evidence,
  last: Anchor | undefined,
  heads: readonly Head[],
): readonly string[] {
  const covered = new Map(last?.heads.map(({ chain, sequence }) => [chain, sequence + 1]));
  const after = heads.flatMap(({ chain, sequence }) => {
    const events = sequence + 1 - (covered.get(chain) ?? 0);
    return events > 0 ? [{ chain, events }] : [];
  });
  const loose = after.reduce((sum, { events }) => sum + events, 0);
  const where = after.map(({ chain, events }) => `${events} in ${chain}`).join(", ");
  return [
    ...(loose > 0
      ? [
          `${loose} events ${last ? `came after the last anchor (${where})` : "are under no anchor"}: whoever can write to the list could have made, changed or removed any of them, or more like them.`,
        ]
      : [
          `That nothing more was done after the last anchor, of ${last?.at ?? "never"}: whoever can write to the list could have removed it.`,
        ]),
    ...(newest
      ? []
      : [
          "That there was no later anchor: a trail cut back together with its last anchors looks like this one. Ask for the line “audit.anchor” of the program's log and give it with --newest.",
        ]),
    ...(keyKnown
      ? []
      : ["That the key is the provider's: ask them for its fingerprint by another route and give it with --key."]),
    ...(rows ? [] : ["That the rows are as the trail says: the export holds no rows."]),
    "That a person did what the app says they did: it shows what the app recorded of whom Microsoft Entra said was asking.",
    "Anything done with the signing key and the app's own rights together.",
  ];
}
