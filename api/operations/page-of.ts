import type { Register, Row } from "#domain/register/register.ts";

/** Which rows of a register, in which order, and which of those. */
export interface PageQuery {
  /** Only rows whose field has this value, or holds it; a restricted field does not count. */
  readonly field?: string | undefined;
  readonly is?: string | undefined;
  /** A field that is not restricted, or `changedAt`, the usual one. Rows without an answer come last. */
  readonly sort?: string | undefined;
  /** `down` is the usual one: the newest, largest or last first. */
  readonly order?: "up" | "down" | undefined;
  readonly from: number;
  readonly most: number;
}

/** One page of rows and how many there are in all. Rows that are equal come by key. */
export function pageOf<R extends Row>(
  register: Register,
  rows: readonly R[],
  { field, is, sort, order = "down", from, most }: PageQuery,
): { readonly total: number; readonly rows: readonly R[] } {
  const wanted =
    is === undefined || !isOpen(register, field) ? rows : rows.filter((row) => says((row as Answers)[field], is));
  const by = isOpen(register, sort) ? sort : "changedAt";
  // What is compared is looked up once for each row, not at each comparison.
  const placed = wanted.map((row) => ({ row, at: (row as Answers)[by] as string | undefined }));
  placed.sort(order === "up" ? upwards : downwards);
  return { total: wanted.length, rows: placed.slice(from, from + most).map(({ row }) => row) };
}

type Answers = Readonly<Record<string, unknown>>;

const isOpen = ({ fields }: Register, name: string | undefined): name is string =>
  name !== undefined && Object.hasOwn(fields, name) && fields[name]?.restricted === false;

const says = (value: unknown, is: string): boolean => {
  if (typeof value === "string") return value === is;
  return Array.isArray(value) ? value.includes(is) : String(value ?? "") === is;
};

interface Placed {
  readonly row: Row;
  readonly at: string | undefined;
}

const upwards = (a: Placed, b: Placed): number => {
  if (a.at === b.at) return a.row.key < b.row.key ? -1 : 1;
  if (a.at === undefined || b.at === undefined) return a.at === undefined ? 1 : -1;
  return a.at < b.at ? -1 : 1;
};

const downwards = (a: Placed, b: Placed): number =>
  a.at === b.at || a.at === undefined || b.at === undefined ? upwards(a, b) : -upwards(a, b);
