/** Registered in the local tenant for the browser; the same client that Teams itself is there. */
const CLIENT = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346";
const TOKEN = "line-of-sight.token";
const NONCE = "line-of-sight.nonce";
/** A token about to run out is as good as none. */
const MARGIN_S = 60;

/** What a sign-in came back with: the token and the page that was wanted. */
export interface Back {
  readonly path: string;
  readonly token?: string;
}

/** The address to sign in at; remembers a nonce, so that only an answer to this very question is taken. */
export function askedFor({ authorize, scope }: { authorize: string; scope: string }, path: string): string {
  const nonce = crypto.randomUUID();
  sessionStorage.setItem(NONCE, nonce);
  return `${authorize}?${new URLSearchParams({
    client_id: CLIENT,
    response_type: "token",
    scope,
    redirect_uri: `${location.origin}/`,
    state: `${nonce} ${path}`,
  })}`;
}

/** Reads the answer from the address's fragment and takes it out of the address. Undefined when this is not one. */
export function answeredSignIn(): Back | undefined {
  const answer = new URLSearchParams(location.hash.slice(1));
  const token = answer.get("access_token");
  if (!token) return undefined;
  const [nonce, path = "/"] = (answer.get("state") ?? "").split(" ");
  const ours = nonce !== "" && nonce === sessionStorage.getItem(NONCE);
  sessionStorage.removeItem(NONCE);
  const wanted = ours && path.startsWith("/") && !path.startsWith("//") ? path : "/";
  history.replaceState(null, "", wanted);
  if (!ours) return { path: "/" };
  sessionStorage.setItem(TOKEN, token);
  return { path: wanted, token };
}

/** The token of this browser tab, unless it has run out. */
export function keptToken(): string | undefined {
  const token = sessionStorage.getItem(TOKEN);
  return token && runsOutAt(token) > Date.now() / 1000 + MARGIN_S ? token : undefined;
}

export function forget(): void {
  sessionStorage.clear();
}

function runsOutAt(token: string): number {
  try {
    const claims: unknown = JSON.parse(atob((token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/")));
    const exp = typeof claims === "object" && claims !== null ? Reflect.get(claims, "exp") : undefined;
    return typeof exp === "number" ? exp : 0;
  } catch {
    return 0;
  }
}
