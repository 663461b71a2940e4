import { datasetNames } from "../figures/dataset-names.ts";
import { choice, day, note, number, part, person, reference, several, text } from "../register/field.ts";
import { type Row, register } from "../register/register.ts";

export const profiles = register({
  slug: "profiles",
  title: "Import mappings",
  purpose: "How to read each care system's export: which column means what, and in which format.",
  kind: "governance",
  words: { one: "import mapping", many: "import mappings", also: ["profile"] },
  views: [{ name: "Import mappings in use", where: { field: "status", is: ["confirmed"] } }],
  headline: "name",
  brief: ["name", "product", "dataset", "edition", "status"],
  status: "status",
  fields: {
    name: text("Name", { required: true }),
    product: text("Care system", { required: true, indexed: true, help: "The maker's name for it." }),
    dataset: choice("Read as", datasetNames, { required: true, indexed: true }),
    edition: number("Edition", { required: true, help: "A change of mapping makes a new one." }),
    headings: several("Headings of the file", { help: "A file is recognised by them." }),
    columns: part(
      "Columns",
      {
        column: text("Heading in the file", { required: true }),
        field: text("Means", { required: true, max: 60 }),
        format: text("Format", { max: 60, help: "E.g. dd/mm/yyyy HH:mm." }),
      },
      { help: "Each heading of the file, and what it means here." },
    ),
    keyColumns: several("Columns that name a record", { help: "Together they tell one record from every other." }),
    zone: choice("Times are in", ["europe-london", "utc"], { required: true }),
    codes: part(
      "Code values",
      {
        column: text("Heading", { required: true }),
        value: text("Value in the file", { required: true }),
        means: text("Means", { required: true }),
      },
      { help: "What the short values in the file mean." },
    ),
    note: note("What to watch for", { help: "What went wrong before, or looks alike and is not." }),
    confirmedBy: person("Confirmed by", { indexed: true }),
    confirmedOn: day("Confirmed on"),
    supersededBy: reference("Replaced by", "profiles"),
    status: choice("Status", ["draft", "confirmed", "superseded"], { required: true, indexed: true }),
  },
});

export interface Profile extends Row<typeof profiles> {}
