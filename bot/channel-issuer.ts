const PUBLIC_CLOUD = "https://api.botframework.com";

/**
 * Whether a token says it comes from the channel and when it ends; its signature and times are botbuilder's to check.
 * botbuilder also takes tokens of emulators, of other bots, and without an end: nobody has reason to send this bot one.
 */
export function saysChannel(authorization: string, cloud: Readonly<Record<string, string>> = {}): boolean {
  const [scheme, token = "", ...more] = authorization.split(" ");
  const parts = token.split(".");
  if (scheme !== "Bearer" || more.length > 0 || parts.length !== 3) return false;
  try {
    const claims: unknown = JSON.parse(Buffer.from(parts[1] ?? "", "base64url").toString("utf8"));
    const issuer = cloud.ToBotFromChannelTokenIssuer ?? PUBLIC_CLOUD;
    if (typeof claims !== "object" || claims === null) return false;
    return Reflect.get(claims, "iss") === issuer && Number.isInteger(Reflect.get(claims, "exp"));
  } catch {
    return false;
  }
}
