import { json, noContent } from "../http/answer.ts";
import { type Call, type Handler, identityOf, isObject, type JsonObject, objectIn } from "./call.ts";
import { driveOf } from "./drive.ts";
import type { DriveItemRow } from "./drive-item.ts";
import { itemAt, touch } from "./drive-path.ts";
import { stateOf } from "./file-state.ts";
import { invalidRequest } from "./graph-error.ts";
import { entity } from "./shape.ts";

/** A retention label on a file, as Graph tells it. */
export interface Label {
  readonly name: string;
  readonly retentionSettings: {
    readonly behaviorDuringRetentionPeriod: "retain" | "retainAsRecord";
    readonly isDeleteAllowed: boolean;
    readonly isRecordLocked: boolean;
    readonly isMetadataUpdateAllowed: boolean;
    readonly isContentUpdateAllowed: boolean;
    readonly isLabelUpdateAllowed: boolean;
  };
  readonly isLabelAppliedExplicitly: boolean;
  readonly labelAppliedDateTime: string;
  readonly labelAppliedBy: JsonObject;
}

const settings = (isRecord: boolean, isRecordLocked: boolean): Label["retentionSettings"] => ({
  behaviorDuringRetentionPeriod: isRecord ? "retainAsRecord" : "retain",
  isDeleteAllowed: false,
  isRecordLocked,
  isMetadataUpdateAllowed: !isRecordLocked,
  isContentUpdateAllowed: !isRecordLocked,
  isLabelUpdateAllowed: !isRecord,
});

const labelOf = (call: Call, row: DriveItemRow): Label | undefined => {
  const { label } = stateOf(call, row);
  return label === null ? undefined : (JSON.parse(label) as Label);
};

function keep(call: Call, row: DriveItemRow, label: Label | undefined): void {
  call.database.run(
    "UPDATE fileStates SET label = ? WHERE driveId = ? AND itemId = ?",
    ...[label ? JSON.stringify(label) : null, row.driveId, row.id],
  );
  touch(call, row, call.caller);
}

const told = (call: Call, row: DriveItemRow, label: Label, status = 200) =>
  json(entity(`drives('${row.driveId}')/items('${row.id}')/retentionLabel`, label, call.query), status);

/** An item without a label is told as having none, not as an error. */
export const getRetentionLabel: Handler = (call) => {
  const row = itemAt(call, driveOf(call));
  const label = labelOf(call, row);
  const none = { name: null, retentionSettings: null, isLabelAppliedExplicitly: null };
  return label
    ? told(call, row, label)
    : json(entity(`drives('${row.driveId}')/items('${row.id}')/retentionLabel`, none, call.query));
};

interface Wish {
  readonly name: string | undefined;
  readonly lock: boolean | undefined;
}

/** What is asked: a label by name, a lock, or both. Throws invalidRequest. */
function wishIn(call: Call): Wish {
  const { name, retentionSettings } = objectIn(call);
  const lock = isObject(retentionSettings) ? retentionSettings.isRecordLocked : undefined;
  if (name !== undefined && (typeof name !== "string" || name.trim() === "")) throw invalidRequest("name is text.");
  if (lock !== undefined && typeof lock !== "boolean") throw invalidRequest("isRecordLocked is true or false.");
  if (name === undefined && lock === undefined) throw invalidRequest("A name or a lock is expected.");
  return { name, lock };
}

/** The label before, with its lock turned. Only records lock, so a label that is locked keeps records. */
function turned(before: Label, { lock }: Wish): Label {
  const { behaviorDuringRetentionPeriod, isRecordLocked } = before.retentionSettings;
  const isRecord = lock !== undefined || behaviorDuringRetentionPeriod === "retainAsRecord";
  return { ...before, retentionSettings: settings(isRecord, lock ?? isRecordLocked) };
}

/** `{name}` labels, 201 the first time; `{retentionSettings: {isRecordLocked}}` locks and unlocks a record. */
export const setRetentionLabel: Handler = (call) => {
  const row = itemAt(call, driveOf(call));
  const wish = wishIn(call);
  const before = labelOf(call, row);
  const named: Label | undefined =
    wish.name === undefined
      ? before
      : {
          name: wish.name,
          retentionSettings: before?.retentionSettings ?? settings(false, false),
          isLabelAppliedExplicitly: true,
          labelAppliedDateTime: call.now().toISOString(),
          labelAppliedBy: identityOf(call.caller) as JsonObject,
        };
  if (!named) throw invalidRequest("The item has no retention label to lock.");
  const label = turned(named, wish);
  keep(call, row, label);
  return told(call, row, label, before ? 200 : 201);
};

export const removeRetentionLabel: Handler = (call) => {
  keep(call, itemAt(call, driveOf(call)), undefined);
  return noContent;
};
