import { createHash, createHmac, createPublicKey } from "node:crypto";
import type { Keys } from "#domain/ports.ts";

const API = "api-version=7.4";

interface VaultKey {
  readonly key: { readonly kid: string; readonly n: string; readonly e: string };
}

/**
 * Keys in Azure Key Vault, read with the managed identity: secrets `pseudonym-key` and `seal-key` (64 hex characters),
 * and the RSA key `signing`, which signs inside the vault (RS256) and never leaves it.
 */
export async function vaultKeys(vault: string, token: () => Promise<string>): Promise<Keys> {
  const ask = async <T>(path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${vault.replace(/\/$/, "")}${path}?${API}`, {
      method: body ? "POST" : "GET",
      headers: { authorization: `Bearer ${await token()}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`The key vault answered ${answer.status} for ${path}.`);
    return (await answer.json()) as T;
  };
  const [pseudonym, sealing, { key }] = await Promise.all([
    ask<{ value: string }>("/secrets/pseudonym-key"),
    ask<{ value: string }>("/secrets/seal-key"),
    ask<VaultKey>("/keys/signing"),
  ]);
  const { publicKey, fingerprint } = publicHalf(key);
  return {
    pseudonymKeyId: createHash("sha256").update(`id of ${pseudonym.value}`).digest("hex").slice(0, 16),
    pseudonymKey: () => pseudonym.value,
    seal: (text) => createHmac("sha256", Buffer.from(sealing.value, "hex")).update(text).digest("hex"),
    fingerprint,
    publicKey,
    sign: async (bytes) => {
      const digest = createHash("sha256").update(bytes).digest("base64url");
      const version = key.kid.slice(key.kid.lastIndexOf("/") + 1);
      const { value } = await ask<{ value: string }>(`/keys/signing/${version}/sign`, { alg: "RS256", value: digest });
      return Buffer.from(value, "base64url").toString("base64");
    },
  };
}

function publicHalf({ n, e }: VaultKey["key"]) {
  const key = createPublicKey({ key: { kty: "RSA", n, e }, format: "jwk" });
  const der = key.export({ type: "spki", format: "der" });
  return {
    publicKey: key.export({ type: "spki", format: "pem" }).toString(),
    fingerprint: createHash("sha256").update(der).digest("hex"),
  };
}
