import type { RowAnswer } from "#api/operations/row-answer.ts";
import { stageRules } from "#domain/cycle/stages.ts";
import { optionWords } from "#domain/register/option-words.ts";
import { type Stage, stages } from "#domain/registers/stages.ts";

type Moved = Pick<RowAnswer["history"][number], "did" | "from" | "to">;

/** What somebody did to a row, after their name: “took it on from Define to Collect”, “set the data cut-off”. */
export function sayMoved({ did, from, to }: Moved): string {
  if (from && to && from !== to) return isStage(from) && isStage(to) ? sayStages(from, to) : sayStatus(from, to);
  const [, act = did] = did.split(".");
  return said[act] ?? optionWords(act);
}

const sayStatus = (from: string, to: string) => `moved it from “${optionWords(from)}” to “${optionWords(to)}”`;

const isStage = (word: string): word is Stage => (stages as readonly string[]).includes(word);

function sayStages(from: Stage, to: Stage): string {
  if (from === "closed" || to === "closed") return to === "closed" ? "closed the cycle" : "opened the cycle again";
  const way = stages.indexOf(to) > stages.indexOf(from) ? "took it on" : "sent it back";
  return `${way} from ${stageRules[from].title} to ${stageRules[to].title}`;
}

const said: Readonly<Record<string, string>> = {
  seed: "set this up",
  edit: "changed answers",
  add: "made this",
  open: "opened this",
  progress: "said how far it is",
  "more-time": "moved the deadline",
  compute: "had the figures worked out",
  "cut-off": "set the data cut-off",
  "reopen-cut-off": "opened the data cut-off again",
  answer: "answered",
  resolve: "settled the concern",
  receive: "sent the file in",
  accept: "took it into the figures",
  "accept-rejects": "went on without the rows that could not be read",
  refuse: "turned it down",
  record: "wrote it down",
  draw: "drew what is checked",
  widen: "widened the check",
  complete: "finished it",
  agree: "agreed to it",
  correct: "recorded the correction",
  draft: "drafted it",
  compile: "built and filed it",
  submit: "recorded that it was sent",
  supersede: "replaced it with a later version",
  ask: "asked for it",
  verdict: "gave a verdict",
  propose: "proposed it",
};
