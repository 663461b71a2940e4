import { type Logger, pino } from "pino";

/** What may be logged: ids, codes and counts. Anything else does not compile, and is dropped if it gets here. */
export interface Line {
  readonly operation?: string;
  readonly person?: string;
  readonly reference?: string;
  readonly result?: string;
  readonly event?: string;
  readonly [fact: string]: string | number | boolean | undefined;
}

export interface Log {
  info(line: Line): void;
  error(line: Line): void;
}

/** JSON lines on standard output. */
export function logTo(level: "silent" | "info" | "error"): Log {
  const logger: Logger = pino({ level, base: null });
  return { info: (line) => logger.info(line), error: (line) => logger.error(line) };
}
