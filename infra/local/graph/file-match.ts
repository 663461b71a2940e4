import type { Answer } from "../http/answer.ts";
import type { Call } from "./call.ts";
import { type DriveItemRow, driveCtag, driveEtag } from "./drive-item.ts";
import { checkMatch, etagOf } from "./item.ts";

const bare = (text: string): string => text.trim().replace(/^W\//, "").replaceAll('"', "").toLowerCase();

/** Everything a file's version may be named by: its eTag, its cTag, and its list item's eTag. */
const tags = (row: DriveItemRow): readonly string[] => [driveEtag(row), driveCtag(row), etagOf(row)];

const names = (header: string, row: DriveItemRow): boolean =>
  tags(row).some((tag) => header.split(/",\s*(?=W?\/?")/).some((one) => bare(one) === bare(tag)));

/** Holds a write to the version its `If-Match` names; of a file that is not there yet none matches. Throws 412. */
export function checkFileMatch(call: Pick<Call, "headers">, row: DriveItemRow | undefined, code?: string): void {
  const wanted = call.headers["if-match"];
  if (wanted === undefined || (row && names(wanted, row))) return;
  checkMatch(wanted, row ? driveEtag(row) : "", code);
}

/** 304 when the caller has this version already. */
export function unchanged(call: Call, row: DriveItemRow): Answer | undefined {
  const known = call.headers["if-none-match"];
  if (known === undefined || !(known.trim() === "*" || names(known, row))) return undefined;
  return { status: 304, headers: { etag: driveEtag(row) } };
}
