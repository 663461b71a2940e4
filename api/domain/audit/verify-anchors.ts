import { type Anchor, anchorText } from "./anchor.ts";
import { beginning } from "./audit-event.ts";

/** An anchor's file: what it says and what is wrong with its signature, or undefined when it cannot be read at all. */
export interface AnchorFile {
  /** The number its file name gives it. */
  readonly number: number;
  readonly anchor: Anchor | undefined;
  /** E.g. `is not signed by the key`; undefined when the signature is good. */
  readonly wrong?: string | undefined;
}

/** The newest anchor as somebody else knows it, from the program's log. */
export interface KnownAnchor {
  readonly number: number;
  readonly hash: string;
}

/** What is wrong with the row of anchors itself, in words. `files` in any order. */
export function anchorFaults(
  files: readonly AnchorFile[],
  newest: KnownAnchor | undefined,
  hashOf: (text: string) => string,
): readonly string[] {
  const inOrder = files.toSorted((a, b) => a.number - b.number);
  const faults: string[] = [];
  let before: Before = { number: 0, hash: beginning };
  for (const { number, anchor, wrong } of inOrder) {
    if (wrong) faults.push(`Anchor ${number} ${wrong}.`);
    if (!anchor) continue;
    faults.push(...faultsAfter(before, number, anchor));
    faults.push(...anchor.faults.map((fault) => `When anchor ${number} was made the app had already seen: ${fault}`));
    before = { number, hash: hashOf(anchorText(anchor)) };
  }
  return [...new Set([...faults, ...notTheNewest(inOrder, newest, hashOf)])];
}

type Before = KnownAnchor;

function faultsAfter(before: Before, number: number, anchor: Anchor): readonly string[] {
  const gone = Array.from({ length: Math.max(0, number - before.number - 1) }, (_, at) => before.number + at + 1);
  const faults = gone.map((each) => `Anchor ${each} is missing.`);
  if (anchor.number !== number) faults.push(`The file of anchor ${number} holds anchor ${anchor.number}.`);
  else if (before.number === number) faults.push(`Anchor ${number} is there twice.`);
  else if (gone.length === 0 && anchor.previous !== before.hash)
    faults.push(`Anchor ${number} does not follow anchor ${before.number}.`);
  return faults;
}

function notTheNewest(
  files: readonly AnchorFile[],
  newest: KnownAnchor | undefined,
  hashOf: (text: string) => string,
): readonly string[] {
  if (!newest) return [];
  const same = files.find(({ number }) => number === newest.number)?.anchor;
  if (!same) return [`Anchor ${newest.number}, which the log names, is missing: the trail was cut back.`];
  return hashOf(anchorText(same)) === newest.hash
    ? []
    : [`Anchor ${newest.number} is not the one the log names: it was replaced.`];
}
