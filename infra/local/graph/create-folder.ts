import { created, json } from "../http/answer.ts";
import { type Handler, isObject, objectIn } from "./call.ts";
import { driveOf } from "./drive.ts";
import { place, wholeItem } from "./drive-items.ts";
import { addFolder, childNamed, itemAt } from "./drive-path.ts";
import { otherName } from "./file-name.ts";
import { invalidRequest, nameTaken } from "./graph-error.ts";
import { entity } from "./shape.ts";
import { readBehaviour } from "./write-file.ts";

/** Makes a folder in a folder: 201, or 200 with the one that is there when it may be replaced. */
export const createFolder: Handler = (call) => {
  const drive = driveOf(call);
  const parent = itemAt(call, drive);
  if (parent.folder === 0) throw invalidRequest("A file has no children.");
  const asked = objectIn(call);
  if (typeof asked.name !== "string" || !isObject(asked.folder))
    throw invalidRequest("A name and a folder facet are expected.");
  const behaviour = readBehaviour(asked["@microsoft.graph.conflictBehavior"], "fail");
  let { name } = asked;
  const there = childNamed(call, parent, name);
  if (there && (behaviour === "fail" || (there.folder === 0 && behaviour === "replace"))) throw nameTaken();
  if (there && behaviour === "replace") return json(entity(place(drive), wholeItem(call, drive, there), call.query));
  for (let n = 1; childNamed(call, parent, name); n++) name = otherName(asked.name, n);
  const row = addFolder(call, parent, name, call.caller);
  return created(entity(place(drive), wholeItem(call, drive, row), call.query));
};
