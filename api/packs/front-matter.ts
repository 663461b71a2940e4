import type { Decision } from "#domain/packs/decision.ts";
import type { PackContent } from "#domain/packs/pack-content.ts";
import { dayWords, instantWords, periodWords, sentence, shortHash, specificationWords } from "./plain-words.ts";

/** What was decided about a content, and whether that makes it final. */
export interface Signed {
  readonly standing: "draft" | "final";
  /** Hash of what was signed: of the internal edition, in both editions. */
  readonly contentHash: string;
  readonly decisions: readonly Decision[];
}

/** What every document of a pack says about itself: title, running head, cover facts, who made, checked and signed it. */
export function frontMatter(title: string, content: PackContent, { standing, contentHash, decisions }: Signed) {
  const at = new Date(content.cutOff);
  const period = periodWords(content.period);
  return {
    title: `${title}: ${content.provider} for ${content.commissioner}, ${period}`,
    subtitle: `${content.contract.title}, ${period}`,
    provider: content.provider,
    kind: title,
    draft: standing === "draft",
    edition: content.edition === "commissioner" ? "Commissioner edition" : "Internal edition: not for release",
    runningHead: `${title}: ${content.provider} for ${content.commissioner}, ${period}`,
    foot: `${content.cycle}, version ${content.packVersion}. Content ${shortHash(contentHash)}`,
    date: {
      year: at.getUTCFullYear(),
      month: at.getUTCMonth() + 1,
      day: at.getUTCDate(),
      hour: at.getUTCHours(),
      minute: at.getUTCMinutes(),
    },
    cover: {
      commissioner: content.commissioner,
      period,
      facts: [
        ["Contract", `${content.contract.title} (${content.contract.reference})`],
        ["Data cut-off", instantWords(content.cutOff)],
        ["Specification", specificationWords(content.specification)],
        ["Pack", `Version ${content.packVersion}, ${content.edition} edition`],
      ],
      status:
        standing === "final"
          ? {
              tone: "good",
              words: `Approved by ${decisions.length === 1 ? "one person" : `${decisions.length} people`}, ${dayWords(lastDay(decisions))}`,
            }
          : { tone: "bad", words: "Draft: not signed" },
    },
    hands: [...content.authors, ...content.validators].map(({ name, role, did }) => [
      name,
      sentence(role),
      sentence(did),
    ]),
    approvals: content.approvalsNeeded.map((role) => approval(role, decisions)),
    hash: contentHash,
    snapshot: content.snapshot,
    madeWith: content.madeWith,
  };
}

const lastDay = (decisions: readonly Decision[]) =>
  decisions.reduce((latest, { at }) => (at > latest ? at : latest), "").slice(0, 10);

function approval(role: string, decisions: readonly Decision[]) {
  const decision = decisions.find((each) => each.role === role);
  return decision === undefined
    ? ["Not yet signed", sentence(role), "", { tone: "plain", words: "Waiting" }]
    : [
        decision.name,
        sentence(role),
        instantWords(decision.at),
        decision.decision === "approved" ? { tone: "good", words: "Approved" } : { tone: "bad", words: "Returned" },
      ];
}
