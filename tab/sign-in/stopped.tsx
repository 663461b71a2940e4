import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { themes } from "../look/theme.ts";
import { browserTheme } from "./browser-theme.ts";
import type { Stop } from "./find-host.ts";

const says: Readonly<Record<Exclude<Stop["stop"], "signing-in">, readonly [string, string]>> = {
  "teams-only": [
    "Line of Sight lives in Microsoft Teams",
    "Open Teams, choose Apps, and look for Line of Sight. If it is not there, ask your administrator to add it for you.",
  ],
  "no-consent": [
    "Teams could not sign you in to Line of Sight",
    "Your organisation has to allow the app to know who you are. Ask your administrator to grant it, then open this tab again.",
  ],
  "no-answer": [
    "Line of Sight cannot be reached just now",
    "Check your connection and open this page again. If it goes on, tell your administrator.",
  ],
};

/** The tab cannot start here: why, and what to do. */
export function Stopped({ stop }: Stop) {
  const styles = useStyles();
  if (stop === "signing-in") return null;
  const [title, more] = says[stop];
  return (
    <FluentProvider theme={themes[browserTheme().theme]}>
      <main className={styles.middle}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.more}>{more}</p>
      </main>
    </FluentProvider>
  );
}

const useStyles = makeStyles({
  middle: {
    display: "grid",
    alignContent: "center",
    minHeight: "100dvh",
    maxWidth: "560px",
    margin: "0 auto",
    padding: "24px",
    boxSizing: "border-box",
  },
  title: { margin: 0, fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700 },
  more: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase500,
    color: tokens.colorNeutralForeground2,
  },
});
