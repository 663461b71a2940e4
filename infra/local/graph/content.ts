import { type Answer, json } from "../http/answer.ts";
import type { Handler } from "./call.ts";
import { downloadUrl } from "./download.ts";
import { driveOf } from "./drive.ts";
import { driveEtag } from "./drive-item.ts";
import { place, wholeItem } from "./drive-items.ts";
import { itemAt, targetOf } from "./drive-path.ts";
import { invalidRequest, notImplemented } from "./graph-error.ts";
import { checkMatch } from "./item.ts";
import { entity } from "./shape.ts";
import { readBehaviour, writeFile } from "./write-file.ts";

/** A redirect to the site's own host. */
export const getContent: Handler = (call): Answer => {
  const drive = driveOf(call);
  const row = itemAt(call, drive);
  if (call.query.option("format") !== undefined) throw notImplemented("files converted to another format");
  if (row.folder === 1) throw invalidRequest("A folder has no content.");
  if (call.headers["if-none-match"] === driveEtag(row)) return { status: 304, headers: { etag: driveEtag(row) } };
  return { status: 302, headers: { location: downloadUrl(call, drive, row) } };
};

/** Writes a file whole: 201, or 200 when it replaced one. */
export const putContent: Handler = (call) => {
  const drive = driveOf(call);
  const target = targetOf(call, drive);
  const behaviour = readBehaviour(call.query.other("@microsoft.graph.conflictBehavior"), "replace");
  const match = call.headers["if-match"];
  if (match !== undefined) checkMatch(match, target.existing ? driveEtag(target.existing) : "", "notAllowed");
  const { row, created } = writeFile(call, target, call.blobs.keep(call.body), behaviour, call.caller);
  return json(entity(place(drive), wholeItem(call, drive, row), call.query), created ? 201 : 200, {
    etag: driveEtag(row),
  });
};
