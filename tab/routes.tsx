import { type ComponentType, lazy } from "react";
import { Route, Switch } from "wouter";
import { Frame } from "./frame/frame.tsx";

type Params = Readonly<Record<string, string>>;

/** A page that is loaded when it is opened. It is given the address's parameters. */
const page = <Name extends string>(load: () => Promise<Record<Name, ComponentType<Params>>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }));

const HomePage = page(() => import("./pages/home.page.tsx"), "HomePage");
const CyclesPage = page(() => import("./pages/cycles.page.tsx"), "CyclesPage");
const CyclePage = page(() => import("./pages/cycle.page.tsx"), "CyclePage");
const FiguresPage = page(() => import("./pages/figures.page.tsx"), "FiguresPage");
const FigurePage = page(() => import("./pages/figure.page.tsx"), "FigurePage");
const NotFoundPage = page(() => import("./pages/not-found.page.tsx"), "NotFoundPage");

/** Which page stands at which address. `framed` pages have the rail and the header around them. */
const framed: readonly { readonly path: string; readonly Page: ComponentType<Params> }[] = [
  { path: "/", Page: HomePage },
  { path: "/cycles", Page: CyclesPage },
  { path: "/cycles/:cycle", Page: CyclePage },
  { path: "/cycles/:cycle/:stage", Page: CyclePage },
  { path: "/figures", Page: FiguresPage },
  { path: "/figures/:cycle/:indicator", Page: FigurePage },
];

export function Routes() {
  return (
    <Frame>
      <Switch>
        {framed.map(({ path, Page }) => (
          <Route key={path} path={path}>
            {(params: Params) => <Page {...params} />}
          </Route>
        ))}
        <Route>
          <NotFoundPage />
        </Route>
      </Switch>
    </Frame>
  );
}
