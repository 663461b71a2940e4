const capitals = /\b(cqc|ecm|kpi|nhs|pdf|riddor)\b/g;

/** Names keep their capital wherever they stand. */
const names = /\b(england|wales|scotland|ireland|london|europe|monday|saturday|sunday)\b/g;

/** A choice's value as people read it: `kpi-return` is “KPI return”, `not-yet-effective` is “not yet effective”. */
export const optionWords = (value: string): string =>
  value
    .replaceAll("-", " ")
    .replace(capitals, (letters) => letters.toUpperCase())
    .replace(names, (name) => name.charAt(0).toUpperCase() + name.slice(1));
