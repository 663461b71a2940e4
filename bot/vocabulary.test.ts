import fc from "fast-check";
import { expect, it } from "vitest";
import { registers } from "#domain/registers/index.ts";
import { vocabulary } from "../test/bot/meadowbank.ts";
import { hear } from "./vocabulary.ts";

const understood = (said: string) => {
  const { register, view, state, category, service, contract, rest } = hear(said, vocabulary);
  return [register?.slug, view, state, category, service?.key, contract?.key, rest.join(" ")];
};

it.each([
  ["show overdue safeguarding actions", "actions", undefined, "overdue", "safeguarding"],
  ["Show me the overdue safeguarding action, please!", "actions", undefined, "overdue", "safeguarding"],
  ["overdue actions at birchwood", "actions", undefined, "overdue", undefined, "birchwood"],
  ["open medication actions", "actions", undefined, "open", "medication"],
  ["what is overdue", "actions", undefined, "overdue"],
  ["which tasks are due this week at Elm House?", "actions", undefined, "due", undefined, "elm-house"],
  ["late missed visits actions", "actions", undefined, "overdue", "missed-visits"],
  ["overdue missed call actions", "actions", undefined, "overdue", "missed-visits"],
  ["overdue incident actions", "actions", undefined, "overdue", "incidents"],
  ["the service action log", "actions"],
  ["overdue in the audit action log", "actions", "Audit action log", "overdue"],
  ["overdue actions for Westshire County Council", "actions", undefined, "overdue", undefined, undefined, "westshire"],
  ["overdue actions for eastmoor", "actions", undefined, "overdue", undefined, undefined, "eastmoor"],
  ["open early warnings", "early-warnings", undefined, "open"],
  ["outstanding queries", "scrutiny", undefined, "open"],
  ["open safeguarding cases at Ashdown", "casework", undefined, "open", undefined, "ashdown"],
  ["status of westshire", undefined, undefined, undefined, undefined, undefined, "westshire", "status"],
  ["overdue actions at birchwod", "actions", undefined, "overdue", undefined, undefined, undefined, "birchwod"],
  ["a distraction", undefined, undefined, undefined, undefined, undefined, undefined, "distraction"],
])("hears in “%s” what was meant", (said, ...expected) => {
  const filled = Array.from({ length: 7 }, (_, at) => expected[at]);
  expect(understood(said)).toEqual([...filled.slice(0, 6), filled[6] ?? ""]);
});

const states = { overdue: "overdue", due: "due", open: "open" } as const;
const spoken = registers.flatMap(({ slug, title, words }) =>
  [title, words.one, words.many].map((word) => [word, slug]),
);

it.each(spoken)("knows the register called “%s”", (word, slug) => {
  for (const [state, meant] of Object.entries(states)) {
    const heard = hear(`show ${state} ${word}`, vocabulary);
    expect([heard.register?.slug, heard.state, heard.rest]).toEqual([slug, meant, []]);
  }
});

it("hears state, category and service in whatever order and case they are said", () => {
  const parts = ["overdue", "safeguarding", "actions", "at Birchwood"];
  fc.assert(
    fc.property(fc.shuffledSubarray(parts, { minLength: 4 }), fc.boolean(), (order, loud) => {
      const said = order.join(" ");
      const heard = hear(loud ? said.toUpperCase() : said, vocabulary);
      expect([heard.register?.slug, heard.state, heard.category, heard.service?.key, heard.rest]).toEqual([
        "actions",
        "overdue",
        "safeguarding",
        "birchwood",
        [],
      ]);
    }),
  );
});

it("takes any text whatever", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (said) => hear(said, vocabulary).said.length >= 0),
  );
});
