import { FluentProvider } from "@fluentui/react-components";
import { QueryClientProvider } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Router } from "wouter";
import { ClientContext, clientOf } from "./ask/client.ts";
import { queriesOf } from "./ask/queries.ts";
import { SignedIn } from "./frame/signed-in.tsx";
import { Said } from "./look/said.tsx";
import { themes } from "./look/theme.ts";
import { LostRaces } from "./register/lost-races.tsx";
import { Routes } from "./routes.tsx";
import { type Host, HostContext } from "./sign-in/host.ts";
import { SignInAgain, useSignInAgain } from "./sign-in/sign-in-again.tsx";
import { useTheme } from "./sign-in/use-theme.ts";

/** The whole tab in whatever shows it. */
export function App({ host }: { readonly host: Host }) {
  const theme = useTheme(host);
  const again = useSignInAgain(host);
  const client = useMemo(() => clientOf(host, again.ask), [host, again.ask]);
  const [queries] = useState(queriesOf);
  return (
    <FluentProvider theme={themes[theme]} data-theme={theme}>
      <HostContext value={host}>
        <ClientContext value={client}>
          <QueryClientProvider client={queries}>
            <Said>
              <Router>
                <SignedIn>
                  <LostRaces>
                    <Routes />
                  </LostRaces>
                </SignedIn>
              </Router>
              <SignInAgain {...again} />
            </Said>
          </QueryClientProvider>
        </ClientContext>
      </HostContext>
    </FluentProvider>
  );
}
