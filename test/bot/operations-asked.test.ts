import { expect, it } from "vitest";
import { operationNamed } from "#api/operations/ask.ts";
import type { OperationsAsked } from "../../bot/ask.ts";
import { answers, NONCE, overdueAction, signOff } from "./meadowbank.ts";

type Name = keyof OperationsAsked;

const press = (verb: string, data: object) => ["use-card-action", { nonce: NONCE, verb, data }] as const;

it.each<readonly [Name, object]>([
  ["my-work", {}],
  ["cycle-status", { contract: "westshire" }],
  ["find-rows", { register: "actions", state: "overdue" }],
  [
    "find-rows",
    {
      register: "actions",
      state: "due",
      category: "safeguarding",
      view: "Audit action log",
      service: "a",
      contract: "b",
    },
  ],
  ["find-rows", { register: "actions", state: "open" }],
  ["open-sign-off", { ask: signOff.ask }],
  press("look", {}),
  press("approve", {}),
  press("return", { reason: "The complaint of August is missing." }),
  press("progress", { text: "Five checks done." }),
  press("offer-evidence", { record: "CR-88", note: "Ten checks." }),
  press("more-time", { until: "2026-11-02", reason: "The trainer is away." }),
])("the operation “%s” takes what the bot asks it: %j", (name, input) => {
  expect(operationNamed(name).input.safeParse(input).error).toBeUndefined();
});

it.each<readonly [Name, unknown]>([
  ["cycle-status", answers["cycle-status"]],
  ["find-rows", answers["find-rows"]],
  ["open-sign-off", signOff],
  ["use-card-action", answers["use-card-action"]],
  ["use-card-action", { say: "Thank you.", card: { kind: "action", facts: overdueAction } }],
])("the operation “%s” answers everything the bot's own examples hold", (name, answer) => {
  expect(operationNamed(name).answer.parse(answer)).toEqual(JSON.parse(JSON.stringify(answer)));
});
