/** The page of a row: its own where it has one, else the register's. */
export function rowPath(slug: string, key: string): string {
  if (slug === "cycles" || slug === "actions") return `/${slug}/${key}`;
  return `/registers/${slug}/${key}`;
}
