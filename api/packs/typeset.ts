import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { Instant } from "#domain/day.ts";
import { LineOfSightError } from "#domain/errors.ts";
import { printableAll, printer } from "./printable.ts";

const noto = [
  "400Regular/NotoSans_400Regular",
  "400Regular_Italic/NotoSans_400Regular_Italic",
  "600SemiBold/NotoSans_600SemiBold",
  "700Bold/NotoSans_700Bold",
];
const { resolve } = createRequire(import.meta.url);
const fontPaths = noto.map((font) => resolve(`@expo-google-fonts/noto-sans/${font}.ttf`));
/** All weights hold the same characters. */
const print = printer(resolve(`@expo-google-fonts/noto-sans/${noto[0]}.ttf`));

export interface Typesetting {
  /** Typst markup. It reads `data.json` and draws; it decides nothing. */
  readonly template: string;
  /** Reaches the template as JSON strings, never as markup. */
  readonly data: object;
  readonly pictures: Readonly<Record<string, string>>;
  /** The date the PDF says it was made: the data cut-off, so that equal content gives equal bytes. */
  readonly at: Instant;
}

/**
 * A tagged PDF/UA-1 file by Typst. The standard is enforced: a picture without alternative text, a missing title or a
 * skipped heading level is an error (`invalid`), never a silent fault in the file.
 */
export function typeset({ template, data, pictures, at }: Typesetting): Uint8Array {
  const compiler = NodeCompiler.create({ workspace: "/pack", fontArgs: [{ fontPaths }] });
  compiler.mapShadow("/pack/data.json", Buffer.from(JSON.stringify(printableAll(data, print))));
  for (const [name, svg] of Object.entries(pictures)) compiler.mapShadow(`/pack/${name}`, Buffer.from(svg));
  compiler.mapShadow("/pack/look.typ", Buffer.from(templateFile("look")));
  const compiled = compiler.compile({ mainFileContent: template });
  const document = compiled.result;
  if (document === null) throw cannotTypeset(diagnostics(compiler, compiled.takeDiagnostics()));
  try {
    return compiler.pdf(document, { pdfStandard: "ua-1", creationTimestamp: Date.parse(at) / 1000 });
  } catch (cause) {
    throw cannotTypeset(cause);
  }
}

type Diagnostics = Parameters<NodeCompiler["fetchDiagnostics"]>[0];

const diagnostics = (compiler: NodeCompiler, error: Diagnostics | null) =>
  error === null ? undefined : compiler.fetchDiagnostics(error);

const cannotTypeset = (cause: unknown) =>
  new LineOfSightError("invalid", "The pack could not be typeset as an accessible PDF.", { cause });

/** The text of a file in `templates/`. */
export const templateFile = (name: string): string =>
  readFileSync(new URL(`templates/${name}.typ`, import.meta.url), "utf8");
