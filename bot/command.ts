import type { Person } from "#domain/people/person.ts";
import type { Ask } from "./ask.ts";
import type { Place } from "./reference.ts";
import type { Reply } from "./reply.ts";
import type { Heard, Vocabulary } from "./vocabulary.ts";

/** Who asks, where, and what the bot was handed to answer with. */
export interface Asking {
  readonly person: Person;
  readonly place: Place;
  readonly ask: Ask;
  readonly vocabulary: Vocabulary;
  /** The full address of a path in the tab. */
  readonly linkTo: (path: string) => string;
}

/** One thing people can say to the bot. */
export interface Command {
  /** Kebab-case, the file's name. */
  readonly name: string;
  /** How people say it, as shown in help and in the Teams manifest: at most 32 characters. */
  readonly title: string;
  /** One sentence, at most 128 characters. */
  readonly help: string;
  hears(heard: Heard): boolean;
  run(heard: Heard, asking: Asking): Promise<Reply>;
}

export const command = (definition: Command): Command => definition;
