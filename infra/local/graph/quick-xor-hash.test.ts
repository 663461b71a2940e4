import fc from "fast-check";
import { expect, test } from "vitest";
import { QuickXorHash } from "./quick-xor-hash.ts";

// Bytes and hashes in base64, as other implementations of Microsoft's published algorithm test themselves.
test.each([
  ["", "AAAAAAAAAAAAAAAAAAAAAAAAAAA="],
  ["Sg==", "SgAAAAAAAAAAAAAAAQAAAAAAAAA="],
  ["tbQ=", "taAFAAAAAAAAAAAAAgAAAAAAAAA="],
  ["jRRDVA==", "jaDAEKgAAAAAAAAABAAAAAAAAAA="],
  ["n6Neh7p6fFgm", "nxiFFw6hCz3wAQsmCQAAAAAAAAA="],
  ["2fuxhBJXtpWFe8dOfdGeHw==", "O9tHLAghgSvYohKFyMMxnNCHaHg="],
  ["g8VtAh+2Kf4k0kY5tzji2i2zmA==", "wDNrgwHWAVukwB8kg4YRcnALHIg="],
  ["T6LYJIfDh81JrAK309H2JMJTXis=", "zBTHrspn3mEcohlJdIUAbjGNaNg="],
])("the hash of %j is %s", (bytes, hash) => {
  expect(new QuickXorHash().update(Buffer.from(bytes, "base64")).digest()).toBe(hash);
});

/** The definition, bit by bit: bit b of byte n flips bit (11 n + b) of 160, then the length over the last 8 bytes. */
function byDefinition(bytes: Uint8Array): string {
  const hash = Buffer.alloc(20);
  const flip = (bit: number) => hash.writeUInt8((hash[bit >> 3] ?? 0) ^ (1 << (bit & 7)), bit >> 3);
  bytes.forEach((byte, n) => {
    for (let b = 0; b < 8; b++) if ((byte >> b) & 1) flip((11 * n + b) % 160);
  });
  hash.writeBigUInt64LE(hash.readBigUInt64LE(12) ^ BigInt(bytes.length), 12);
  return hash.toString("base64");
}

test("agrees with the definition however the bytes arrive", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 700 }), fc.nat(700), (bytes, cut) => {
      const pieces = new QuickXorHash().update(bytes.subarray(0, cut)).update(bytes.subarray(cut));
      expect(pieces.digest()).toBe(byDefinition(bytes));
    }),
  );
});

test("is the same for bytes anywhere in a buffer, in whole rounds of 160 or not", () => {
  const buffer = Buffer.from(Array.from({ length: 1000 }, (_, n) => (n * 37) % 256));
  for (const [from, to] of [
    [0, 640],
    [1, 641],
    [4, 325],
    [8, 1000],
  ] as const) {
    const bytes = new Uint8Array(buffer.buffer, buffer.byteOffset + from, to - from);
    expect(new QuickXorHash().update(bytes).digest()).toBe(byDefinition(bytes));
  }
});
