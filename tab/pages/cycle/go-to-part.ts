import type { MouseEvent } from "react";

/** Scrolls to a part of the page that is open and puts the keyboard there; a part that is not here is left to the link. */
export function goToPart(id: string, event: MouseEvent): void {
  const part = document.getElementById(id);
  if (!part || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  part.scrollIntoView({ block: "start" });
  part.focus({ preventScroll: true });
}
