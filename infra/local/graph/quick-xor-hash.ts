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
  readonly #words = new Uint32Array(this.#folded.buffer);
  #length = 0;

  update(bytes: Uint8Array): this {
    const whole = this.#length % BITS === 0 && bytes.byteOffset % 4 === 0 ? bytes.length - (bytes.length % BITS) : 0;
    this.#foldWords(new Uint32Array(bytes.buffer, whole === 0 ? 0 : bytes.byteOffset, whole / 4));
    let at = this.#length % BITS;
    for (let n = whole; n < bytes.length; n++) {
      this.#folded[at] = (this.#folded[at] ?? 0) ^ (bytes[n] ?? 0);
      at = at + 1 === BITS ? 0 : at + 1;
    }
    this.#length += bytes.length;
    return this;
  }

  /** Four bytes at a time, for large files: whole rounds of 160 bytes. */
  #foldWords(words: Uint32Array): void {
    const folded = this.#words;
    for (let n = 0, at = 0; n < words.length; n++) {
      folded[at] = (folded[at] ?? 0) ^ (words[n] ?? 0);
      at = at + 1 === folded.length ? 0 : at + 1;
    }
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
