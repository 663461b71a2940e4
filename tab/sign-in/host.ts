import { createContext, use } from "react";

export type ThemeName = "light" | "dark" | "contrast";

/** Where the tab stands: a personal app or channel, a meeting's side panel or stage, or the page that adds a tab. */
export type Frame = "content" | "side-panel" | "stage" | "settings";

/** What the tab is shown in, and how it proves who is using it. */
export interface Host {
  readonly kind: "teams" | "browser";
  readonly frame: Frame;
  /** Where a link into the app wanted to go, e.g. `/cycles/westshire-2026-q3`. */
  readonly startAt?: string;
  readonly theme: ThemeName;
  /** Calls back with every later theme; returns how to stop. */
  onTheme(listener: (theme: ThemeName) => void): () => void;
  /** A token for the api. `renewed` asks for a new one after the api refused the last; rejects with {@link SignedOut}. */
  token(renewed?: boolean): Promise<string>;
  /** Asks the person to sign in again without leaving the page, so that nothing typed is lost. Absent in Teams. */
  signInAgain?(): Promise<void>;
  /** Forgets the person and lets somebody else sign in. Absent in Teams. */
  signOut?(): void;
}

/** Nobody is signed in, or the sign-in has run out. */
export class SignedOut extends Error {
  override readonly name = "SignedOut";
}

export const HostContext = createContext<Host | null>(null);

export function useHost(): Host {
  const host = use(HostContext);
  if (!host) throw new Error("The tab was rendered without a HostContext.");
  return host;
}
