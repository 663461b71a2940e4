import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, Suspense } from "react";
import { Bones } from "../look/bones.tsx";
import { phone } from "../look/theme.ts";
import { Header } from "./header.tsx";
import { Rail } from "./rail.tsx";

/** The rail, the header, and a page between them. */
export function Frame({ children }: { children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.frame}>
      <a href="#page" className={styles.skip}>
        Skip to the page
      </a>
      <Header />
      <Rail />
      <main id="page" tabIndex={-1} className={styles.page}>
        <Suspense fallback={<Bones label="Opening the page" lines={6} />}>{children}</Suspense>
      </main>
    </div>
  );
}

const useStyles = makeStyles({
  frame: {
    display: "grid",
    gridTemplateAreas: '"header header" "rail page"',
    gridTemplateColumns: "auto minmax(0, 1fr)",
    gridTemplateRows: "56px minmax(0, 1fr)",
    height: "100dvh",
    backgroundColor: tokens.colorNeutralBackground3,
    "@media (min-width: 1080px)": { gridTemplateColumns: "208px minmax(0, 1fr)" },
    [phone]: {
      gridTemplateAreas: '"header" "page" "rail"',
      gridTemplateColumns: "minmax(0, 1fr)",
      gridTemplateRows: "52px minmax(0, 1fr) auto",
    },
  },
  page: {
    gridArea: "page",
    overflowY: "auto",
    padding: "24px 32px 64px",
    borderTopLeftRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    outlineStyle: "none",
    [phone]: { padding: "16px 16px 32px", borderTopLeftRadius: 0, borderLeft: "none" },
  },
  skip: {
    position: "absolute",
    left: "8px",
    top: "-60px",
    zIndex: 10,
    padding: "8px 16px",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    ":focus": { top: "8px" },
  },
});
