import type { FigureInPack } from "./figure-in-pack.ts";
import type { PackContent } from "./pack-content.ts";
import type { ActionInPack, ThemeInPack } from "./story-in-pack.ts";

/** A line on the first page: what it is about, then what there is to say. */
export interface Line {
  readonly about: string;
  readonly say: string;
}

/** What a reader with one minute is told, in the order they ask. */
export interface FirstPage {
  readonly changed: readonly Line[];
  readonly worried: readonly Line[];
  readonly did: readonly Line[];
  readonly lastTime: readonly Line[];
}

/** The first page, worked out from the content alone, so that it cannot say what the pack does not. */
export const firstPage = ({ figures, themes, actions, assurance }: PackContent): FirstPage => ({
  changed: figures.filter(hasChanged).map(change),
  worried: [
    ...figures.filter(({ rating, signal }) => rating === "not-met" || signal === "worsening").map(worry),
    ...themes
      .filter(({ verdict }) => verdict === "escalated")
      .map(({ title, because }) => ({ about: title, say: because })),
    ...assurance.samples
      .filter(({ accuracy, threshold }) => accuracy < threshold)
      .map(({ what, accuracy, threshold }) => ({
        about: capital(what),
        say: `${percent(accuracy)} agreed as first found; the plan asks for ${percent(threshold)}`,
      })),
  ],
  did: actions.filter(({ from, done }) => from === "this-period" || done).map(action),
  lastTime: [
    ...themes.filter(({ verdict }) => verdict !== "new").map(theme),
    ...actions.filter(({ from, done }) => from === "last-time" && !done).map(action),
  ],
});

/** A share, 0 to 1, as people read it: `96.7 %`. Never called 100 % when it is not all of them. */
export const percent = (share: number): string =>
  `${(share < 1 ? Math.min(99.9, Math.round(share * 1000) / 10) : 100).toFixed(1)} %`;

/** There was something to compare with, and both may be told. */
const hasChanged = ({ previous, display, rating }: FigureInPack) =>
  previous !== undefined &&
  previous.display !== display &&
  previous.rating !== "none-due" &&
  ![rating, previous.rating].includes("withheld");

const change = ({ name, display, previous, rating }: FigureInPack): Line => ({
  about: name,
  say: `${display}, was ${previous?.display}${previous?.rating === rating ? "" : ratingChange[rating]}`,
});

const ratingChange = {
  met: "; now on target",
  near: "; now close to target",
  "not-met": "; now off target",
  "no-target": "",
  "none-due": "",
  blocked: "; not available this time",
  withheld: "",
} as const;

const worry = ({ name, display, target, signal, rating }: FigureInPack): Line => ({
  about: name,
  say: [
    ...(rating === "not-met" ? [`${display} against a target of ${target ?? "none"}`] : [display]),
    ...(signal === "worsening" ? ["getting worse by more than the usual month-to-month change"] : []),
  ].join("; "),
});

const action = ({ title, service, status, result }: ActionInPack): Line => ({
  about: service === undefined ? title : `${title} (${service})`,
  say: capital(result === undefined ? status : `${status}; ${result}`),
});

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const theme = ({ title, saidLastTime, verdict, because }: ThemeInPack): Line => ({
  about: title,
  say: `We said: ${saidLastTime} It has ${verdictWords[verdict]}: ${because}`,
});

const verdictWords = {
  improved: "improved",
  stable: "stayed the same",
  escalated: "been escalated",
  new: "been added",
} as const;
