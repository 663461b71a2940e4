/**
 * A figure as commentary may speak of it. `cite` is what stands between the brackets:
 * `missed-visits` for the contract's total, `missed-visits@ashdown` for one service,
 * `missed-visits@before` for the total of the period before.
 */
export interface CitedFigure {
  readonly cite: string;
  /** The indicator's code: the part of `cite` before `@`. */
  readonly indicator: string;
  readonly name: string;
  /** The plain-English definition; numbers with a unit in it (“within 28 days”) may be repeated in prose. */
  readonly definition: string;
  /** As people read it, e.g. `2.1 %` or `1,204`; undefined when none were due. */
  readonly value?: string | undefined;
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
  /** As people read it, e.g. `2 %`. */
  readonly target?: string | undefined;
  /** Changes when the figure does: the edition, the numerator, the denominator and the snapshot's answer. */
  readonly hash: string;
}
