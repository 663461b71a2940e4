import { createHash } from "node:crypto";
import { type Answer, json } from "../http/answer.ts";
import { type Call, type Handler, parameter } from "./call.ts";
import { GraphError, invalidRequest } from "./graph-error.ts";
import { context } from "./shape.ts";
import { userOf } from "./users.ts";

const LARGEST = 4 * 1024 * 1024;

interface PhotoRow {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Width and height of a JPEG, from its frame header; undefined when it has none. */
export function jpegSize(bytes: Buffer): { readonly width: number; readonly height: number } | undefined {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

function photoOf(call: Call): {
  readonly id: string;
  readonly bytes: Buffer;
  readonly type: string;
  readonly etag: string;
} {
  const { id } = userOf(call);
  const row = call.database.one<PhotoRow>("SELECT type, bytes FROM photos WHERE userId = ?", id);
  if (!row) throw new GraphError(404, "ImageNotFound", "The photo wasn't found.");
  const bytes = Buffer.from(row.bytes);
  return { id, bytes, type: row.type, etag: `"${createHash("sha256").update(bytes).digest("hex").slice(0, 32)}"` };
}

export const getPhoto: Handler = (call) => {
  const { bytes, type, etag, id } = photoOf(call);
  const { width, height } = jpegSize(bytes) ?? { width: 1, height: 1 };
  return json(
    {
      "@odata.context": context(`users('${id}')/photo/$entity`),
      "@odata.mediaContentType": type,
      "@odata.mediaEtag": etag,
      id: `${width}x${height}`,
      width,
      height,
    },
    200,
    { etag },
  );
};

export const getPhotoBytes: Handler = (call): Answer => {
  const { bytes, type, etag } = photoOf(call);
  if (call.headers["if-none-match"] === etag) return { status: 304, headers: { etag } };
  return { status: 200, headers: { etag }, body: { bytes, type } };
};

/** `photos/48x48/$value`: this directory keeps one size and gives it for each Microsoft documents. */
export const getSizedPhoto: Handler = (call) => {
  const sizes = [48, 64, 96, 120, 240, 360, 432, 504, 648].map((side) => `${side}x${side}`);
  if (!sizes.includes(parameter(call, "size"))) throw invalidRequest(`A photo's size is one of ${sizes.join(", ")}.`);
  return getPhotoBytes(call);
};

export const putPhoto: Handler = (call): Answer => {
  const { id } = userOf(call);
  const type = call.headers["content-type"] ?? "";
  if (!/^image\/(jpeg|png|gif)$/.test(type)) throw invalidRequest("A photo is an image: jpeg, png or gif.");
  if (call.body.length === 0 || call.body.length > LARGEST) throw invalidRequest("A photo is at most 4 MB.");
  call.database.run("INSERT OR REPLACE INTO photos VALUES (?, ?, ?)", id, type, call.body);
  return { status: 200 };
};
