import type { SignedAnchor } from "./anchor.ts";

const HASH = /^[0-9a-f]{64}$/;

/** An anchor's file as an anchor; undefined when it is none. */
export function readAnchor(text: string): SignedAnchor | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isAnchor(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isAnchor = (value: unknown): value is SignedAnchor =>
  isRecord(value) &&
  value.schemaVersion === 1 &&
  value.algorithm === "RS256" &&
  isCount(value.number) &&
  isCount(value.decisions) &&
  ["at", "why", "publicKey", "signature"].every((name) => typeof value[name] === "string") &&
  ["previous", "keyFingerprint"].every((name) => HASH.test(String(value[name]))) &&
  isList(value.faults, (fault) => typeof fault === "string") &&
  isList(
    value.heads,
    (head) =>
      isRecord(head) && typeof head.chain === "string" && isCount(head.sequence) && HASH.test(String(head.hash)),
  );

const isList = (value: unknown, each: (entry: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(each);

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
