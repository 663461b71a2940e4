import { registers } from "#domain/registers/index.ts";
import { useMe } from "../frame/me-context.ts";
import { Page } from "../frame/page.tsx";
import { ButtonTo } from "../look/button-to.tsx";
import { RegisterList } from "./registers/register-list.tsx";

const areas = {
  outcomes: ["Outcomes", "Whether the care changes what matters to the people we support.", ["outcomes"]],
  scrutiny: [
    "Scrutiny",
    "Commissioner queries and external reviews, each with its clock and whose turn it is.",
    ["scrutiny"],
  ],
  governance: ["Governance", "Early warnings, meetings, and the trail of who did what.", ["governance"]],
  "set-up": ["Set-up", "People and their scope, contracts, services, indicators, mappings and settings.", ["set-up"]],
} as const;

/** A place of the rail as the registers behind it. */
export function AreaPage({ area }: Readonly<Record<string, string>>) {
  const { roles } = useMe();
  const mayGiveRights = roles.some((role) => ["administrator", "senior-leader"].includes(role));
  const [title, lead, kinds] = areas[area as keyof typeof areas] ?? areas["set-up"];
  return (
    <Page
      title={title}
      lead={lead}
      action={area === "set-up" && mayGiveRights && <ButtonTo to="/set-up/people">People and rights</ButtonTo>}
    >
      <RegisterList level="h2" registers={registers.filter(({ kind }) => kinds.some((each) => each === kind))} />
    </Page>
  );
}
