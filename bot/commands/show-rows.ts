import { isRefusal } from "#domain/refusal.ts";
import type { Register } from "#domain/register/register.ts";
import type { OperationsAsked, RowState } from "../ask.ts";
import { listCard } from "../cards/list-card.ts";
import { command } from "../command.ts";
import type { Place } from "../reference.ts";
import type { Reply } from "../reply.ts";
import { capital, sayCount, sayMoment, sayOverdue, sayRefusal, shortened } from "../say.ts";
import { categoriesOf, type Heard } from "../vocabulary.ts";

type Found = OperationsAsked["find-rows"]["answer"];

const SPOKEN = 3;

export const showRows = command({
  name: "show-rows",
  title: "show overdue actions",
  help: "Overdue, due or open rows of any register; add a category or a service: “show overdue safeguarding actions at …”.",
  hears: ({ register, rest, category, service }) =>
    register !== undefined &&
    (rest.length === 0 || category !== undefined || service !== undefined || rest.length <= 2),

  async run(heard, { person, place, ask, linkTo }) {
    const { register, state = "open", category, view, service, contract, rest } = heard;
    if (register === undefined || rest.length > 0) return { text: notUnderstood(heard) };
    const found = await ask(person, "find-rows", {
      register: register.slug,
      state,
      ...(category === undefined ? {} : { category }),
      ...(view === undefined ? {} : { view }),
      ...(service === undefined ? {} : { service: service.key }),
      ...(contract === undefined ? {} : { contract: contract.key }),
    });
    if (isRefusal(found)) return { text: sayRefusal(found) };
    const count = `${sentence(heard, register, state, found.total)} As of ${sayMoment(found.asOf)}.`;
    if (found.total === 0 || !titlesIn(place, register, category)) return { text: count };
    const text = `${count} ${spoken(found)}`;
    return place === "personal"
      ? inFull(text, `${capital(kindOf(state, category))} ${register.words.many}`, found, linkTo)
      : { text };
  },
});

/** Others read along in a channel: titles of rows that may be about safeguarding are not for them. */
function titlesIn(place: Place, { scope: { safeguarding } }: Register, category: string | undefined): boolean {
  if (place === "personal" || safeguarding === undefined) return true;
  return safeguarding !== "always" && category !== undefined && !safeguarding.is.includes(category);
}

/** “overdue missed visits”: our own words, so that they may stand in a heading. */
const kindOf = (state: RowState, category: string | undefined): string =>
  [state, category?.replaceAll("-", " ")].filter((word) => word !== undefined).join(" ");

function sentence(heard: Heard, register: Register, state: RowState, total: number): string {
  const { category, service, contract } = heard;
  const kind = kindOf(state, category);
  const where = service === undefined ? "" : ` at ${service.name}`;
  const whose = contract === undefined ? "" : ` for ${contract.name}`;
  const { one, many } = register.words;
  return `${capital(sayCount(total, `${kind} ${one}`, `${kind} ${many}`))}${where}${whose} that you can see.`;
}

const spoken = ({ rows, total }: Found): string => {
  const titles = rows.slice(0, SPOKEN).map(({ headline, daysOverdue }) => {
    const late = daysOverdue === undefined ? "" : `, ${sayOverdue(daysOverdue)}`;
    return `${shortened(headline, 140)}${late}`;
  });
  return `${total > SPOKEN ? `The first ${SPOKEN}: ` : ""}${titles.join("; ")}.`;
};

const inFull = (text: string, title: string, { rows, total }: Found, linkTo: (path: string) => string): Reply => ({
  text,
  card: listCard({
    title,
    total,
    items: rows.map(({ headline, link, facts, daysOverdue }) => ({
      headline,
      url: linkTo(link),
      facts: [...facts, ...(daysOverdue === undefined ? [] : [{ label: "Overdue", value: sayOverdue(daysOverdue) }])],
    })),
  }),
});

function notUnderstood({ rest, register }: Heard): string {
  const words = rest.join(" ");
  const categories = categoriesOf(register).map((each) => each.replaceAll("-", " "));
  const known = categories.length === 0 ? "" : ` The categories are: ${categories.join(", ")}.`;
  return `I do not know what “${words}” means here, so I have not guessed.${known} You can also name a service or a contract.`;
}
