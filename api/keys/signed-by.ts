import { createHash, createPublicKey, verify } from "node:crypto";

/** What a key calls itself: SHA-256 of its public half (SPKI, DER), lower-case hex; undefined when it is no RSA key of 2,048 bits or more. */
export function fingerprintOf(publicKey: string): string | undefined {
  try {
    const key = createPublicKey(publicKey);
    const isStrong = key.asymmetricKeyType === "rsa" && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
    return isStrong
      ? createHash("sha256")
          .update(key.export({ type: "spki", format: "der" }))
          .digest("hex")
      : undefined;
  } catch {
    return undefined;
  }
}

/** True when the RS256 signature (base64) over the text was made with this key. */
export const isSignedBy = (publicKey: string, text: string, signature: string): boolean =>
  fingerprintOf(publicKey) !== undefined &&
  verify("RSA-SHA256", Buffer.from(text), publicKey, Buffer.from(signature, "base64"));
