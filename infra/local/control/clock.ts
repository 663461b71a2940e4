/** The machine's clock, or a test's, which can be moved on or set. */
export class Clock {
  readonly #base: () => Date;
  #offset = 0;

  constructor(base: () => Date) {
    this.#base = base;
  }

  readonly now = (): Date => new Date(this.#base().getTime() + this.#offset);

  advance(ms: number): void {
    this.#offset += ms;
  }

  set(at: Date): void {
    this.#offset = at.getTime() - this.#base().getTime();
  }

  /** Back to the clock it stands on. */
  release(): void {
    this.#offset = 0;
  }
}
