import type { z } from "zod";
import type { Config } from "#api/config.ts";
import type { Channel } from "#api/jobs/channel.ts";
import { rememberConversation } from "#api/jobs/remember-conversation.ts";
import { ask } from "#api/operations/ask.ts";
import { cycleStatus } from "#api/operations/cycle-status.ts";
import { findPerson } from "#api/operations/everybody.ts";
import { findRows } from "#api/operations/find-rows.ts";
import { myWork } from "#api/operations/my-work.ts";
import { openSignOff } from "#api/operations/open-sign-off.ts";
import type { Operation } from "#api/operations/operation.ts";
import { useCardAction } from "#api/operations/use-card-action.ts";
import type { Outside } from "#api/outside.ts";
import type { Face } from "#api/server.ts";
import { contracts } from "#domain/registers/contracts.ts";
import { registers } from "#domain/registers/index.ts";
import { services } from "#domain/registers/services.ts";
import { createBot } from "../bot/adapter.ts";
import type { Ask, OperationsAsked } from "../bot/ask.ts";
import type { Place, Reference } from "../bot/reference.ts";
import type { Vocabulary } from "../bot/vocabulary.ts";

/** What the bot asks for; the compiler holds each answer to what the bot expects of it. */
const operations = {
  "my-work": myWork,
  "find-rows": findRows,
  "cycle-status": cycleStatus,
  "open-sign-off": openSignOff,
  "use-card-action": useCardAction,
} satisfies { [Name in keyof OperationsAsked]: Operation<z.ZodType, z.ZodType<OperationsAsked[Name]["answer"]>> };

const kinds = { personal: "personal", group: "group-chat", channel: "channel" } as const satisfies Record<
  Place,
  string
>;

/** The bot as a face of the server, and the channel it gives the outbox. Anonymous on one machine only. */
export function botFace(config: Config, outside: Outside): { readonly face: Face; readonly channel: Channel } {
  const bot = createBot({
    settings: { appId: config.bot, tenantId: config.tenant, anonymous: config.local !== undefined },
    ask: ((person, name, input) => ask(outside, person, operations[name], input)) as Ask,
    personOf: (id) => findPerson(outside, id),
    remember: (reference) =>
      rememberConversation(outside, {
        conversation: reference.conversation,
        kind: kinds[reference.place],
        person: reference.person,
        reference: JSON.stringify(reference),
      }),
    vocabulary: () => vocabularyOf(outside),
    linkTo: (path) => `${config.publicUrl}${path}`,
    log: outside.log,
  });
  return {
    face: (server) => {
      server.post("/api/messages", async (request, response) => bot.process(request, response));
    },
    channel: {
      send: (reference, message) => bot.send(JSON.parse(reference) as Reference, message),
      update: (reference, activityId, card) => bot.update(JSON.parse(reference) as Reference, activityId, card),
    },
  };
}

/** Contracts go by their commissioner, as people call them, unless it has several. */
function vocabularyOf({ store }: Outside): Vocabulary {
  const all = store.all(contracts);
  return {
    registers,
    services: store.all(services).map(({ key, name }) => ({ key, name })),
    contracts: all.map(({ key, name, commissioner }) => {
      const only = all.filter((each) => each.commissioner === commissioner).length === 1;
      return { key, name: only ? commissioner : name };
    }),
  };
}
