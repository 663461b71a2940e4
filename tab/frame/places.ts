import * as icons from "../look/icons.ts";

/** The places of the rail, in the order of the work. */
export const places = [
  { path: "/", name: "Home", Icon: icons.HomeIcon, Filled: icons.HomeFilledIcon },
  { path: "/cycles", name: "Cycles", Icon: icons.CyclesIcon, Filled: icons.CyclesFilledIcon },
  { path: "/figures", name: "Figures", Icon: icons.FiguresIcon, Filled: icons.FiguresFilledIcon },
  { path: "/actions", name: "Actions", Icon: icons.ActionsIcon, Filled: icons.ActionsFilledIcon },
  { path: "/outcomes", name: "Outcomes", Icon: icons.OutcomesIcon, Filled: icons.OutcomesFilledIcon },
  { path: "/scrutiny", name: "Scrutiny", Icon: icons.ScrutinyIcon, Filled: icons.ScrutinyFilledIcon },
  { path: "/governance", name: "Governance", Icon: icons.GovernanceIcon, Filled: icons.GovernanceFilledIcon },
  { path: "/registers", name: "Registers", Icon: icons.RegistersIcon, Filled: icons.RegistersFilledIcon },
  { path: "/set-up", name: "Set-up", Icon: icons.SetUpIcon, Filled: icons.SetUpFilledIcon },
] as const;

export type Place = (typeof places)[number];

/** How many of them a phone's bar holds; the others are under “More”. */
export const ON_A_PHONE = 4;

export const isHere = (place: Place, location: string): boolean =>
  place.path === "/" ? location === "/" : location === place.path || location.startsWith(`${place.path}/`);
