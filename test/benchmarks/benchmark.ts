/** Ours beside a peer on the same input; each runs in its own process, in turn, three times. Found as a file of this folder. */
export interface Benchmark<Begun = unknown> {
  /** The file's name. */
  readonly name: string;
  /** What the peer is. */
  readonly peer: string;
  /** Median seconds of ours ÷ the peer's must not be above it. */
  readonly limit: number;
  /** Peak memory of our process, MB, must not be above it. */
  readonly peakMb?: number;
  /** Makes the input in a folder and answers its path. Not measured. */
  prepare(folder: string): Promise<string>;
  /** What must stand before the work begins, such as rows in memory, in the process of one side. Not measured. */
  begin?(input: string, side: "ours" | "theirs"): Promise<Begun>;
  /** After the work. Not measured. */
  end?(begun: Begun): Promise<void>;
  /** Each side writes into a folder of its own. */
  ours(input: string, out: string, begun: Begun): Promise<void>;
  theirs(input: string, out: string, begun: Begun): Promise<void>;
  /** Hash of everything one side wrote. Both must have written the same. Not measured. */
  proof(out: string): Promise<string>;
}
