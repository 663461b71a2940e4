import type { Answer } from "../http/answer.ts";
import type { Handler } from "./call.ts";
import { downloadUrl } from "./download.ts";
import { driveOf } from "./drive.ts";
import { answered } from "./drive-items.ts";
import { itemAt, targetOf } from "./drive-path.ts";
import { checkFileMatch, unchanged } from "./file-match.ts";
import { invalidRequest, notImplemented } from "./graph-error.ts";
import { readBehaviour, writeFile } from "./write-file.ts";

/** A redirect to the site's own host. */
export const getContent: Handler = (call): Answer => {
  const drive = driveOf(call);
  const row = itemAt(call, drive);
  if (call.query.option("format") !== undefined) throw notImplemented("files converted to another format");
  if (row.folder === 1) throw invalidRequest("A folder has no content.");
  return unchanged(call, row) ?? { status: 302, headers: { location: downloadUrl(call, drive, row) } };
};

/** Writes a file whole: 201, or 200 when it replaced one. */
export const putContent: Handler = (call) => {
  const drive = driveOf(call);
  const target = targetOf(call, drive);
  const behaviour = readBehaviour(call.query.other("@microsoft.graph.conflictBehavior"), "replace");
  checkFileMatch(call, target.existing, "notAllowed");
  const { row, created } = writeFile(call, target, call.blobs.keep(call.body), behaviour, call.caller);
  return answered(call, drive, row, created ? 201 : 200);
};
