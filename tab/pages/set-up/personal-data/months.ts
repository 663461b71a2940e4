const whole = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

const moved = (month: string, by: number): string => {
  const at = new Date(`${month}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + by);
  return at.toISOString().slice(0, 7);
};

/** `2026-09` for `2026-10`. */
export const monthBefore = (month: string): string => moved(month, -1);
export const monthAfter = (month: string): string => moved(month, 1);

/** “September 2026”. */
export const sayWholeMonth = (month: string): string => whole.format(new Date(`${month}-01T00:00:00Z`));
