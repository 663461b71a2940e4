import type { DayFormat, Reading } from "#domain/imports/profile.ts";
import { literal } from "./duckdb-session.ts";

/** One dataset column as SQL over the columns of the layers below it, and everything that can be wrong with it. */
export interface ColumnSql {
  readonly value: string;
  /** `when` is SQL over the values; `say` goes into the file of rejects. */
  readonly wrong: readonly { readonly when: string; readonly say: string }[];
}

/** What reading one column depends on besides the reading itself. */
export interface ReadContext {
  /** SQL of the trimmed cell under a heading, NULL when empty. */
  cell(heading: string): string;
  /** SQL of the day in a column (DATE), worked out once. */
  day(heading: string): string;
  /** SQL of the clock time in a column (minutes since midnight), worked out once. */
  clock(heading: string): string;
  /** SQL of the moment in a column (minutes since 1970 UTC), worked out once. */
  moment(heading: string): string;
  /** SQL of the moment of a day and a clock time in London, worked out once. */
  londonMoment(day: string, clock: string, near: string | undefined): string;
  daysOf(heading: string): DayFormat;
  /** Name of the column's own value, for what can be wrong with it. */
  readonly own: string;
  /** The dataset lets this column be empty. */
  readonly mayBeEmpty: boolean;
  /** Code as the source writes it, upper case → key. */
  readonly services: Readonly<Record<string, string>>;
  /** Today in London, and the first minute after it. */
  readonly today: string;
  readonly tomorrow: number;
}

const written: Readonly<Record<DayFormat, string>> = {
  iso: "YYYY-MM-DD",
  "day-first": "DD/MM/YYYY",
  "month-first": "MM/DD/YYYY",
  excel: "as an Excel day number",
};

const yesAndNo = { true: "1", yes: "1", y: "1", "1": "1", false: "0", no: "0", n: "0", "0": "0" };

const empty = (heading: string): string => `“${heading}” is empty`;

const reads: {
  readonly [K in Reading["read"]]: (reading: Extract<Reading, { read: K }>, context: ReadContext) => ColumnSql;
} = {
  text: ({ from }, { cell, mayBeEmpty }) => ({
    value: cell(from),
    wrong: [
      ...required(from, cell(from), mayBeEmpty),
      { when: `length(${cell(from)}) > 200`, say: `“${from}” is longer than 200 characters` },
    ],
  }),
  choice: ({ from, codes }, context) =>
    unlessUnread(
      from,
      context,
      chosen(context.cell(from), codes),
      `“${from}” is not one of ${Object.keys(codes).join(", ")}`,
    ),
  whole: ({ from, least, most }, context) => {
    const number = `whole(${context.cell(from)})`;
    return unlessUnread(
      from,
      context,
      `CASE WHEN ${number} BETWEEN ${least} AND ${most} THEN ${number} END`,
      `“${from}” is not a whole number from ${least} to ${most}`,
    );
  },
  "yes-no": ({ from, otherwise }, context) => {
    const cell = context.cell(from);
    const number = `(${chosen(cell, yesAndNo)})::BIGINT`;
    return unlessUnread(
      from,
      { ...context, mayBeEmpty: context.mayBeEmpty || otherwise !== undefined },
      otherwise === undefined ? number : `CASE WHEN ${cell} IS NULL THEN ${otherwise} ELSE ${number} END`,
      `“${from}” is neither yes nor no`,
    );
  },
  length: ({ from }, context) => {
    const cell = context.cell(from);
    return unlessUnread(
      from,
      context,
      `CASE WHEN contains(${cell}, ':') THEN clock(${cell}) WHEN whole(${cell}) BETWEEN 0 AND 10080 THEN whole(${cell}) END`,
      `“${from}” is neither minutes nor HH:MM`,
    );
  },
  day: ({ from, ahead, when }, context) => {
    const day = context.day(from);
    const applies = when ? `upper(${context.cell(when.from)}) = ${literal(when.is.toUpperCase())}` : "true";
    return {
      value: when ? `CASE WHEN ${applies} THEN ${day} END` : day,
      wrong: [
        ...required(from, context.cell(from), context.mayBeEmpty),
        notADay(from, context),
        ...(ahead ? [] : [{ when: `${applies} AND ${day} > ${context.today}`, say: `“${from}” is in the future` }]),
      ],
    };
  },
  moment: (reading, context) =>
    reading.clock ? clockMoment(reading, reading.clock, context) : wholeMoment(reading, context),
  person: (reading, context) => reference("person", reading, context),
  staff: (reading, context) => reference("staff", reading, context),
  service: ({ from }, context) =>
    unlessUnread(
      from,
      context,
      chosen(context.cell(from), context.services),
      `“${from}” is not the code of a service that is set up`,
    ),
};

/** The SQL of one reading. */
export const readColumn = (reading: Reading, context: ReadContext): ColumnSql =>
  (reads[reading.read] as (reading: Reading, context: ReadContext) => ColumnSql)(reading, context);

const required = (from: string, cell: string, mayBeEmpty: boolean): ColumnSql["wrong"] =>
  mayBeEmpty ? [] : [{ when: `${cell} IS NULL`, say: empty(from) }];

const unlessUnread = (
  from: string,
  { cell, own, mayBeEmpty }: Pick<ReadContext, "cell" | "own" | "mayBeEmpty">,
  value: string,
  say: string,
): ColumnSql => ({
  value,
  wrong: [...required(from, cell(from), mayBeEmpty), { when: `${own} IS NULL AND ${cell(from)} IS NOT NULL`, say }],
});

const chosen = (cell: string, codes: Readonly<Record<string, string>>): string =>
  Object.keys(codes).length === 0
    ? "NULL::VARCHAR"
    : `CASE upper(${cell}) ${Object.entries(codes)
        .map(([code, key]) => `WHEN ${literal(code.toUpperCase())} THEN ${literal(key)}`)
        .join(" ")} END`;

const notADay = (from: string, { cell, day, daysOf }: ReadContext) => ({
  when: `${cell(from)} IS NOT NULL AND ${day(from)} IS NULL`,
  say: `“${from}” is not a day written ${written[daysOf(from)]}`,
});

function clockMoment(
  { from, ahead, near }: Extract<Reading, { read: "moment" }>,
  clock: string,
  context: ReadContext,
): ColumnSql {
  const [cell, time] = [context.cell(clock), context.clock(clock)];
  const value = context.londonMoment(from, clock, near);
  return {
    value,
    wrong: [
      ...(context.mayBeEmpty && near ? [] : [momentIncomplete(from, clock, context)]),
      notADay(from, context),
      { when: `${cell} IS NOT NULL AND ${time} IS NULL`, say: `“${clock}” is not a time written HH:MM` },
      ...(ahead ? [] : [{ when: `${context.own} >= ${context.tomorrow}`, say: `“${from}” is in the future` }]),
    ],
  };
}

function momentIncomplete(from: string, clock: string, { cell, mayBeEmpty }: ReadContext) {
  const without = `${cell(clock)} IS NULL`;
  return mayBeEmpty
    ? { when: `${cell(from)} IS NOT NULL AND ${without}`, say: `“${from}” is filled and “${clock}” is empty` }
    : { when: without, say: empty(clock) };
}

function wholeMoment({ from, ahead }: Extract<Reading, { read: "moment" }>, context: ReadContext): ColumnSql {
  const [cell, moment] = [context.cell(from), context.moment(from)];
  return {
    value: moment,
    wrong: [
      ...required(from, cell, context.mayBeEmpty),
      { when: `${context.own} IS NULL AND ${cell} IS NOT NULL`, say: `“${from}” is not a day and time` },
      ...(ahead ? [] : [{ when: `${context.own} >= ${context.tomorrow}`, say: `“${from}” is in the future` }]),
    ],
  };
}

function reference(
  kind: "person" | "staff",
  { from, prefix }: Extract<Reading, { read: "person" | "staff" }>,
  { cell, mayBeEmpty }: ReadContext,
): ColumnSql {
  const id = prefix
    ? `nullif(regexp_extract(${cell(from)}, ${literal(`${prefix}([A-Za-z0-9._-]+)`)}, 1), '')`
    : cell(from);
  return {
    value: `pseudonym(${literal(kind)}, ${id})`,
    wrong: [
      ...required(from, cell(from), mayBeEmpty),
      {
        when: `${cell(from)} IS NOT NULL AND ${id} IS NULL`,
        say: `“${from}” has no reference written ${prefix ?? ""}…`,
      },
      {
        when: `looks_like_name(${id})`,
        say: `“${from}” holds what looks like a name; it must hold the ${kind === "person" ? "person's" : "carer's"} reference`,
      },
    ],
  };
}
