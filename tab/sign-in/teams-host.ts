import { app, authentication, FrameContexts } from "@microsoft/teams-js";
import type { Stop } from "./find-host.ts";
import { type Frame, type Host, SignedOut, type ThemeName } from "./host.ts";

/** From an origin Teams does not allow, `initialize` hangs for a minute; a person does not wait that long. */
const PATIENCE_MS = 6_000;

/** Teams around us; undefined when whatever frames us is not Teams. */
export async function teamsHost(): Promise<Host | Stop | undefined> {
  try {
    await soon(app.initialize(loopbackHosts()));
  } catch {
    return undefined;
  }
  const context = await app.getContext();
  let current = themeOf(context.app.theme);
  const listeners = new Set<(theme: ThemeName) => void>();
  app.registerOnThemeChangeHandler((name) => {
    current = themeOf(name);
    for (const listener of listeners) listener(current);
  });
  try {
    await authentication.getAuthToken();
  } catch {
    app.notifyFailure({ reason: app.FailedReason.AuthFailed });
    return { stop: "no-consent" };
  }
  app.notifySuccess();
  const frame = frames[context.page.frameContext] ?? "content";
  const startAt = pathOf(context.page.subPageId);
  return {
    kind: "teams",
    frame,
    ...(startAt && { startAt }),
    get theme() {
      return current;
    },
    onTheme(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    token: () => authentication.getAuthToken().catch(() => Promise.reject(new SignedOut())),
  };
}

const frames: Readonly<Partial<Record<FrameContexts, Frame>>> = {
  [FrameContexts.sidePanel]: "side-panel",
  [FrameContexts.meetingStage]: "stage",
  [FrameContexts.settings]: "settings",
};

const themeOf = (name: string): ThemeName =>
  name === "dark" || name === "glass" ? "dark" : name === "contrast" ? "contrast" : "light";

/** A link into the app carries one of our own paths; anything else is not followed. */
const pathOf = (sub: string | undefined) => (sub?.startsWith("/") && !sub.startsWith("//") ? sub : undefined);

/** On one machine a host page of one's own may frame the tab; elsewhere only Microsoft's own hosts may. */
function loopbackHosts(): string[] | undefined {
  if (location.hostname !== "127.0.0.1" && location.hostname !== "localhost") return undefined;
  const named = new URLSearchParams(location.search).getAll("host");
  return named.length > 0 ? named : undefined;
}

const soon = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error("Teams did not answer.")), PATIENCE_MS);
    }),
  ]);
