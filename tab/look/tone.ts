/** What a status says about how things are; colour and icon follow it, the word always stands beside them. */
export type Tone = "good" | "near" | "bad" | "busy" | "none" | "blocked";

const tones: Readonly<Record<string, Tone>> = {
  met: "good",
  near: "near",
  "not-met": "bad",
  "none-due": "none",
  "no-target": "none",
  blocked: "blocked",
  open: "none",
  asked: "busy",
  "in-progress": "busy",
  waiting: "near",
  "evidence-offered": "busy",
  complete: "good",
  effective: "good",
  "not-yet-effective": "near",
  "too-early-to-say": "none",
  overdue: "bad",
  "due-soon": "near",
  approved: "good",
  accepted: "good",
  agreed: "good",
  agrees: "good",
  confirmed: "good",
  covered: "good",
  active: "good",
  resolved: "good",
  answered: "good",
  partly: "near",
  draft: "busy",
  "in-review": "busy",
  broken: "bad",
  missing: "bad",
  refused: "bad",
  rejected: "bad",
  disagrees: "bad",
};

/** The tone of a register's status word; a word nobody gave a tone is neutral. */
export const toneOf = (status: string): Tone => tones[status] ?? "none";
