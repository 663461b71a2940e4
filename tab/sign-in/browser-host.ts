import { browserTheme } from "./browser-theme.ts";
import { answeredSignIn, askedFor, forget, keptToken } from "./browser-token.ts";
import type { Stop } from "./find-host.ts";
import { type Host, SignedOut } from "./host.ts";

/** How this deployment signs people in outside Teams, as `GET /api/sign-in` says. */
type SignIn =
  | { readonly kind: "choose-a-person"; readonly authorize: string; readonly scope: string }
  | { readonly kind: "teams-only" };

/** Where a sign-in in a window of its own ends. */
export const SIGNED_IN_PATH = "/signed-in";
const channel = () => new BroadcastChannel("line-of-sight.sign-in");

/** A browser without Teams. Leaves for the sign-in page when nobody is signed in. */
export async function browserHost(): Promise<Host | Stop> {
  const back = answeredSignIn();
  if (back?.path === SIGNED_IN_PATH && back.token) {
    channel().postMessage(back.token);
    window.close();
    return { stop: "signing-in" };
  }
  const asked = await fetch("/api/sign-in").catch(() => undefined);
  if (!asked?.ok) return { stop: "no-answer" };
  const signIn: SignIn = await asked.json();
  if (signIn.kind === "teams-only") return { stop: "teams-only" };
  if (!keptToken()) {
    location.assign(askedFor(signIn, location.pathname + location.search));
    return { stop: "signing-in" };
  }
  return hostOf(signIn, back?.path);
}

function hostOf(signIn: Extract<SignIn, { kind: "choose-a-person" }>, startAt?: string): Host {
  return {
    kind: "browser",
    frame: "content",
    ...(startAt && { startAt }),
    ...browserTheme(),
    async token(renewed = false) {
      const token = renewed ? undefined : keptToken();
      if (!token) throw new SignedOut();
      return token;
    },
    signInAgain: () =>
      new Promise((resolve) => {
        const answer = channel();
        answer.onmessage = ({ data }: MessageEvent<string>) => {
          answer.close();
          sessionStorage.setItem("line-of-sight.token", data);
          resolve();
        };
        window.open(askedFor(signIn, SIGNED_IN_PATH), "line-of-sight-sign-in", "width=720,height=760");
      }),
    signOut() {
      forget();
      location.assign("/");
    },
  };
}
