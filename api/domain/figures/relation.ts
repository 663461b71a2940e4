import { type Column, type DatasetName, datasets } from "./dataset.ts";

/** How the rows of one dataset find theirs in another: at most one each, and a row without one stays, with empty columns. */
export interface Relation {
  /** Prefix of its columns in rules, and its name in SQL. */
  readonly name: string;
  readonly dataset: DatasetName;
  /** Column of the related dataset → column of the counted one that equals it. */
  readonly on: Readonly<Record<string, string>>;
  /** Only related rows with this in this column. */
  readonly only: Readonly<Record<string, number>>;
  /** For people: how the two are matched. */
  readonly says: string;
}

/** All relations, by the dataset counted. */
export const relations: Readonly<Partial<Record<DatasetName, readonly Relation[]>>> = {
  "planned-visits": [
    {
      name: "visit",
      dataset: "visits",
      on: { person: "person", day: "day", claimed_start: "planned_start" },
      only: { second_carer: 0 },
      says: "each planned visit with the visit of the same person, day and start (the first carer's row when there are two)",
    },
  ],
};

export const relationOf = (dataset: DatasetName, name: string): Relation | undefined =>
  relations[dataset]?.find((relation) => relation.name === name);

export interface Found {
  readonly kind: Column["kind"];
  /** May be empty, as every column of a related row may. */
  readonly empty: boolean;
  readonly relation?: Relation;
  /** The column's own name, without the relation's. */
  readonly name: string;
}

/** The column a rule means, or undefined when the dataset and its relations have none of that name. */
export function columnOf(dataset: DatasetName, column: string): Found | undefined {
  const [first = "", second, ...rest] = column.split(".");
  if (rest.length > 0) return undefined;
  if (second === undefined) return found(dataset, first);
  const relation = relationOf(dataset, first);
  const related = relation && found(relation.dataset, second);
  return related && { ...related, empty: true, relation };
}

/** Every column a rule over the dataset may name. */
export const columnsOf = (dataset: DatasetName): readonly string[] => [
  ...Object.keys(datasets[dataset].columns),
  ...(relations[dataset] ?? []).flatMap(({ name, dataset: related }) =>
    Object.keys(datasets[related].columns).map((column) => `${name}.${column}`),
  ),
];

function found(dataset: DatasetName, name: string): Found | undefined {
  const columns: Readonly<Record<string, Column>> = datasets[dataset].columns;
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
  return column && { kind: column.kind, empty: column.empty ?? false, name };
}

/** True for columns that hold a London day as text: the only ones a period or a difference in days may use. */
export const isDayColumn = (name: string): boolean => name === "day" || name.endsWith("_day");

/** True for columns that hold a moment, in minutes since 1970. */
export const isMoment = (name: string): boolean => /(_start|_at|^deadline)$/.test(name);
