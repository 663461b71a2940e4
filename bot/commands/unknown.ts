import { type Command, command } from "../command.ts";
import { plain } from "../plain.ts";
import { shortened } from "../say.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { nearest } from "./nearest.ts";

/** Says so when nothing was understood, with the nearest thing that would have been. */
export const unknown = (commands: readonly Command[]): Command =>
  command({
    name: "unknown",
    title: "anything else",
    help: "Says what I would have understood.",
    hears: () => true,
    async run({ said }, { vocabulary }) {
      const near = nearest(said, examples(commands, vocabulary));
      const suggestion = near === undefined ? "" : ` Did you mean “${near}”?`;
      return { text: `I did not understand “${shortened(said, 100)}”.${suggestion} Say “help” to see what I can do.` };
    },
  });

function examples(commands: readonly Command[], { registers, contracts, services }: Vocabulary): readonly string[] {
  const titles = commands.map(({ title }) => title).filter((title) => !title.includes("<"));
  const lists = registers.flatMap(({ words }) => [
    `show overdue ${plain(words.many)}`,
    `show open ${plain(words.many)}`,
  ]);
  const places = services.map(({ name }) => `overdue actions at ${name}`);
  return [...titles, ...contracts.map(({ name }) => `status of ${name}`), ...places, ...lists, "help"];
}
