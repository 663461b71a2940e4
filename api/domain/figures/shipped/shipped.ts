import type { Answers } from "../../register/register.ts";
import type { indicators } from "../../registers/indicators.ts";
import type { DatasetName } from "../dataset.ts";
import type { Rule } from "../rule.ts";

/** A row of a recorded test: the columns that matter; the others take the values of `typical-row.ts`. */
export type TestRow = Readonly<Record<string, string | number | null>>;

/** Fixed rows and what the indicator must count in them, for Ashdown, July 2026, contract Westshire. */
export interface RecordedTest {
  /** What the rows show, e.g. “a visit 15 minutes late is on time”. */
  readonly name: string;
  readonly rows: Readonly<Partial<Record<DatasetName, readonly TestRow[]>>>;
  readonly numerator: number;
  readonly denominator: number;
}

type Row = Answers<typeof indicators>;

/** An indicator that comes with the product: a register row, ready to be agreed, and the tests that prove it. */
export interface ShippedIndicator {
  /** Business key of the row: code and edition. */
  readonly key: string;
  readonly answers: Row;
  readonly rule: Rule;
  readonly recorded: readonly RecordedTest[];
}

type Definition = Pick<Row, "code" | "name" | "unit" | "rounding" | "direction"> & {
  readonly definition: string;
  readonly why: string;
  readonly window: string;
  readonly boundaries: string;
  readonly target?: number;
  readonly amber?: number;
  readonly smallNumbers?: number;
  readonly rule: Rule;
  readonly recorded: readonly RecordedTest[];
};

/** Puts a definition into the shape of its register row; rules become the JSON texts the register keeps. */
export function shipped({ rule, recorded, ...words }: Definition): ShippedIndicator {
  const { dataset, ...population } = rule.population;
  const edition = 1;
  return {
    key: `${words.code}-${edition}`,
    rule,
    recorded,
    answers: {
      ...words,
      dataset,
      population: JSON.stringify(population),
      numerator: JSON.stringify(rule.numerator),
      denominator: JSON.stringify(rule.denominator),
      ...(rule.exclusions && { exclusions: JSON.stringify(rule.exclusions) }),
      edition,
      status: "draft",
      tests: recorded.map(({ name, numerator, denominator }) => ({
        input: `Shipped with the product: ${name}`,
        expectedNumerator: numerator,
        expectedDenominator: denominator,
        engine: "DuckDB",
      })),
    },
  };
}
