// @vitest-environment jsdom
import { afterEach, expect, it } from "vitest";
import { answeredSignIn, askedFor, keptToken } from "./browser-token.ts";

const tokenUntil = (exp: number) => `h.${btoa(JSON.stringify({ exp }))}.s`;
const lasting = tokenUntil(Date.now() / 1000 + 3600);
const signIn = { authorize: "http://127.0.0.1:1/authorize", scope: "api://app/access_as_user" };

/** Goes to sign in for a page and comes back with this token, in answer to that question or another. */
function comeBack(path: string, token: string, state?: string) {
  const asked = new URL(askedFor(signIn, path)).searchParams.get("state") ?? "";
  history.replaceState(null, "", `/#${new URLSearchParams({ access_token: token, state: state ?? asked })}`);
  return answeredSignIn();
}

afterEach(() => {
  sessionStorage.clear();
  history.replaceState(null, "", "/");
});

it("comes back to the page that was wanted, with the token out of the address", () => {
  expect(comeBack("/cycles/westshire?service=ashdown", lasting)?.path).toBe("/cycles/westshire?service=ashdown");
  expect(location.href).not.toContain(lasting);
  expect(keptToken()).toBe(lasting);
});

it("takes no token that answers somebody else's question", () => {
  comeBack("/cycles", lasting, "not-ours /cycles");
  expect(keptToken()).toBeUndefined();
  expect(location.href).not.toContain(lasting);
});

it("takes an answer once only", () => {
  const asked = new URL(askedFor(signIn, "/")).searchParams.get("state") ?? "";
  comeBack("/", lasting);
  sessionStorage.removeItem("line-of-sight.token");
  history.replaceState(null, "", `/#${new URLSearchParams({ access_token: lasting, state: asked })}`);
  answeredSignIn();
  expect(keptToken()).toBeUndefined();
});

it.each(["//evil.example/", "https://evil.example/"])("never leaves for %s", (path) => {
  expect(comeBack(path, lasting)?.path).toBe("/");
});

it("has no token once it has run out", () => {
  comeBack("/", tokenUntil(Date.now() / 1000 - 1));
  expect(keptToken()).toBeUndefined();
});
