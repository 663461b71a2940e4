/** “in 5 working days”, “today”, “2 working days late”. */
export function sayWorkingDays(left: number): string {
  if (left === 0) return "today";
  const days = Math.abs(left) === 1 ? "1 working day" : `${Math.abs(left)} working days`;
  return left > 0 ? `in ${days}` : `${days} late`;
}
