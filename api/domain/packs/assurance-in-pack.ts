/** One sample, checked in one direction. Accuracy is as first found, before anything was corrected. */
export interface SampleInPack {
  readonly plan: string;
  /** From the figure back to the source, or from an independent source to the figure. */
  readonly direction: "figure-to-source" | "source-to-figure";
  /** What was sampled, e.g. `visits counted in punctuality`. */
  readonly what: string;
  /** Codes of the indicators it covers. */
  readonly figures: readonly string[];
  /** Records it was drawn from. */
  readonly frame: number;
  readonly size: number;
  readonly agreed: number;
  readonly discrepancies: number;
  /** Share that agreed, 0 to 1. */
  readonly accuracy: number;
  /** Lower end of its 95 % confidence interval, 0 to 1. */
  readonly lowerBound: number;
  /** What the plan asked for before any result was seen, 0 to 1. */
  readonly threshold: number;
}

/** A discrepancy and what became of it. Says nothing about who was supported. */
export interface DiscrepancyInPack {
  readonly figure: string;
  readonly service: string;
  readonly found: string;
  /** Data error, incomplete recording, or genuine service performance concern. */
  readonly cause: string;
  readonly treatment: string;
  readonly outcome: string;
}

/** Safeguarding, missed visits, serious incidents, deaths: every case is checked, not a sample. Null when withheld. */
export interface EveryCaseInPack {
  readonly category: string;
  readonly cases: number | null;
  readonly checked: number | null;
  readonly discrepancies: number | null;
}

export interface AssuranceInPack {
  readonly samples: readonly SampleInPack[];
  readonly everyCase: readonly EveryCaseInPack[];
  readonly discrepancies: readonly DiscrepancyInPack[];
}
