import type { TrailEvent } from "./audit-event.ts";
import type { RowPrint } from "./verify-rows.ts";

const textsOfEvent = [
  ...["key", "chain", "at", "actor", "did", "register", "rowKey", "rowEtag"],
  ...["payloadHash", "previousHash", "hash"],
] as const;

/** A line of `events.jsonl` as an event; undefined when it is none. */
export function readEvent(line: string): TrailEvent | undefined {
  const value = recordIn(line);
  return value && textsOfEvent.every((name) => typeof value[name] === "string") && typeof value.sequence === "number"
    ? (value as unknown as TrailEvent)
    : undefined;
}

/** A line of `rows.jsonl` as a row's print; undefined when it is none. */
export function readRowPrint(line: string): RowPrint | undefined {
  const value = recordIn(line);
  return value && ["register", "key", "etag", "event", "payloadHash"].every((name) => typeof value[name] === "string")
    ? (value as unknown as RowPrint)
    : undefined;
}

function recordIn(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
