import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { isRewritten, rewritten } from "./office-rewrite.ts";

test.each(["a.docx", "A.XLSX", "b.pptx", "c.jpg", "c.jpeg"])("%s is rewritten", (name) => {
  expect(isRewritten(name)).toBe(true);
});

test.each(["a.zip", "a.pdf", "a.csv", "docx", "a.png"])("%s is kept as it was sent", (name) => {
  expect(isRewritten(name)).toBe(false);
});

test("a zip archive says how long the comment at its end is", () => {
  const sent = Buffer.from(zipSync({ "a.txt": new Uint8Array([1, 2, 3]) }));
  const kept = rewritten("a.docx", sent);
  expect(kept.readUInt16LE(sent.length - 2)).toBe(kept.length - sent.length);
  expect(kept.length).toBeGreaterThan(sent.length);
});

test("a JPEG says how long the segment put into it is", () => {
  const sent = Buffer.from([0xff, 0xd8, 0xff, 0xd9]);
  const kept = rewritten("a.jpg", sent);
  // The marker itself is not counted.
  expect(kept.readUInt16BE(4)).toBe(kept.length - sent.length - 2);
});

test("what is not what its name says stays as it is", () => {
  const text = Buffer.from("not an archive");
  expect(rewritten("a.docx", text)).toEqual(text);
  expect(rewritten("a.jpg", text)).toEqual(text);
});
