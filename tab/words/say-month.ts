const short = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });

/** “Jul 26” for `2026-07`. */
export const sayMonth = (month: string): string =>
  `${short.format(new Date(`${month}-01T00:00:00Z`)).slice(0, 3)} ${month.slice(2, 4)}`;
