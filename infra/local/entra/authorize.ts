import { type Answer, page } from "../http/answer.ts";
import type { Incoming } from "../http/incoming.ts";
import { type AppRegistration, resourceIn } from "./app-registration.ts";
import { choosePage, refusalPage, STYLE_HASH } from "./choose-page.ts";
import type { Directory } from "./directory.ts";
import { newCode, userToken } from "./token-endpoint.ts";
import { LIFETIME_S } from "./tokens.ts";

const CODE_VALID_FOR_MS = 10 * 60 * 1000;
const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

interface Request {
  readonly client: AppRegistration;
  readonly redirectUri: URL;
  readonly responseType: "token" | "code";
  readonly scope: string;
  readonly state: string | null;
  readonly nonce: string | undefined;
  readonly challenge: string | undefined;
}

/** Registered, on loopback, with any port: as Entra treats `http://localhost`. */
function allowed(app: AppRegistration, uri: string | null): URL | undefined {
  if (uri === null || !URL.canParse(uri)) return undefined;
  const asked = new URL(uri);
  if (asked.protocol !== "http:" || !loopback.has(asked.hostname) || asked.hash !== "" || asked.username !== "")
    return undefined;
  const matches = (app.redirectUris ?? []).some((registered) => {
    const one = new URL(registered);
    return one.hostname === asked.hostname && one.pathname === asked.pathname && one.search === asked.search;
  });
  return matches ? asked : undefined;
}

/** Reads a request to sign in; a sentence when it must not be answered. */
function readRequest(directory: Directory, query: URLSearchParams): Request | string {
  const client = directory.apps.find(({ id }) => id === query.get("client_id"));
  if (!client) return "The application that sent you here is not registered.";
  const redirectUri = allowed(client, query.get("redirect_uri"));
  if (!redirectUri) return "The address to return to is not registered for this application on this machine.";
  const responseType = query.get("response_type");
  if (responseType !== "token" && responseType !== "code")
    return "Only response_type=token and response_type=code are served.";
  const scope = query.get("scope") ?? "";
  if (!resourceIn(scope, directory.apps)) return "The scope names no api that is known here.";
  const challenge = query.get("code_challenge") ?? undefined;
  if (challenge !== undefined && query.get("code_challenge_method") !== "S256")
    return "Only code_challenge_method=S256 is served.";
  return {
    client,
    redirectUri,
    responseType,
    scope,
    state: query.get("state"),
    nonce: query.get("nonce") ?? undefined,
    challenge,
  };
}

const secure = (formAction: string): Readonly<Record<string, string>> => ({
  "content-security-policy": `default-src 'none'; style-src '${STYLE_HASH}'; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
});

const refused = (why: string): Answer => page(refusalPage(why), 400, secure("'none'"));

async function signedIn(directory: Directory, request: Request, userId: string): Promise<Answer> {
  const user = directory.user(userId);
  if (!user) return refused("Nobody of that name works here.");
  if (user.accountEnabled === false) return refused("This account is closed.");
  const { client, redirectUri, scope, state, nonce, challenge } = request;
  const back = new URL(redirectUri);
  const stated: Record<string, string> = state === null ? {} : { state };
  if (request.responseType === "token") {
    const access_token = await userToken(directory, client, user, scope);
    back.hash = new URLSearchParams({
      access_token,
      token_type: "Bearer",
      expires_in: String(LIFETIME_S - 1),
      scope,
      ...stated,
    }).toString();
  } else {
    const expires = directory.now().getTime() + CODE_VALID_FOR_MS;
    const code = newCode(directory, { client, user, redirectUri: redirectUri.href, scope, nonce, challenge, expires });
    for (const [name, value] of Object.entries({ code, ...stated })) back.searchParams.set(name, value);
  }
  return { status: 303, headers: { location: back.href, ...secure("'none'") } };
}

/** `GET` shows the people to choose from; `POST` signs in as the one chosen and goes back to the application. */
export async function authorize(directory: Directory, incoming: Incoming): Promise<Answer> {
  const request = readRequest(directory, incoming.url.searchParams);
  if (typeof request === "string") return refused(request);
  if (incoming.method === "POST") {
    const from = incoming.headers["sec-fetch-site"];
    if (from !== undefined && from !== "same-origin") return refused("Please choose a person on this page.");
    return signedIn(directory, request, new URLSearchParams(incoming.body.toString("utf8")).get("person") ?? "");
  }
  const resource = resourceIn(request.scope, directory.apps)?.app;
  const html = choosePage(
    resource?.name ?? request.client.name,
    `${incoming.url.pathname}${incoming.url.search}`,
    directory.users(),
  );
  return page(html, 200, secure(`'self' ${request.redirectUri.origin}`));
}
