/** Places on a chart: from values to pixels. */
export interface Scale {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  /** Round values for the grid, lowest first. */
  readonly steps: readonly number[];
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A scale that holds every value with a little air; never below 0 unless a value is. */
export function scaleOf(values: readonly number[], count: number, { left, right, top, bottom }: Box): Scale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const air = (high - low) * 0.12 || Math.abs(high) * 0.1 || 1;
  const from = low >= 0 ? Math.max(0, low - air) : low - air;
  const to = high + air;
  return {
    x: (at) => (count < 2 ? (left + right) / 2 : left + ((right - left) * at) / (count - 1)),
    y: (value) => bottom - ((bottom - top) * (value - from)) / (to - from),
    steps: roundSteps(from, to),
  };
}

const WANTED = 4;

function roundSteps(from: number, to: number): readonly number[] {
  const rough = (to - from) / WANTED;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((times) => times * power).find((each) => each >= rough) ?? power;
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  );
}
