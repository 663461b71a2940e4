import { useSyncExternalStore } from "react";

/** A longer piece of work this person started in this browser tab. */
export interface UnderWay {
  readonly job: string;
  /** What it is about, as the page that started it knows it: a cycle's or a pack's key. */
  readonly about: string;
  /** What the person calls it, e.g. the file's name. */
  readonly name: string;
}

const PLACE = "line-of-sight.under-way";
const listeners = new Set<() => void>();
let kept: readonly UnderWay[] | undefined;

/** Work that goes on while its page is left: remembered until it was seen to end, even over a reload. */
export function useUnderWay(about: string) {
  const all = useSyncExternalStore(listen, read);
  return {
    underWay: all.filter((each) => each.about === about),
    follow: (work: Omit<UnderWay, "about">) =>
      write([...read().filter(({ job }) => job !== work.job), { ...work, about }]),
    forget: (job: string) => write(read().filter((each) => each.job !== job)),
  };
}

function listen(told: () => void) {
  listeners.add(told);
  return () => listeners.delete(told);
}

function read(): readonly UnderWay[] {
  kept ??= JSON.parse(sessionStorage.getItem(PLACE) ?? "[]") as readonly UnderWay[];
  return kept;
}

function write(all: readonly UnderWay[]): void {
  kept = all;
  sessionStorage.setItem(PLACE, JSON.stringify(all));
  for (const told of listeners) told();
}
