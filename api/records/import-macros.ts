import type { Summer } from "#domain/imports/london-summers.ts";

/**
 * The words the import's SQL is written in. The pseudonym key is the variable `pseudonym_key`.
 * Clock changes as Temporal's “compatible”: a time that comes twice in autumn is the first; one that does not exist in
 * spring is read as if the clocks had not yet changed.
 */
export const importMacros = (summers: readonly Summer[]): readonly string[] => {
  const inSummer = (local: number) =>
    summers
      .toReversed()
      .map(({ from, to }) => `m BETWEEN ${from + local} AND ${to + local - 1}`)
      .join(" OR ");
  return [
    "pseudonym(kind, id) AS left(sha256(getvariable('pseudonym_key') || kind || ':' || upper(id)), 16)",
    // Both ask the cheap question first: over millions of cells, trimming and matching them all would cost a third more.
    "trimmed(cell) AS CASE WHEN cell = '' OR contains(cell, ' ') THEN nullif(trim(cell), '') ELSE cell END",
    `looks_like_name(id) AS CASE WHEN right(id, 1) BETWEEN '0' AND '9' AND NOT contains(id, ' ') THEN false
      ELSE (length(id) > 4 AND NOT regexp_matches(id, '[0-9]'))
        OR (contains(id, ' ') AND regexp_matches(id, '[A-Za-z]{2,}[ ,.]+[A-Za-z]{2,}')) END`,
    "unless_name(cell) AS CASE WHEN looks_like_name(trim(cell)) THEN '(withheld: looks like a name)' ELSE cell END",
    "whole(cell) AS CASE WHEN try_cast(cell AS DOUBLE) = try_cast(cell AS BIGINT) THEN try_cast(cell AS BIGINT) END",
    "clock(cell) AS (epoch(try_cast(cell AS TIME)) // 60)::BIGINT",
    // Excel keeps a time as a part of a day.
    `any_clock(cell) AS CASE WHEN contains(cell, ':') THEN clock(cell)
      WHEN contains(cell, '.') AND try_cast(cell AS DOUBLE) BETWEEN 0 AND 0.99999 THEN round(try_cast(cell AS DOUBLE) * 1440)::BIGINT END`,
    "nearer_day(a, b) AS CASE WHEN a - b < -720 THEN 1 WHEN a - b > 720 THEN -1 ELSE 0 END",
    "likely(ts) AS CASE WHEN ts >= TIMESTAMP '1900-01-01' THEN ts END",
    "in_this_century(ts) AS likely(CASE WHEN ts < TIMESTAMP '0100-01-01' THEN ts + INTERVAL 2000 YEAR ELSE ts END)",
    "in_utc(cell) AS length(cell) > 10 AND regexp_matches(cell, '(Z|z|[+-][0-9]{2}:?[0-9]{2})$')",
    "civil_day(minutes) AS DATE '1970-01-01' + (minutes // 1440)::INTEGER",
    `london_to_utc(m) AS m - CASE WHEN ${inSummer(60)} THEN 60 ELSE 0 END`,
    `utc_to_london(m) AS m + CASE WHEN ${inSummer(0)} THEN 60 ELSE 0 END`,
    "random_key(digest) AS ('0x' || substr(digest, 17, 8))::BIGINT % 2147483646 + 1",
    `formula_safe(cell) AS CASE WHEN regexp_matches(cell, '^[=+@\\t\\r-]') THEN '''' || cell ELSE cell END`,
  ].map((macro) => `CREATE TEMP MACRO ${macro}`);
};
