import { type ComponentType, lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { Frame } from "./frame/frame.tsx";
import { Bones } from "./look/bones.tsx";

type Params = Readonly<Record<string, string>>;

/** A page that is loaded when it is opened. It is given the address's parameters. */
const page = <Name extends string>(load: () => Promise<Record<Name, ComponentType<Params>>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }));

const HomePage = page(() => import("./pages/home.page.tsx"), "HomePage");
const CyclesPage = page(() => import("./pages/cycles.page.tsx"), "CyclesPage");
const CyclePage = page(() => import("./pages/cycle.page.tsx"), "CyclePage");
const FiguresPage = page(() => import("./pages/figures.page.tsx"), "FiguresPage");
const FigurePage = page(() => import("./pages/figure.page.tsx"), "FigurePage");
const ActionsPage = page(() => import("./pages/actions.page.tsx"), "ActionsPage");
const ActionPage = page(() => import("./pages/action.page.tsx"), "ActionPage");
const RegistersPage = page(() => import("./pages/registers.page.tsx"), "RegistersPage");
const RegisterPage = page(() => import("./pages/register.page.tsx"), "RegisterPage");
const RowPage = page(() => import("./pages/row.page.tsx"), "RowPage");
const AreaPage = page(() => import("./pages/area.page.tsx"), "AreaPage");
const DashboardPage = page(() => import("./pages/dashboard.page.tsx"), "DashboardPage");
const ConfigurePage = page(() => import("./pages/configure.page.tsx"), "ConfigurePage");
const PeoplePage = page(() => import("./pages/set-up/people.page.tsx"), "PeoplePage");
const PersonalDataPage = page(() => import("./pages/set-up/personal-data.page.tsx"), "PersonalDataPage");
const NotFoundPage = page(() => import("./pages/not-found.page.tsx"), "NotFoundPage");

/** Which page stands at which address. `framed` pages have the rail and the header around them. */
const framed: readonly { readonly path: string; readonly Page: ComponentType<Params> }[] = [
  { path: "/", Page: HomePage },
  { path: "/cycles", Page: CyclesPage },
  { path: "/cycles/:cycle", Page: CyclePage },
  { path: "/cycles/:cycle/:stage", Page: CyclePage },
  { path: "/figures", Page: FiguresPage },
  { path: "/actions", Page: ActionsPage },
  { path: "/actions/:action", Page: ActionPage },
  { path: "/registers", Page: RegistersPage },
  { path: "/registers/:slug", Page: RegisterPage },
  { path: "/registers/:slug/:row", Page: RowPage },
  ...["outcomes", "scrutiny", "governance", "set-up"].map((area) => ({
    path: `/${area}`,
    Page: () => <AreaPage area={area} />,
  })),
  { path: "/set-up/people", Page: PeoplePage },
  { path: "/set-up/personal-data", Page: PersonalDataPage },
  { path: "/figures/:cycle/:indicator", Page: FigurePage },
];

/** Pages that stand alone in a channel, a meeting, or the window that adds a tab. */
const alone: typeof framed = [
  { path: "/dashboard", Page: DashboardPage },
  { path: "/configure", Page: ConfigurePage },
];

export function Routes() {
  return (
    <Switch>
      {alone.map(({ path, Page }) => (
        <Route key={path} path={path}>
          <Suspense fallback={<Bones label="Opening the page" tiles={4} />}>
            <Page />
          </Suspense>
        </Route>
      ))}
      <Route>
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
      </Route>
    </Switch>
  );
}
