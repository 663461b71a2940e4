import type { Host } from "./host.ts";

/** Why the tab cannot start, for a friendly page. */
export interface Stop {
  readonly stop: "teams-only" | "no-consent" | "no-answer" | "signing-in";
}

/** Teams shows the tab in a frame, or in a web view of its own on phones; anything else is a browser. */
export async function findHost(): Promise<Host | Stop> {
  const framed = window.parent !== window || "nativeInterface" in window;
  if (framed) {
    const { teamsHost } = await import("./teams-host.ts");
    const host = await teamsHost();
    if (host) return host;
  }
  const { browserHost } = await import("./browser-host.ts");
  return browserHost();
}
