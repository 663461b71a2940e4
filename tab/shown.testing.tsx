import { FluentProvider, teamsLightTheme } from "@fluentui/react-components";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { configure, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import { type Asked, type Client, ClientContext } from "./ask/client.ts";
import { type Me, MeContext } from "./frame/me-context.ts";
import { Said } from "./look/said.tsx";
import { LostRaces } from "./register/lost-races.tsx";
import { type Host, HostContext } from "./sign-in/host.ts";
import { TodayContext } from "./words/today-context.ts";

// A busy machine takes longer than a second to put a dialog on screen.
configure({ asyncUtilTimeout: 8_000 });

export const someone: Me = {
  id: "aaaaaaaa-0000-4000-8000-000000000006",
  name: "Niamh Gallagher",
  roles: ["quality-lead"],
  safeguarding: true,
  services: [{ key: "ashdown", name: "Ashdown", region: "north", kind: "home-care" }],
  contracts: [{ key: "westshire", name: "Westshire", commissioner: "Westshire County Council" }],
  now: "2026-10-12T09:00:00.000Z",
};

const host: Host = {
  kind: "teams",
  frame: "content",
  theme: "light",
  onTheme: () => () => {},
  token: async () => "token",
};

/** What the api was asked with. */
export interface Request extends Asked {
  readonly path: string;
}

/** Puts part of the tab on screen before an api that answers as told; returns what it was asked. */
export function show(
  part: ReactNode,
  { answer, at = "/", me = someone }: { answer: (request: Request) => unknown; at?: string; me?: Me },
): {
  readonly asked: readonly Request[];
  readonly location: { readonly history: readonly string[] };
  /** Puts other parts in the same place, as when what was read has changed. */
  readonly again: (part: ReactNode) => void;
} {
  const asked: Request[] = [];
  const client: Client = {
    ask: async (path, given = {}) => {
      asked.push({ path, ...given });
      return answer({ path, ...given });
    },
    download: async (path, given = {}) => {
      asked.push({ path, ...given });
      return answer({ path, ...given }) as { name: string; bytes: Blob };
    },
  };
  const [path = "/", searchPath = ""] = at.split("?");
  const location = memoryLocation({ path, searchPath, record: true });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const around = (part: ReactNode) => (
    <FluentProvider theme={teamsLightTheme}>
      <HostContext value={host}>
        <ClientContext value={client}>
          <QueryClientProvider client={queries}>
            <Said>
              <Router hook={location.hook} searchHook={location.searchHook}>
                <MeContext value={me}>
                  <TodayContext value="2026-10-12">
                    <LostRaces>{part}</LostRaces>
                  </TodayContext>
                </MeContext>
              </Router>
            </Said>
          </QueryClientProvider>
        </ClientContext>
      </HostContext>
    </FluentProvider>
  );
  const { rerender } = render(around(part));
  return { asked, location, again: (part) => rerender(around(part)) };
}

/** A row as the api answers it. */
export const rowOf = (key: string, headline: string, answers: Readonly<Record<string, unknown>>) => ({
  key,
  etag: `"${key},1"`,
  headline,
  answers,
  withheld: [],
  changedAt: "2026-10-01T09:00:00.000Z",
  changedByName: "Amina Yusuf",
  createdAt: "2026-09-01T09:00:00.000Z",
  createdByName: "Amina Yusuf",
  history: [],
});
