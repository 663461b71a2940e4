import type { Outside } from "../outside.ts";
import { bringSignOffs } from "./bring-sign-offs.ts";
import type { Channel } from "./channel.ts";
import { sendDue } from "./outbox.ts";
import { redrawCards } from "./redraw-cards.ts";
import { remindOwners } from "./remind-owners.ts";

/**
 * One turn of the schedule: what has to be said is put in the outbox, and what is due there is sent. Cards that are out of date
 * come last, for the next turn: nothing waits for them.
 */
export async function keepPosting(outside: Outside, channel: Channel, stopping?: AbortSignal): Promise<void> {
  await remindOwners(outside);
  await bringSignOffs(outside);
  await sendDue(outside, channel, stopping);
  await redrawCards(outside);
}
