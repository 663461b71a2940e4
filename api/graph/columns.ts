import type { ColumnDefinition } from "@microsoft/microsoft-graph-types";
import type { Field, Kind } from "#domain/register/field.ts";
import type { Register } from "#domain/register/register.ts";

const line = (maxLength: number): ColumnDefinition => ({ text: { allowMultipleLines: false, maxLength } });
const lines: ColumnDefinition = { text: { allowMultipleLines: true, textType: "plain" } };

/** Days, people and references are text columns, and so are lists: see the facts on what Graph does to the others. */
const facetOf = {
  // A single-line column holds 255 characters at most.
  text: ({ max = 255 }) => (max > 255 ? lines : line(max)),
  note: () => lines,
  number: () => ({ number: { decimalPlaces: "automatic" } }),
  "yes-no": () => ({ boolean: {} }),
  choice: () => line(255),
  many: () => lines,
  day: () => line(10),
  instant: () => line(24),
  person: () => line(36),
  reference: () => line(120),
  part: () => lines,
  hash: () => line(64),
} satisfies Record<Kind, (field: Field) => ColumnDefinition>;

/** What every list has beside its own fields. */
const systemColumns: readonly ColumnDefinition[] = [
  { name: "key", displayName: "Key", indexed: true, enforceUniqueValues: true, required: true, ...line(120) },
  { name: "createdAt", displayName: "Created at", ...line(24) },
  { name: "createdBy", displayName: "Created by", ...line(36) },
  { name: "createdByName", displayName: "Created by (name)", ...line(255) },
  { name: "changedAt", displayName: "Changed at", indexed: true, ...line(24) },
  { name: "changedBy", displayName: "Changed by", ...line(36) },
  { name: "changedByName", displayName: "Changed by (name)", ...line(255) },
  { name: "auditEvent", displayName: "Audit event", indexed: true, ...line(120) },
  { name: "history", displayName: "History", ...lines },
];

const seal: ColumnDefinition = { name: "seal", displayName: "Seal", ...line(64) };

/** The SharePoint columns of a register, in Microsoft Graph's words. */
export const columnsOf = (register: Register): readonly ColumnDefinition[] => [
  ...systemColumns,
  ...(register.sealed ? [seal] : []),
  ...Object.entries(register.fields).map(([name, field]) => ({
    name,
    displayName: field.label,
    description: field.help ?? "",
    required: field.required,
    indexed: field.indexed,
    ...facetOf[field.kind](field),
  })),
];
