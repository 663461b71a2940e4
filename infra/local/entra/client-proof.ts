import { createHash, createPublicKey, timingSafeEqual } from "node:crypto";
import { jwtVerify } from "jose";
import type { AppRegistration } from "./app-registration.ts";
import { EntraError } from "./entra-error.ts";

const JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

const same = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((text) => createHash("sha256").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
};

async function assertionHolds(app: AppRegistration, assertion: string, tenantId: string, now: Date): Promise<boolean> {
  const authority = `https://login.microsoftonline.com/${tenantId}`;
  for (const pem of app.publicKeys ?? []) {
    try {
      await jwtVerify(assertion, createPublicKey(pem), {
        algorithms: ["RS256", "PS256"],
        issuer: app.id,
        subject: app.id,
        audience: [`${authority}/oauth2/v2.0/token`, `${authority}/v2.0`],
        currentDate: now,
        // Clients round their clock to whole seconds, up as well as down; Entra allows minutes.
        clockTolerance: 60,
        requiredClaims: ["exp"],
      });
      return true;
    } catch {
      // Another key may fit.
    }
  }
  return false;
}

/** The application a token request is from, proven by secret or by signed assertion. Throws invalid_client. */
export async function provenClient(
  form: URLSearchParams,
  authorization: string | undefined,
  { apps, tenantId, now }: { apps: readonly AppRegistration[]; tenantId: string; now: Date },
): Promise<AppRegistration> {
  const [, basic = ""] = /^Basic (\S+)$/i.exec(authorization ?? "") ?? [];
  const [id = "", password] = Buffer.from(basic, "base64").toString("utf8").split(":", 2).map(decodeURIComponent);
  const clientId = form.get("client_id") ?? id;
  const app = apps.find((one) => one.id === clientId);
  if (!app)
    throw new EntraError(
      "unauthorized_client",
      700016,
      `Application with identifier '${clientId}' was not found in the directory.`,
    );
  const assertion = form.get("client_assertion");
  if (assertion !== null) {
    const holds =
      form.get("client_assertion_type") === JWT_BEARER && (await assertionHolds(app, assertion, tenantId, now));
    if (!holds) throw new EntraError("invalid_client", 700027, "The client assertion failed signature validation.");
    return app;
  }
  const secret = form.get("client_secret") ?? password;
  if (secret === undefined)
    throw new EntraError(
      "invalid_client",
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    );
  if (app.secret === undefined || !same(app.secret, secret))
    throw new EntraError("invalid_client", 7000215, "Invalid client secret provided.");
  return app;
}
