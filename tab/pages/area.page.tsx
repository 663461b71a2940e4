import { makeStyles } from "@fluentui/react-components";
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
  const [title, lead, kinds] = areas[area as keyof typeof areas] ?? areas["set-up"];
  return (
    <Page title={title} lead={lead} action={area === "set-up" && <SetUpPages />}>
      <RegisterList level="h2" registers={registers.filter(({ kind }) => kinds.some((each) => each === kind))} />
    </Page>
  );
}

/** Pages of Set-up that are more than a register, each for the people who have something to do there. */
const setUpPages = [
  { to: "/set-up/people", name: "People and rights", who: ["administrator", "senior-leader"] },
  {
    to: "/set-up/personal-data",
    name: "Personal data",
    who: [
      ...["contracts-manager", "quality-lead", "safeguarding-lead"],
      ...["auditor", "senior-leader", "ecm-administrator"],
    ],
  },
];

function SetUpPages() {
  const styles = useStyles();
  const { roles } = useMe();
  const mine = setUpPages.filter(({ who }) => roles.some((role) => who.includes(role)));
  return (
    <div className={styles.pages}>
      {mine.map(({ to, name }) => (
        <ButtonTo key={to} to={to}>
          {name}
        </ButtonTo>
      ))}
    </div>
  );
}

const useStyles = makeStyles({ pages: { display: "flex", flexWrap: "wrap", gap: "8px" } });
