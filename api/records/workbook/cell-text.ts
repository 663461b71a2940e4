/** A workbook's cell as the text a CSV would hold: days and times as ISO, numbers plainly, nothing as nothing. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return momentText(value);
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number" || typeof value === "string") return String(value);
  return "text" in (value as object) ? String((value as { text: unknown }).text) : "";
}

/** A cell with a time and no day stands in Excel's year zero. */
function momentText(at: Date): string {
  const rounded = new Date(Math.round(at.getTime() / 1000) * 1000);
  if (Number.isNaN(rounded.getTime())) return "";
  const [day = "", time = ""] = rounded.toISOString().slice(0, 19).split("T");
  if (rounded.getUTCFullYear() < 1901) return time;
  return time === "00:00:00" ? day : `${day} ${time}`;
}
