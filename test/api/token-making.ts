import { createHmac, generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto";
import { exportJWK, importPKCS8, type JWTPayload, SignJWT } from "jose";
import { demoId } from "../../infra/demo/people.ts";
import { demoTenant } from "../../infra/demo-tenant.ts";

/** What may go into a token: claims as anybody could write them, not only as Entra does. */
export type Claims = Readonly<Record<string, unknown>>;

/** How a token is made, for its twin to be made the same way but for one thing. */
export interface Making {
  readonly claims?: Claims;
  readonly header?: Claims;
  /** Ours is published by the issuer and named `k1`; `second` is published too, as `k2`; `sealing` only to encrypt to. */
  readonly key?: "ours" | "second" | "sealing" | "theirs";
  /** Done to the finished token. */
  readonly finish?: (token: string, keys: Keys) => string | Promise<string>;
}

export const { tenant, app } = demoTenant;
export const signer = demoId(6);
export const elsewhere = "ffffffff-1111-4111-8111-111111111111";
export const issuer = `https://login.microsoftonline.com/${tenant}/v2.0`;
export const teams = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346";
export const now = () => Math.floor(Date.now() / 1000);
export const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

export const good = (): Claims => ({
  ...{ ver: "2.0", iss: issuer, aud: app, tid: tenant, azp: teams, azpacr: "0", scp: "access_as_user" },
  ...{ oid: signer, sub: "pairwise", name: "Niamh Gallagher", uti: randomUUID(), idtyp: "user" },
  ...{ iat: now() - 5, nbf: now() - 5, exp: now() + 3600 },
});

const pair = () => generateKeyPairSync("rsa", { modulusLength: 2048 });

/** The keys of one run, and what the issuer publishes of them. */
export async function tokenKeys() {
  const made = { ours: pair(), second: pair(), sealing: pair(), theirs: pair() };
  const jwk = async (key: KeyObject, more: object) => ({
    ...(await exportJWK(key)),
    alg: "RS256",
    use: "sig",
    ...more,
  });
  return {
    ...made,
    published: [
      await jwk(made.ours.publicKey, { kid: "k1" }),
      await jwk(made.second.publicKey, { kid: "k2" }),
      await jwk(made.sealing.publicKey, { kid: "k3", use: "enc" }),
    ],
    theirsAsJwk: await exportJWK(made.theirs.publicKey),
  };
}
export type Keys = Awaited<ReturnType<typeof tokenKeys>>;

/** A token as a row of the table says; a claim or header set to undefined is left out. */
export async function tokenOf(keys: Keys, { claims, header, key = "ours", finish }: Making): Promise<string> {
  const kid = { ours: "k1", second: "k2", sealing: "k3", theirs: "k1" }[key];
  const payload = JSON.parse(JSON.stringify({ ...good(), ...claims })) as JWTPayload;
  const named = JSON.parse(JSON.stringify({ typ: "JWT", alg: "RS256", kid, ...header }));
  const signing = await importPKCS8(
    keys[key].privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    named.alg,
    { extractable: true },
  );
  const token = await new SignJWT(payload).setProtectedHeader(named).sign(signing, { crit: { x: true } as never });
  return finish ? finish(token, keys) : token;
}

export const withHeader = (token: string, header: object, signature: (input: string) => string) => {
  const input = `${encoded(header)}.${token.split(".")[1]}`;
  return `${input}.${signature(input)}`;
};
export const hmac = (secret: string) => (input: string) =>
  createHmac("sha256", secret).update(input).digest("base64url");

/** The same claims under another header, signed again. */
export const resigned = async (token: string, header: object, key: KeyObject) =>
  new SignJWT(JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()))
    .setProtectedHeader(header as { alg: string })
    .sign(key);
