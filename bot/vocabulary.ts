import type { Register, View } from "#domain/register/register.ts";
import type { RowState } from "./ask.ts";
import { formsOf, plain, take } from "./plain.ts";

/** The words people may use, as the registers and the organisation have them at this moment. */
export interface Vocabulary {
  readonly registers: readonly Register[];
  readonly services: readonly Named[];
  readonly contracts: readonly Named[];
}

/** A service or a contract: its key and what people call it. */
export interface Named {
  readonly key: string;
  readonly name: string;
}

/** What was heard in a message. What was not understood stays in `rest`, so that nobody is answered more widely than they asked. */
export interface Heard {
  /** Lower case, one space between words, no punctuation. */
  readonly said: string;
  readonly register?: Register | undefined;
  /** Name of the register's view, when it holds only some of its rows. */
  readonly view?: string | undefined;
  readonly state?: RowState | undefined;
  readonly category?: string | undefined;
  readonly service?: Named | undefined;
  readonly contract?: Named | undefined;
  /** Words that were neither understood nor fillers. */
  readonly rest: readonly string[];
}

const states: readonly (readonly [RowState, readonly string[]])[] = [
  ["overdue", ["overdue", "late", "past due", "out of date", "missed deadline"]],
  ["due", ["due", "due soon", "due this week", "coming up"]],
  ["open", ["open", "outstanding", "unfinished", "not finished", "still open"]],
];

const fillers = new Set(
  plain(
    `a an and any are at all be by can could do does find for from get give got has have how i in is it list look many me
     now of on or our please report see show tell that the their there these they this to today up us was we what whats
     when where which who with would you`,
  ).split(" "),
);

/** The category choice of a register, by its options; a register without one has none. */
export const categoriesOf = (register: Register | undefined): readonly string[] =>
  register?.fields.category?.options ?? [];

/** One of the names a register goes by: its title, a word for its rows, or a view of some of them. */
interface RegisterName {
  readonly register: Register;
  readonly name: string;
  readonly view?: View;
}

const namesOf = (register: Register): readonly RegisterName[] => [
  ...[register.title, register.words.one, register.words.many, ...(register.words.also ?? [])].map((name) => ({
    register,
    name,
  })),
  ...register.views.map((view) => ({ register, name: view.name, view })),
];

/** Actions are meant when a state is asked for and no register is named: “what is overdue”. */
const UNNAMED = "actions";

export function hear(text: string, { registers, services, contracts }: Vocabulary): Heard {
  const said = plain(text);
  const words = said.split(" ");
  const service = take(words, services, ({ key, name }) => [name, key]);
  const contract = take(service.rest, contracts, ({ key, name }) => [name, key]);
  const named = take(contract.rest, registers.flatMap(namesOf), ({ name }) => formsOf(name));
  const state = take(named.rest, states, ([, ways]) => ways);
  const register =
    named.found?.register ?? (state.found === undefined ? undefined : registers.find(({ slug }) => slug === UNNAMED));
  const category = take(state.rest, categoriesOf(register), formsOf);
  return {
    said,
    register,
    view: named.found?.view?.where && named.found.view.name,
    state: state.found?.[0],
    category: category.found,
    service: service.found,
    contract: contract.found,
    rest: category.rest.filter((word) => word !== "" && !fillers.has(word)),
  };
}
