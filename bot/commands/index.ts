import { LineOfSightError } from "#domain/errors.ts";
import type { Asking, Command } from "../command.ts";
import type { Reply } from "../reply.ts";
import { hear } from "../vocabulary.ts";
import { cycleStatus } from "./cycle-status.ts";
import { help } from "./help.ts";
import { myWork } from "./my-work.ts";
import { showRows } from "./show-rows.ts";
import { signOffs } from "./sign-offs.ts";
import { unknown } from "./unknown.ts";

const working: readonly Command[] = [myWork, signOffs, showRows, cycleStatus];

/** In the order they are tried; the last one hears everything. */
const order: readonly Command[] = [help(working), signOffs, cycleStatus, myWork, showRows, unknown(working)];

/** What people can say, as help and the Teams manifest list it. */
export const commands: readonly Command[] = [...working, help(working)];

/** Answers a message. A failure that has words for people is said in those words; any other is thrown on. */
export async function reply(text: string, asking: Asking): Promise<Reply> {
  const heard = hear(text, asking.vocabulary);
  try {
    for (const command of order) if (command.hears(heard)) return await command.run(heard, asking);
  } catch (error) {
    if (error instanceof LineOfSightError) return { text: error.message };
    throw error;
  }
  return { text: "" };
}
