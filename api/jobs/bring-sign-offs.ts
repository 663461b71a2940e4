import { createHash } from "node:crypto";
import { outbox } from "#domain/registers/outbox.ts";
import { settings } from "#domain/registers/settings.ts";
import { type SignOff, signOffs } from "#domain/registers/sign-offs.ts";
import { stateOfAsk } from "../operations/sign-off-card.ts";
import type { Outside } from "../outside.ts";
import { keyOf } from "./remember-conversation.ts";

/** Puts each open ask in the outbox, for the person asked and for every channel bound to its contract. Each is there once. */
export async function bringSignOffs(outside: Outside): Promise<void> {
  const { store, clock } = outside;
  const open = store.all(signOffs).filter((row) => row.kind === "ask" && stateOfAsk(outside, row, clock()) === "asked");
  for (const ask of open) {
    await put(outside, ask, { to: ask.person });
    for (const conversation of channelsFor(outside, ask)) await put(outside, ask, { conversation });
  }
}

/** Channels an administrator bound to the contract, by the key of their conversation. */
function channelsFor({ store }: Outside, { contract }: SignOff): readonly string[] {
  const bound = store.all(settings)[0]?.channels ?? [];
  return bound.filter((each) => contract && each.contract === contract).map(({ conversation }) => keyOf(conversation));
}

async function put(
  { store, clock }: Outside,
  ask: SignOff,
  where: { readonly to: string } | { readonly conversation: string },
): Promise<void> {
  const of = createHash("sha256")
    .update(`${ask.key} ${Object.values(where).join()}`)
    .digest("hex");
  const key = `sign-off-ask-${of.slice(0, 32)}`;
  if (store.one(outbox, key)) return;
  await store.add(
    outbox,
    key,
    {
      kind: "sign-off-ask",
      ...where,
      subject: ask.key,
      subjectRegister: signOffs.slug,
      dueAt: clock(),
      attempts: 0,
      state: "due",
    },
    { by: "system", did: "message.put" },
  );
}
