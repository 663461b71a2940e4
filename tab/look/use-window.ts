import { type RefObject, useLayoutEffect, useState } from "react";

/** Which of many equally high rows are in view, with a few on either side. */
export interface Window {
  readonly from: number;
  readonly to: number;
  readonly above: number;
  readonly below: number;
}

const SPARE = 12;

/** Follows a scrolling box. Short lists are shown whole. */
export function useWindow(box: RefObject<HTMLElement | null>, count: number, height: number): Window {
  const [seen, setSeen] = useState({ top: 0, height: 900 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => setSeen({ top: element.scrollTop, height: element.clientHeight || 900 });
    look();
    element.addEventListener("scroll", look, { passive: true });
    return () => element.removeEventListener("scroll", look);
  }, [box]);
  const from = Math.max(0, Math.floor(seen.top / height) - SPARE);
  const to = Math.min(count, Math.ceil((seen.top + seen.height) / height) + SPARE);
  return { from, to, above: from * height, below: (count - to) * height };
}
