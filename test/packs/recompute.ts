import { unzipSync } from "fflate";

/**
 * Works each figure out again from the rows in its own sheet of `figures.xlsx`, knowing nothing of how it was made:
 * a sum, a division, a rounding. Imports nothing of api/.
 */
export interface Recomputed {
  readonly indicator: string;
  /** As the workbook prints it, and as its rows say. */
  readonly printed: string;
  readonly recomputed: string;
  /** The same for each service: numerator and denominator. */
  readonly services: Readonly<Record<string, { readonly printed: string; readonly recomputed: string }>>;
  readonly rows: number;
}

export function recompute(workbook: Uint8Array): Recomputed[] {
  const sheets = readSheets(workbook);
  const rowsOf = (name: string) => records(sheets.get(name) ?? []);
  return rowsOf("Figures").map((figure) => {
    const indicator = String(figure.Indicator);
    const rows = rowsBehind(sheets, indicator);
    const total = sums(rows);
    const multiplier = Number(figure.Multiplier);
    const unit = String(figure.Unit);
    const divides = figure["Divided by denominator"] === "yes";
    const value = divides
      ? rounded(total.numerator * multiplier, total.denominator, Number(figure.Decimals))
      : String(total.numerator);
    const suffix = divides && total.denominator === 0 ? "" : (suffixes[unit] ?? "");
    const services = rowsOf("By service").filter((each) => each.Indicator === indicator);
    return {
      indicator,
      printed: `${figure.Figure}; ${figure.Numerator} of ${figure.Denominator}`,
      recomputed: `${value}${suffix}; ${total.numerator} of ${total.denominator}`,
      services: Object.fromEntries(
        services.map((each) => {
          const own = sums(rows.filter(({ Service }) => Service === each.Service));
          return [
            String(each.Service),
            {
              printed: `${each.Numerator} of ${each.Denominator}`,
              recomputed: `${own.numerator} of ${own.denominator}`,
            },
          ];
        }),
      ),
      rows: rows.length,
    };
  });
}

/** Every source row in the workbook, figure by figure, by the heads of its columns. */
export function lineageIn(workbook: Uint8Array): ReadonlyMap<string, readonly Named[]> {
  const sheets = readSheets(workbook);
  const codes = records(sheets.get("Figures") ?? []).map(({ Indicator }) => String(Indicator));
  return new Map(codes.map((indicator) => [indicator, rowsBehind(sheets, indicator)]));
}

/** The rows of one sheet, by the heads of its columns. */
export const sheetOf = (workbook: Uint8Array, name: string): readonly Named[] =>
  records(readSheets(workbook).get(name) ?? []);

const rowsBehind = (sheets: ReadonlyMap<string, readonly Cells[]>, indicator: string): Named[] =>
  [...sheets]
    .filter(([name]) => name === `Rows ${indicator}`.slice(0, 31) || name.startsWith(`Rows ${indicator} (`))
    .flatMap(([, sheet]) => records(sheet));

const suffixes: Readonly<Record<string, string>> = {
  percent: " %",
  "per-1000-hours": " per 1,000 hours",
  "per-1000-bed-days": " per 1,000 bed days",
  days: " days",
};

type Cells = readonly (string | number)[];
export type Named = Readonly<Record<string, string | number>>;

const sums = (rows: readonly Named[]) => ({
  numerator: rows.reduce((sum, row) => sum + Number(row["In numerator"]), 0),
  denominator: rows.reduce((sum, row) => sum + Number(row["In denominator"]), 0),
});

/** Halves away from zero, in whole numbers, so that no binary fraction decides. */
function rounded(numerator: number, denominator: number, decimals: number): string {
  if (denominator === 0) return "none due";
  const scaled = BigInt(numerator) * 10n ** BigInt(decimals) * 2n + BigInt(denominator);
  const digits = String(scaled / (BigInt(denominator) * 2n)).padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function records([head = [], ...rows]: readonly Cells[]): Named[] {
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [String(name), row[at] ?? ""])));
}

const text = new TextDecoder();

/** A workbook is large: it is read once, however much is asked of it. */
const alreadyRead = new WeakMap<Uint8Array, ReadonlyMap<string, readonly Cells[]>>();

function readSheets(workbook: Uint8Array): ReadonlyMap<string, readonly Cells[]> {
  const sheets = alreadyRead.get(workbook) ?? unpackSheets(workbook);
  alreadyRead.set(workbook, sheets);
  return sheets;
}

function unpackSheets(workbook: Uint8Array): ReadonlyMap<string, readonly Cells[]> {
  const files = unzipSync(workbook);
  const names = [...text.decode(files["xl/workbook.xml"]).matchAll(/<sheet name="([^"]*)" sheetId="(\d+)"/g)];
  return new Map(
    names.map(([, name = "", id]) => [plain(name), readRows(text.decode(files[`xl/worksheets/sheet${id}.xml`]))]),
  );
}

const readRows = (xml: string): Cells[] =>
  [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = ""]) => {
    const cells: (string | number)[] = [];
    for (const [, column = "", number, words] of row.matchAll(
      /<c r="([A-Z]+)\d+"[^>]*>(?:<v>([^<]*)<\/v>|<is><t[^>]*>([^<]*)<\/t><\/is>)<\/c>/g,
    )) {
      const at = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      cells[at] = number === undefined ? plain(words ?? "") : Number(number);
    }
    return cells;
  });

const plain = (xml: string) =>
  xml.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
