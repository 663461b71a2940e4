import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Anchor, anchorText, nextAnchor } from "./anchor.ts";
import { auditText, beginning, type TrailEvent } from "./audit-event.ts";
import { type Head, TrailFollower } from "./follow-trail.ts";
import { TrailVerifier } from "./verify-trail.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A history: which chain each event is written to, and after which of them an anchor is made. */
const histories = fc
  .record({
    chains: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 40 }),
    anchored: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
  })
  .map(({ chains, anchored }) => {
    const events: TrailEvent[] = [];
    const anchors: Anchor[] = [];
    const heads = new Map<string, Head>();
    const stops = new Set(anchored.map((each) => 1 + (each % chains.length)));
    for (const [at, number] of chains.entries()) {
      const chain = `process-${number}`;
      const before = heads.get(chain);
      const event = {
        chain,
        sequence: before ? before.sequence + 1 : 0,
        at: `2026-10-12T08:00:${String(at).padStart(2, "0")}Z`,
        actor: "system",
        did: "theme.edit",
        register: "themes",
        rowKey: `theme-${at}`,
        rowEtag: `"${at}"`,
        payloadHash: sha256(`payload ${at}`),
        previousHash: before?.hash ?? beginning,
      };
      const hash = sha256(auditText(event));
      events.push({ ...event, hash, key: `event-${at}` });
      heads.set(chain, { chain, sequence: event.sequence, hash });
      if (!stops.has(at + 1)) continue;
      const last = anchors.at(-1);
      anchors.push(
        nextAnchor(last?.number ?? 0, last && sha256(anchorText(last)), {
          at: event.at,
          why: "hourly",
          heads: [...heads.values()],
          decisions: 0,
          faults: [],
        }),
      );
    }
    return { events, anchors };
  });

const verdictOf = (events: readonly TrailEvent[], anchors: readonly Anchor[]) => {
  const files = anchors.map((anchor) => ({ number: anchor.number, anchor }));
  const verifier = new TrailVerifier({ anchors: files, keyKnown: true }, sha256);
  for (const event of events) verifier.take(event);
  return verifier.verdict();
};

/** Rewrites what follows an altered event so that its chain agrees with itself again. */
function recomputed(events: readonly TrailEvent[], chain: string): TrailEvent[] {
  let previousHash = beginning;
  let sequence = 0;
  return events.map((event) => {
    if (event.chain !== chain) return event;
    const next = { ...event, previousHash, sequence };
    previousHash = sha256(auditText(next));
    sequence += 1;
    return { ...next, hash: previousHash };
  });
}

const tamperings: Readonly<Record<string, (events: readonly TrailEvent[], at: number) => readonly TrailEvent[]>> = {
  edit: (events, at) => events.map((event, place) => (place === at ? { ...event, actor: "somebody" } : event)),
  "edit and recompute": (events, at) =>
    recomputed(
      events.map((event, place) => (place === at ? { ...event, actor: "somebody" } : event)),
      events[at]?.chain ?? "",
    ),
  delete: (events, at) => events.toSpliced(at, 1),
  "delete and recompute": (events, at) => recomputed(events.toSpliced(at, 1), events[at]?.chain ?? ""),
  "cut back": (events, at) =>
    events.filter(({ chain, sequence }) => chain !== events[at]?.chain || sequence < (events[at]?.sequence ?? 0)),
  "drop the chain": (events, at) => events.filter(({ chain }) => chain !== events[at]?.chain),
  "insert and recompute": (events, at) => {
    const [event] = events.slice(at);
    return event
      ? recomputed(events.toSpliced(at, 0, { ...event, key: "inserted", did: "theme.add" }), event.chain)
      : [];
  },
  duplicate: (events, at) => events.concat(events.slice(at, at + 1)),
  "swap with the next of its chain": (events, at) => {
    const { chain, sequence } = events[at] ?? { chain: "", sequence: 0 };
    const other = events.findIndex((event) => event.chain === chain && event.sequence === sequence + 1);
    const [one, two] = [events[at], events[other]];
    if (!one || !two) return events.toSpliced(at, 1);
    return events.with(at, { ...two, sequence }).with(other, { ...one, sequence: sequence + 1 });
  },
};

const covered = ({ events, anchors }: { events: readonly TrailEvent[]; anchors: readonly Anchor[] }) => {
  const reach = new Map(anchors.at(-1)?.heads.map(({ chain, sequence }) => [chain, sequence]));
  return events.flatMap(({ chain, sequence }, at) => (sequence <= (reach.get(chain) ?? -1) ? [at] : []));
};

describe("a trail", () => {
  it("holds however its events are ordered, and counts those that no anchor covers", () => {
    fc.assert(
      fc.property(
        histories.chain((history) =>
          fc.record({
            history: fc.constant(history),
            events: fc.shuffledSubarray(history.events, { minLength: history.events.length }),
          }),
        ),
        ({ history, events }) => {
          const { faults, notProven } = verdictOf(events, history.anchors);
          expect(faults).toEqual([]);
          const loose = history.events.length - covered(history).length;
          expect(notProven.join("\n").includes(`${loose} events came after the last anchor`)).toBe(loose > 0);
        },
      ),
    );
  });

  it.each(Object.entries(tamperings))("that is tampered with before the last anchor does not hold: %s", (_, tamper) => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, pick) => {
        const places = covered(history);
        const at = places[pick % places.length] ?? 0;
        expect(verdictOf(tamper(history.events, at), history.anchors).faults).not.toEqual([]);
      }),
    );
  });

  it("does not hold when any anchor but the last is gone, or when two are swapped", () => {
    fc.assert(
      fc.property(histories, fc.nat(), ({ events, anchors }, pick) => {
        fc.pre(anchors.length > 1);
        const gone = pick % (anchors.length - 1);
        expect(verdictOf(events, anchors.toSpliced(gone, 1)).faults).not.toEqual([]);
        const [one, two] = anchors;
        if (!one || !two) return;
        const swapped = [
          { number: 1, anchor: two },
          { number: 2, anchor: one },
          ...anchors.slice(2).map((anchor) => ({ number: anchor.number, anchor })),
        ];
        const verifier = new TrailVerifier({ anchors: swapped, keyKnown: true }, sha256);
        for (const event of events) verifier.take(event);
        expect(verifier.verdict().faults).not.toEqual([]);
      }),
    );
  });

  it("says that nothing is under an anchor when there is none", () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        expect(verdictOf(events, []).notProven.join("\n")).toMatch(/events are under no anchor/);
      }),
    );
  });
});

describe("a trail that is followed as it grows", () => {
  it("is at fault from the moment an event that was read changes, also when its hashes are made to fit again", () => {
    fc.assert(
      fc.property(histories, fc.nat(), ({ events }, pick) => {
        const at = pick % events.length;
        const follower = new TrailFollower({ hashOf: sha256 });
        for (const event of events) follower.take(event);
        for (const event of events) follower.take(event);
        expect(follower.faults()).toEqual([]);
        const edited = events.map((event, place) => (place === at ? { ...event, actor: "somebody" } : event));
        for (const event of recomputed(edited, events[at]?.chain ?? "")) follower.take(event);
        expect(follower.faults().join()).toMatch(/is there in two versions/);
      }),
    );
  });
});
