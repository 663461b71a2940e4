import type { Moves } from "../move.ts";
import type { Commentary } from "../registers/commentary.ts";

export type CommentaryStatus = Commentary["status"];

const unwritten = ["proposed", "planned", "context-given"] as const;

/** A theme on its way into the pack: proposed by the numbers, planned, told by the services, written, reviewed, approved. */
export const commentaryMoves = {
  plan: {
    from: ["proposed", "dismissed"],
    to: "planned",
    who: ["quality-lead"],
    needsReason: false,
    says: "plan commentary",
  },
  dismiss: {
    from: unwritten,
    to: "dismissed",
    who: ["quality-lead"],
    needsReason: true,
    says: "say that no commentary is needed",
  },
  "give-context": {
    from: ["planned", "context-given", "drafted"],
    to: "context-given",
    who: ["registered-manager", "regional-manager"],
    needsReason: false,
    says: "say what was going on",
  },
  draft: {
    from: ["planned", "context-given", "drafted", "reviewed", "approved"],
    to: "drafted",
    who: ["contracts-manager", "quality-lead"],
    needsReason: false,
    says: "write the text",
  },
  review: {
    from: ["drafted"],
    to: "reviewed",
    who: ["senior-leader", "quality-lead"],
    needsReason: false,
    says: "review the text",
  },
  "send-back": {
    from: ["drafted", "reviewed"],
    to: "planned",
    who: ["senior-leader", "quality-lead"],
    needsReason: true,
    says: "send the text back",
  },
  approve: { from: ["reviewed"], to: "approved", who: ["senior-leader"], needsReason: false, says: "approve the text" },
} as const satisfies Moves<CommentaryStatus>;

export type CommentaryMove = keyof typeof commentaryMoves;
