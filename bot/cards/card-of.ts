import type { CardFacts } from "../ask.ts";
import { actionCard } from "./action-card.ts";
import type { Card } from "./card.ts";
import { signOffCard } from "./sign-off-card.ts";

/** The card that shows these facts. */
export const cardOf = (facts: CardFacts, linkTo: (path: string) => string): Card =>
  facts.kind === "sign-off" ? signOffCard(facts.facts, linkTo) : actionCard(facts.facts, linkTo);
