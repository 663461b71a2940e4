import { type DatasetName, datasets } from "#domain/figures/dataset.ts";
import type { Recognised } from "#domain/imports/detect.ts";
import { columnsWithout } from "#domain/imports/missing-columns.ts";
import type { DayFormat, Profile } from "#domain/imports/profile.ts";
import { literal } from "./duckdb-session.ts";
import { type ColumnSql, type ReadContext, readColumn } from "./read-column.ts";
import { idHeadings, shownHeadings } from "./shown-headings.ts";
import { writtenMoment } from "./written-moment.ts";

/** What the SQL of one import is made from. */
export interface StageInput {
  readonly recognised: Recognised;
  /** Number of columns in the file. */
  readonly width: number;
  /** Known heading → how its days are written. */
  readonly days: Readonly<Record<string, DayFormat>>;
  /** Code as the source writes it, upper case → key of the service. */
  readonly services: Readonly<Record<string, string>>;
  /** Today in London, and the first minute after it since 1970 UTC. */
  readonly today: string;
  readonly tomorrow: number;
  /** SHA-256 of the file as it came. */
  readonly sourceHash: string;
}

/**
 * The latest a planned visit may be carried out: 23:00 in London, or midnight for one planned after that. The person's
 * next visit may come before it; that is settled once all rows are read.
 */
const latest = `london_to_utc((epoch(v_day) // 60)::BIGINT + CASE WHEN v_planned_start % 1440 BETWEEN 1320 AND 1439
  AND utc_to_london(v_planned_start) % 1440 >= 1380 THEN 1440 ELSE 1380 END)`;

/** Expressions that are worked out once, layer upon layer; a layer sees the names of those below it. */
type Layer = Map<string, string>;
interface Layers {
  readonly cells: Layer;
  readonly written: Layer;
  readonly minutes: Layer;
  readonly civil: Layer;
}

/**
 * One statement that reads every row, checks it, works out what is derived and says what is wrong with it. Its columns
 * are the dataset's, and `wrong`: why the row cannot be loaded, in plain words, NULL when it can.
 */
export function stageSql(relation: string, input: StageInput): string {
  const { profile } = input.recognised;
  const layers: Layers = { cells: new Map(), written: new Map(), minutes: new Map(), civil: new Map() };
  const context = contextOf(input, layers);
  const absent = columnsWithout(profile, input.recognised.missing);
  const columns = Object.entries(profile.columns).map(([column, reading]): [string, ColumnSql] => [
    column,
    absent.includes(column)
      ? nothing
      : readColumn(reading, { ...context, own: `v_${column}`, mayBeEmpty: mayBeEmpty(profile.dataset, column) }),
  ]);
  const record = recordSql(profile, context);
  const wrong = new Map(
    [...record.wrong, ...columns.flatMap(([, { wrong }]) => wrong)].map(({ when, say }) => [say, when]),
  );
  const values: Layer = new Map(columns.map(([column, { value }]) => [`v_${column}`, value]));
  const select = (layer: Layer, from: string) =>
    `(SELECT *${[...layer].map(([name, sql]) => `, ${sql} AS ${name}`).join("")} FROM ${from})`;
  const valued = [layers.cells, layers.written, layers.minutes, layers.civil, values].reduce(
    (from, layer) => select(layer, from),
    relation,
  );
  const judged = select(
    new Map([
      [
        "digest",
        `sha256(getvariable('pseudonym_key') || ${literal(`record:${profile.dataset}:`)} || ${record.digestOf})`,
      ],
      ["content", contentSql(profile)],
      [
        "bad",
        [...wrong.values()]
          .map((when) => `coalesce(${when}, false)`)
          .join(" OR ")
          .concat(" OR shape IS NOT NULL"),
      ],
    ]),
    valued,
  );
  return `SELECT ${[...outputs(profile, record.value, record.version, input.sourceHash), wrongSql(wrong)].join(",\n")} FROM ${judged}`;
}

/** A column that the file does not have. */
const nothing: ColumnSql = { value: "NULL", wrong: [] };

const mayBeEmpty = (dataset: DatasetName, column: string): boolean => {
  const { columns }: { columns: Readonly<Record<string, { empty?: true }>> } = datasets[dataset];
  return columns[column]?.empty ?? false;
};

function contextOf(input: StageInput, layers: Layers): Omit<ReadContext, "own" | "mayBeEmpty"> {
  const { profile, at } = input.recognised;
  const place = (heading: string) => at[heading] ?? -1;
  const once = (layer: Layer, name: string, sql: string) => {
    layer.set(name, sql);
    return name;
  };
  const cell = (heading: string) => once(layers.cells, `h${place(heading)}`, `trimmed(c${place(heading)})`);
  const daysOf = (heading: string): DayFormat => input.days[heading] ?? profile.days;
  const minutes = (heading: string) => {
    const written = once(layers.written, `w${place(heading)}`, writtenMoment[daysOf(heading)](cell(heading)));
    return once(layers.minutes, `n${place(heading)}`, `(epoch(${written}) // 60)::BIGINT`);
  };
  /** Whether the minutes as written are UTC already: said by the profile, or cell by cell by an offset. */
  const inUtc = (heading: string) =>
    profile.zone === "UTC"
      ? `length(${cell(heading)}) > 10`
      : daysOf(heading) === "iso"
        ? `in_utc(${cell(heading)})`
        : "false";
  const day = (heading: string) => {
    const n = minutes(heading);
    return once(
      layers.civil,
      `d${place(heading)}`,
      inUtc(heading) === "false"
        ? `civil_day(${n})`
        : `civil_day(CASE WHEN ${inUtc(heading)} THEN utc_to_london(${n}) ELSE ${n} END)`,
    );
  };
  const clock = (heading: string) => once(layers.written, `t${place(heading)}`, `any_clock(${cell(heading)})`);
  return {
    cell,
    daysOf,
    day,
    clock,
    moment(heading) {
      const n = minutes(heading);
      return `CASE WHEN length(${cell(heading)}) > 10 OR ${daysOf(heading) === "excel"} THEN CASE WHEN ${inUtc(heading)} THEN ${n} ELSE london_to_utc(${n}) END END`;
    },
    londonMoment(heading, clockHeading, near) {
      const [n, time] = [minutes(heading), clock(clockHeading)];
      const other = near ? ` + 1440 * nearer_day(${time}, ${clock(near)})` : "";
      const local = once(
        layers.civil,
        `l${place(heading)}_${place(clockHeading)}`,
        `(${n} // 1440) * 1440 + ${time}${other}`,
      );
      return `london_to_utc(${local})`;
    },
    services: input.services,
    today: `DATE ${literal(input.today)}`,
    tomorrow: input.tomorrow,
  };
}

function recordSql({ record }: Profile, { cell }: Pick<ReadContext, "cell">) {
  if ("keyOf" in record) {
    const parts = [
      ...record.keyOf.headings.map((heading) => `coalesce(upper(${cell(heading)}), '')`),
      ...record.keyOf.columns.map((column) => `v_${column}`),
    ];
    return {
      value: "left(digest, 16) || '-1'",
      version: "1",
      digestOf: `concat_ws(chr(31), ${parts.join(", ")})`,
      wrong: [],
    };
  }
  const id = cell(record.from);
  const version = record.version ? cell(record.version) : undefined;
  return {
    value: id,
    version: version ? `coalesce(whole(${version}), 1)` : "1",
    digestOf: id,
    wrong: [
      { when: `${id} IS NULL`, say: `“${record.from}” is empty` },
      { when: `length(${id}) > 120`, say: `“${record.from}” is longer than 120 characters` },
      {
        when: `contains(${id}, ' ') AND looks_like_name(${id})`,
        say: `“${record.from}” holds what looks like a name; it must hold the record's reference`,
      },
      ...(version && record.version
        ? [
            {
              when: `${version} IS NOT NULL AND coalesce(whole(${version}), -1) < 0`,
              say: `“${record.version}” is not a whole number`,
            },
          ]
        : []),
    ],
  };
}

/** What the row says, without where it came from: pinned by a recorded test, for it decides what counts as amended. */
function contentSql({ dataset, columns }: Profile): string {
  const said = Object.keys(datasets[dataset].columns).filter((column) => column in columns);
  return `left(sha256(concat_ws(chr(31), ${said.map((column) => `coalesce(v_${column}::VARCHAR, '')`).join(", ")})), 16)`;
}

function outputs(
  { dataset, columns }: Profile,
  record: string,
  version: string,
  sourceHash: string,
): readonly string[] {
  const own: Readonly<Record<string, string>> = {
    record,
    record_version: version,
    content_hash: "content",
    source_file: literal(sourceHash),
    src_row: "src_row",
    month_key: "year(v_day) * 100 + month(v_day)",
    rk: "random_key(digest)",
    deadline: latest,
  };
  return Object.entries(datasets[dataset].columns).map(([column, { kind }]) => {
    const sql = column in columns ? `v_${column}` : (own[column] ?? "NULL");
    return `(${sql})::${kind === "integer" ? "BIGINT" : "VARCHAR"} AS ${column}`;
  });
}

const wrongSql = (wrong: ReadonlyMap<string, string>): string =>
  `CASE WHEN bad THEN coalesce(shape, concat_ws('; ', ${[...wrong]
    .map(([say, when]) => `CASE WHEN ${when} THEN ${literal(say)} END`)
    .join(", ")})) END AS wrong`;

/** The rows of a staged import that are not loaded, read once more with all their cells: few, in most files. */
export function turnedAwaySql(relation: string, staged: string, { recognised, width }: StageInput): string {
  const first = `coalesce(${Array.from({ length: width }, (_, place) => `nullif(trim(c${place}), '')`).join(", ")})`;
  const closing = `day IS NULL AND regexp_matches(lower(${first}), '^((grand |sub[- ]?)?totals?\\b|end of (report|file|data)|(number of )?(rows|records|visits)\\b|count\\b)')`;
  const skipped = `CASE WHEN ${first} IS NULL THEN 'Blank row' WHEN ${closing} THEN 'Total or closing line' END`;
  const ids = idHeadings(recognised.profile);
  const raw = shownHeadings(recognised).map((heading) => {
    const cell = `c${recognised.at[heading]}`;
    return ids.has(heading) ? `unless_name(${cell})` : cell;
  });
  return `SELECT src_row, ${skipped} AS skipped, CASE WHEN (${skipped}) IS NULL THEN wrong END AS rejected, [${raw.join(", ")}] AS raw
    FROM ${relation} JOIN (SELECT src_row, day, wrong FROM ${staged} WHERE wrong IS NOT NULL) USING (src_row)`;
}
