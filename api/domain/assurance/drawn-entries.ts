import { sampleMultiplier } from "../figures/sample-seed.ts";
import { drawSample } from "./draw.ts";

/**
 * Which entries of an independent source are laid beside the figures, counted from 1, when it has so many. The seed
 * decides, so that whoever checks does not choose; the same seed and count always give the same entries.
 */
export function drawnEntries(seed: string, { entries, size }: { readonly entries: number; readonly size: number }) {
  const frame = Array.from({ length: entries }, (_, at) => ({
    record: String(at + 1),
    rk: sampleMultiplier(`${seed} entry ${at + 1}`),
    src_row: at + 1,
  }));
  return drawSample(frame, { seed, size })
    .map(({ src_row }) => src_row)
    .toSorted((a, b) => a - b);
}
