const BITS = 160;
const SHIFT = 11;

/**
 * quickXorHash, the hash SharePoint gives for files: a 160-bit circular exclusive-or in which byte n is moved by
 * 11 × n bits, with the length, little-endian, over the last 8 bytes. Algorithm as Microsoft publishes it
 * (learn.microsoft.com/onedrive/developer/code-snippets/quickxorhash).
 *
 * 11 × n mod 160 repeats every 160 bytes, so bytes 160 apart are folded together first.
 */
export class QuickXorHash {
  readonly #folded = new Uint8Array(BITS);
  #length = 0;

  update(bytes: Uint8Array): this {
    let at = this.#length % BITS;
    for (const byte of bytes) {
      this.#folded[at] = (this.#folded[at] ?? 0) ^ byte;
      at = at + 1 === BITS ? 0 : at + 1;
    }
    this.#length += bytes.length;
    return this;
  }

  /** Base64, as Graph tells it. */
  digest(): string {
    const hash = Buffer.alloc(BITS / 8);
    this.#folded.forEach((byte, n) => {
      const bit = (n * SHIFT) % BITS;
      const wide = byte << (bit % 8);
      const first = bit >> 3;
      const second = (first + 1) % hash.length;
      hash[first] = (hash[first] ?? 0) ^ (wide & 0xff);
      hash[second] = (hash[second] ?? 0) ^ (wide >> 8);
    });
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(this.#length));
    length.forEach((byte, n) => {
      hash[12 + n] = (hash[12 + n] ?? 0) ^ byte;
    });
    return hash.toString("base64");
  }
}
