import { type Answer, created } from "../http/answer.ts";
import { type Call, type Handler, isObject, type JsonObject, objectIn } from "./call.ts";
import { type DrivePlace, driveOf } from "./drive.ts";
import type { DriveItemRow } from "./drive-item.ts";
import { answered, place, wholeItem } from "./drive-items.ts";
import { addFolder, childNamed, itemAt } from "./drive-path.ts";
import { checkFileName, otherName } from "./file-name.ts";
import { invalidRequest, nameTaken } from "./graph-error.ts";
import { entity } from "./shape.ts";
import { readBehaviour, writeFile } from "./write-file.ts";

interface Child {
  readonly drive: DrivePlace;
  readonly parent: DriveItemRow;
  readonly name: string;
  readonly asked: JsonObject;
}

/** A folder: 201, or 200 with the one that is there when it may be replaced. */
function folder(call: Call, { drive, parent, name: wanted, asked }: Child): Answer {
  const behaviour = readBehaviour(asked["@microsoft.graph.conflictBehavior"], "fail");
  const there = childNamed(call, parent, wanted);
  if (there && (behaviour === "fail" || (there.folder === 0 && behaviour === "replace"))) throw nameTaken();
  if (there && behaviour === "replace") return answered(call, drive, there);
  let name = wanted;
  for (let n = 1; childNamed(call, parent, name); n++) name = otherName(wanted, n);
  const row = addFolder(call, parent, name, call.caller);
  return created(entity(place(drive), wholeItem(call, drive, row), call.query));
}

/** A file that is empty until its content is put. */
function file(call: Call, { drive, parent, name, asked }: Child): Answer {
  const behaviour = readBehaviour(asked["@microsoft.graph.conflictBehavior"], "fail");
  checkFileName(name);
  const target = { parent, name, existing: childNamed(call, parent, name) };
  const { row } = writeFile(call, target, call.blobs.keep(Buffer.alloc(0)), behaviour, call.caller);
  return answered(call, drive, row, 201);
}

/** Makes a folder, or an empty file, in a folder. Throws nameAlreadyExists. */
export const createChild: Handler = (call) => {
  const drive = driveOf(call);
  const parent = itemAt(call, drive);
  if (parent.folder === 0) throw invalidRequest("A file has no children.");
  const asked = objectIn(call);
  const { name } = asked;
  if (typeof name !== "string") throw invalidRequest("A name is expected.");
  if (isObject(asked.folder)) return folder(call, { drive, parent, name, asked });
  if (isObject(asked.file)) return file(call, { drive, parent, name, asked });
  throw invalidRequest("A folder or a file facet is expected.");
};
