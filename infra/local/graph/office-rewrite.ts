import { extensionOf } from "./mime-type.ts";

const offices = ["docx", "xlsx", "pptx"];
const images = ["jpg", "jpeg"];

/** SharePoint changes these after upload (properties, thumbnails), so their bytes and size are not what was sent. */
export const isRewritten = (name: string): boolean => [...offices, ...images].includes(extensionOf(name));

const NOTE = Buffer.from("Properties written by the local SharePoint", "latin1");
const END_OF_ZIP = 0x06054b50;
const END_OF_ZIP_LENGTH = 22;

/** Adds a comment to a zip archive, which stays readable. */
function withZipComment(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.length < end + END_OF_ZIP_LENGTH || bytes.readUInt32LE(end) !== END_OF_ZIP) return bytes;
  const tail = Buffer.from(bytes.subarray(end, end + END_OF_ZIP_LENGTH));
  tail.writeUInt16LE(NOTE.length, END_OF_ZIP_LENGTH - 2);
  return Buffer.concat([bytes.subarray(0, end), tail, NOTE]);
}

/** Adds a comment segment after a JPEG's first marker. */
function withJpegComment(bytes: Buffer): Buffer {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return bytes;
  const head = Buffer.from([0xff, 0xfe, 0, NOTE.length + 2]);
  return Buffer.concat([bytes.subarray(0, 2), head, NOTE, bytes.subarray(2)]);
}

/** The bytes SharePoint would keep; files that are not what their name says stay as they are. */
export const rewritten = (name: string, bytes: Buffer): Buffer =>
  offices.includes(extensionOf(name)) ? withZipComment(bytes) : withJpegComment(bytes);
