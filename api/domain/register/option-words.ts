const capitals = /\b(cqc|ecm|kpi|nhs|pdf|riddor)\b/g;

/** A choice's value as people read it: `kpi-return` is “KPI return”, `not-yet-effective` is “not yet effective”. */
export const optionWords = (value: string): string =>
  value.replaceAll("-", " ").replace(capitals, (letters) => letters.toUpperCase());
