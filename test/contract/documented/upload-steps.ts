import { get, keeps, notFound, oldTag, post, put, remove, stale } from "./step.ts";
import type { Send, Step, World } from "./walk.ts";

const drive = (world: World) => `/drives/${world.get("drive")}`;
const folder = (world: World) => `${drive(world)}/items/${world.get("folder")}`;
const session = (world: World) => world.get("session");
const slice = new Uint8Array(327_680);
const asked = (name: string, conflict: string) => ({
  item: { "@microsoft.graph.conflictBehavior": conflict, name },
});
const range = (from: number, length: number, total: number) => ({
  "content-range": `bytes ${from}-${from + length - 1}/${total}`,
});
const total = slice.length + 1;

/** A library of so many bytes; without a number, of the usual size. */
const setQuota = (send: Send, world: World, total?: number) =>
  send({
    method: total === undefined ? "DELETE" : "POST",
    path: `${world.get("control")}/quota`,
    ...(total === undefined ? {} : { body: { total } }),
  });

/** `507` in a library that is full, and then it is not. */
const full = (send: Send): readonly Step[] => [
  {
    operation: "uploadSession.createByPath",
    what: "507 where there is no room",
    refused: { status: 507, code: "quotaLimitReached" },
    send: async (world) => {
      await setQuota(send, world, 10);
      const path = `${drive(world)}/root:/Evidence/huge.bin:/createUploadSession`;
      return { method: "POST", path, body: { item: { fileSize: 1000, name: "huge.bin" } } };
    },
  },
  {
    operation: "uploadSession.createByPath",
    what: "with room again",
    send: async (world) => {
      await setQuota(send, world);
      const path = `${drive(world)}/root:/Evidence/huge.bin:/createUploadSession`;
      return { method: "POST", path, body: { item: { fileSize: 1000, name: "huge.bin" } } };
    },
  },
];

export const uploadSteps = (send: Send): readonly Step[] => [
  post("uploadSession.createByPath", (world) => `${drive(world)}/root:/Evidence/large.bin:/createUploadSession`, {
    body: asked("large.bin", "replace"),
    keep: keeps("session", "uploadUrl"),
  }),
  put("uploadSession.putRange", session, {
    what: "the first slice",
    body: slice,
    headers: range(0, slice.length, total),
  }),
  get("uploadSession.status", session),
  put("uploadSession.putRange", session, {
    what: "416 for a slice sent twice",
    body: slice,
    headers: range(0, slice.length, total),
    refused: { status: 416, code: "invalidRange" },
  }),
  put("uploadSession.putRange", session, {
    what: "the last slice",
    body: new Uint8Array(1),
    headers: range(slice.length, 1, total),
    keep: keeps("uploaded"),
  }),
  put("uploadSession.putRange", session, {
    ...notFound,
    what: "404 once it is done",
    body: new Uint8Array(1),
    headers: range(slice.length, 1, total),
  }),
  get("uploadSession.status", session, { ...notFound, what: "404 once it is done" }),
  post("uploadSession.createByParent", (world) => `${folder(world)}:/deferred.bin:/createUploadSession`, {
    body: { ...asked("deferred.bin", "rename"), deferCommit: true },
    keep: keeps("deferred", "uploadUrl"),
  }),
  put("uploadSession.putRange", (world) => world.get("deferred"), {
    what: "the only slice, its commit deferred",
    body: new Uint8Array(5),
    headers: range(0, 5, 5),
  }),
  post("uploadSession.commit", (world) => world.get("deferred")),
  post("uploadSession.createById", (world) => `${drive(world)}/items/${world.get("uploaded")}/createUploadSession`, {
    body: { item: { "@microsoft.graph.conflictBehavior": "replace" } },
    keep: keeps("cancelled", "uploadUrl"),
  }),
  post("uploadSession.createById", (world) => `${drive(world)}/items/${world.get("uploaded")}/createUploadSession`, {
    ...stale,
    body: { item: {} },
    headers: oldTag,
  }),
  post("uploadSession.createByPath", (world) => `${drive(world)}/root:/Evidence/large.bin:/createUploadSession`, {
    what: "409 for a name taken",
    body: asked("large.bin", "fail"),
    refused: { status: 409, code: "nameAlreadyExists" },
  }),
  remove("uploadSession.cancel", (world) => world.get("cancelled")),
  remove("uploadSession.cancel", (world) => world.get("cancelled"), { ...notFound, what: "404 once it is cancelled" }),
  ...full(send),
];
