import type { Instant } from "../day.ts";
import { LineOfSightError } from "../errors.ts";
import type { Period } from "../period.ts";
import type { AssuranceInPack } from "./assurance-in-pack.ts";
import { contradictions } from "./contradictions.ts";
import type { FigureInPack } from "./figure-in-pack.ts";
import type { ActionInPack, CommentaryInPack, ExceptionInPack, HandInPack, ThemeInPack } from "./story-in-pack.ts";

/** The layout the files are drawn with. A change to a template is a new version, so old packs stay explainable. */
export const madeWith = { template: "evidence-pack/2", renderer: "typst/0.14.2", workbook: "workbook/2" } as const;

export type Edition = "internal" | "commissioner";

/**
 * Everything a pack says. Its canonical JSON (RFC 8785) is hashed and signed; every file of a pack is a function of it,
 * and of the decisions for the final one. The internal edition holds every number; `commissionerEdition` makes the other.
 */
export interface PackContent {
  readonly schemaVersion: 1;
  readonly edition: Edition;
  /**
   * A keyed value, 64 hex characters, that keeps withheld numbers from being guessed from the signed hash.
   * Only in the internal edition.
   */
  readonly blind?: string;
  readonly provider: string;
  readonly commissioner: string;
  readonly contract: { readonly key: string; readonly title: string; readonly reference: string };
  /** Key of the cycle, e.g. `westshire-2026-q3`. */
  readonly cycle: string;
  readonly packVersion: number;
  readonly period: Period;
  readonly specification: {
    readonly title: string;
    readonly edition: number;
    /** In the order agreed; each names the indicators it reports. */
    readonly sections: readonly { readonly title: string; readonly indicators: readonly string[] }[];
  };
  /** Id of the files every figure was computed from. */
  readonly snapshot: string;
  /** Data cut-off: records that arrived later are not in. */
  readonly cutOff: Instant;
  readonly services: readonly { readonly key: string; readonly name: string }[];
  readonly figures: readonly FigureInPack[];
  readonly commentary: readonly CommentaryInPack[];
  readonly assurance: AssuranceInPack;
  readonly knownGaps: readonly string[];
  readonly themes: readonly ThemeInPack[];
  readonly actions: readonly ActionInPack[];
  readonly exceptions: readonly ExceptionInPack[];
  /** Printed on the first page of a qualified submission. */
  readonly limitations: readonly string[];
  readonly authors: readonly HandInPack[];
  readonly validators: readonly HandInPack[];
  /** Roles whose approval makes it final. */
  readonly approvalsNeeded: readonly string[];
  /**
   * What this commissioner is shown of small numbers: a count from 1 to `threshold` − 1 is withheld; with `leftOver`
   * also a share that leaves so few over (97 of 98).
   */
  readonly smallNumbers: { readonly threshold: number; readonly leftOver: boolean };
  readonly madeWith: { readonly template: string; readonly renderer: string; readonly workbook: string };
}

/** What the registers, the figures' files and the assurance results say, in any order. */
export interface PackFacts extends Omit<PackContent, "schemaVersion" | "edition" | "blind" | "madeWith"> {
  /** `keys.seal` of the cycle's key and the snapshot. */
  readonly blind: string;
}

/**
 * The content of a pack, the same whatever order the facts came in. Throws `invalid` with every contradiction in
 * `details`: what is signed must not contradict itself.
 */
export function packContent(facts: PackFacts): PackContent {
  const wrong = contradictions(facts);
  if (wrong.length > 0) {
    throw new LineOfSightError("invalid", `The pack contradicts itself: ${wrong[0]}`, { details: wrong });
  }
  const order = facts.specification.sections.flatMap(({ indicators }) => indicators);
  const sections = facts.specification.sections.map(({ title }) => title);
  return {
    ...facts,
    schemaVersion: 1,
    edition: "internal",
    services: by(facts.services, ({ key }) => key),
    figures: by(facts.figures, ({ indicator }) => place(order, indicator)).map(inOrder),
    commentary: by(facts.commentary, ({ section, key }) => `${place(sections, section)} ${key}`),
    assurance: {
      samples: by(facts.assurance.samples, ({ plan, direction }) => `${plan} ${direction}`),
      everyCase: by(facts.assurance.everyCase, ({ category }) => category),
      discrepancies: by(facts.assurance.discrepancies, ({ figure, service, found }) => `${figure} ${service} ${found}`),
    },
    themes: by(facts.themes, ({ title }) => title),
    actions: by(facts.actions, ({ due, title }) => `${due} ${title}`),
    exceptions: by(facts.exceptions, ({ at, gate }) => `${at} ${gate}`),
    authors: by(facts.authors, handKey),
    validators: by(facts.validators, handKey),
    madeWith,
  };
}

const inOrder = (figure: FigureInPack): FigureInPack => ({
  ...figure,
  cells: by(figure.cells, ({ service }) => service),
  points: by(figure.points, ({ month }) => month),
});

const place = (order: readonly string[], key: string) => String(order.indexOf(key)).padStart(4, "0");
const handKey = ({ role, name, did }: HandInPack) => `${role} ${name} ${did}`;

/** Sorted by code units: the same order in every process, whatever its language. */
const by = <Item>(items: readonly Item[], key: (item: Item) => string): readonly Item[] =>
  items
    .map((item) => ({ item, key: key(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ item }) => item);
