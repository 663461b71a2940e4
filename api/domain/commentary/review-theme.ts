import { type Instant, londonDay } from "../day.ts";
import { hasRole, type Person } from "../people/person.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Answers } from "../register/register.ts";
import type { Theme, themes } from "../registers/themes.ts";
import { checkSentences } from "./check-sentences.ts";
import type { CitedFigure } from "./cited-figure.ts";

export type Verdict = NonNullable<Theme["verdicts"]>[number]["verdict"];

const statusAfter = { improved: "improving", stable: "open", escalated: "escalated" } as const satisfies Record<
  Verdict,
  Theme["status"]
>;

interface Reviewing {
  readonly by: Person;
  readonly now: Instant;
  readonly figures: readonly CitedFigure[];
}

/**
 * Leadership's verdict on a theme, one each cycle, with the numbers behind it: they cite figures of that cycle as
 * commentary does, and must be what the figures say.
 */
export function reviewTheme(
  theme: Theme,
  { cycle, verdict, numbers }: { readonly cycle: string; readonly verdict: Verdict; readonly numbers: string },
  { by, now, figures }: Reviewing,
): Pick<Theme, "verdicts" | "status" | "cyclesSeen"> | Refusal {
  if (!hasRole(by, "senior-leader", "quality-lead")) return notYourRole();
  const { verdicts = [], cyclesSeen = [] } = theme;
  if (theme.status === "closed")
    return refuse("theme.closed", "This theme is closed.", "Add it again if it has come back.");
  if (verdicts.some((each) => each.cycle === cycle))
    return refuse(
      "theme.reviewed-already",
      "This theme has its verdict for this cycle.",
      "The next cycle asks for the next one.",
    );
  if (!numbers.trim())
    return refuse(
      "theme.numbers-missing",
      "A verdict without numbers is an opinion.",
      "Say the numbers behind it, each followed by its figure, e.g. 0.4 % [missed-visits].",
    );
  const wrong = checkSentences(numbers, figures).flatMap(({ problems }) => problems)[0];
  if (wrong) return refuse("theme.wrong-number", wrong.say, "Put the number right, or cite the figure it comes from.");
  return {
    verdicts: [...verdicts, { cycle, verdict, numbers: numbers.trim(), by: by.id, at: now }],
    cyclesSeen: [...new Set([...cyclesSeen, cycle])],
    status: statusAfter[verdict],
  };
}

type NewTheme = Pick<Answers<typeof themes>, "name" | "category" | "contract" | "services" | "indicators" | "owner">;

/** Opens a theme that leadership noticed. */
export function addTheme(
  theme: NewTheme,
  cycle: { readonly key: string } | undefined,
  { by, now }: Pick<Reviewing, "by" | "now">,
): Answers<typeof themes> | Refusal {
  if (!hasRole(by, "senior-leader", "quality-lead")) return notYourRole();
  return {
    ...theme,
    proposedBy: "leadership",
    firstSeen: londonDay(now),
    ...(cycle && { cyclesSeen: [cycle.key] }),
    status: "open",
  };
}

const notYourRole = () =>
  refuse(
    "theme.not-your-role",
    "Themes are leadership’s and the quality lead’s to judge.",
    "Ask a senior leader or the quality lead.",
  );
