// @vitest-environment jsdom
import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actionCard } from "../../bot/cards/action-card.ts";
import { bytesOf, type Card, LONGEST_CARD } from "../../bot/cards/card.ts";
import { listCard } from "../../bot/cards/list-card.ts";
import { signOffCard } from "../../bot/cards/sign-off-card.ts";
import { statusCard } from "../../bot/cards/status-card.ts";
import { answers, linkTo, NONCE, overdueAction, signOff } from "./meadowbank.ts";

/** The package's entry is for bundlers; Node needs its script. */
const library: typeof import("adaptivecards") = createRequire(import.meta.url)("adaptivecards/dist/adaptivecards.js");

/** The library writes text through innerText, which jsdom does not have. */
Object.defineProperty(HTMLElement.prototype, "innerText", {
  get(this: HTMLElement) {
    return this.textContent;
  },
  set(this: HTMLElement, text: string) {
    this.textContent = text;
  },
});

/** Draws the card as Teams would, and says everything the library finds wrong with it. */
function drawn(card: Card) {
  const version = library.Version.parse("1.5", new library.SerializationContext());
  const context = new library.SerializationContext(version);
  const parsed = new library.AdaptiveCard();
  parsed.parse(structuredClone(card), context);
  const wrong = [
    ...Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message),
    ...parsed.validateProperties().validationEvents.map(({ message }) => message),
  ];
  const element = parsed.render();
  if (element === undefined) throw new Error("The card was not drawn at all.");
  return { wrong, element, text: element.textContent ?? "" };
}

const list = (count: number, headline = "Action number 1") =>
  listCard({
    title: "Overdue actions",
    total: count,
    items: Array.from({ length: count }, () => ({
      headline,
      url: linkTo("/actions/at-1"),
      facts: [{ label: "Owner", value: headline }],
    })),
  });

const cards: Readonly<Record<string, () => Card>> = {
  "sign-off, asked": () => signOffCard(signOff, linkTo),
  "sign-off, approved": () =>
    signOffCard(
      {
        ...signOff,
        state: "approved",
        nonce: undefined,
        decided: { byName: "Grace Okonkwo", at: "2026-10-12T09:00:00Z" },
      },
      linkTo,
    ),
  "sign-off, returned": () =>
    signOffCard(
      {
        ...signOff,
        state: "returned",
        nonce: undefined,
        decided: { byName: "Grace Okonkwo", at: "2026-10-12T09:00:00Z", reason: "The complaint of August is missing." },
      },
      linkTo,
    ),
  "sign-off, no longer valid": () => signOffCard({ ...signOff, state: "no-longer-valid", nonce: undefined }, linkTo),
  "sign-off, lapsed": () => signOffCard({ ...signOff, state: "lapsed", nonce: undefined }, linkTo),
  reminder: () => actionCard(overdueAction, linkTo),
  "reminder, complete": () => actionCard({ ...overdueAction, nonce: undefined, done: true }, linkTo),
  "reminder, answered": () => actionCard({ ...overdueAction, nonce: undefined, answered: "Five checks done." }, linkTo),
  list: () => list(25),
  status: () => statusCard(answers["cycle-status"], linkTo),
};

describe.each(Object.entries(cards))("the card “%s”", (_, made) => {
  it("is one the Adaptive Cards library finds nothing wrong with", () => {
    expect(drawn(made()).wrong).toEqual([]);
  });

  it("names every button, link and box for people who cannot see them", () => {
    const { element } = drawn(made());
    for (const input of element.querySelectorAll("input, textarea")) {
      const label = input.getAttribute("aria-labelledby") ?? input.getAttribute("aria-label") ?? "";
      expect(label).not.toBe("");
    }
    for (const button of element.querySelectorAll("button, a"))
      expect(`${button.textContent}${button.getAttribute("aria-label") ?? ""}`).not.toBe("");
    expect(element.querySelector("[role=heading]")?.textContent).not.toBe("");
  });

  it("says in words what it is, and carries at most a nonce", () => {
    const card = made();
    expect(card.fallbackText.length).toBeGreaterThan(3);
    expect(bytesOf(card)).toBeLessThanOrEqual(LONGEST_CARD);
    const data = [...JSON.stringify(card).matchAll(/"data":(\{[^}]*\})/g)].map(([, json]) => JSON.parse(json ?? ""));
    for (const each of data) expect(each).toEqual({ nonce: NONCE });
    expect(card.refresh?.userIds ?? []).toEqual([]);
  });
});

it("offers to sign or return only while the ask is open", () => {
  const buttons = (name: string) => cards[name]?.().actions.map(({ title }) => title);
  expect(buttons("sign-off, asked")).toEqual(["Read it before you sign", "Sign", "Return with a reason"]);
  for (const name of ["approved", "returned", "no longer valid", "lapsed"])
    expect(buttons(`sign-off, ${name}`)).toEqual(["Open"]);
});

it("shows the fingerprint, the doubts and who did what", () => {
  const { text } = drawn(signOffCard(signOff, linkTo));
  for (const part of [
    "ab12ab12ab12",
    "Two visits at Birchwood",
    "Eleanor Whitcombe",
    "Harriet Lockwood",
    "16 October 2026",
  ])
    expect(text).toContain(part);
});

it("takes the three answers to a reminder, and none once it is answered", () => {
  expect(cards.reminder?.().actions.map(({ title }) => title)).toEqual([
    "Open the action",
    "Say progress",
    "Offer evidence",
    "Ask for more time",
  ]);
  expect(cards["reminder, answered"]?.().actions).toHaveLength(1);
});

it("shows people's words as they are, never as Markdown, dates or markup", () => {
  const hostile = "**bold** [x](javascript:alert(1)) {{DATE(2026-10-12T00:00:00Z)}} <img src=x onerror=alert(1)>";
  const made = [
    signOffCard({ ...signOff, what: hostile, authors: [hostile], openDoubts: [hostile] }, linkTo),
    actionCard({ ...overdueAction, title: hostile, evidenceRequired: hostile }, linkTo),
    list(3, hostile),
    statusCard({ ...answers["cycle-status"], title: hostile, blockers: [{ what: hostile, who: hostile }] }, linkTo),
  ];
  for (const card of made) {
    const { element, text } = drawn(card);
    expect(text.replaceAll("\u2060", "")).toContain(hostile);
    expect(element.querySelector("img, strong, a[href^=javascript]")).toBeNull();
  }
});

it("stays within 28 KB whatever is written in it", () => {
  const long = fc.string({
    unit: fc.constantFrom("a", "\\", "“", "\n", "\u{1f600}", '"'),
    minLength: 200,
    maxLength: 4000,
  });
  fc.assert(
    fc.property(long, (text) => {
      const many = Array.from({ length: 50 }, () => text);
      const made = [
        list(25, text),
        actionCard({ ...overdueAction, title: text, evidenceRequired: text, answered: text }, linkTo),
        signOffCard({ ...signOff, what: text, openDoubts: many, authors: many, validators: many }, linkTo),
        statusCard(
          { ...answers["cycle-status"], title: text, blockers: many.map((what) => ({ what, who: what })) },
          linkTo,
        ),
      ];
      for (const card of made) expect(bytesOf(card)).toBeLessThanOrEqual(LONGEST_CARD);
    }),
    { numRuns: 60 },
  );
});
