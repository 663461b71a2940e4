import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useState } from "react";
import { SearchIcon } from "../look/icons.ts";
import { phone } from "../look/theme.ts";

const Palette = lazy(() => import("./palette.tsx").then(({ Palette }) => ({ default: Palette })));

/** Opens the search over pages, registers and actions; Ctrl+K from anywhere. */
export function SearchButton() {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <Button
        className={styles.button}
        icon={<SearchIcon />}
        onClick={() => setOpen(true)}
        aria-keyshortcuts="Control+K"
      >
        <span className={styles.words}>Search pages, actions, registers</span>
        <kbd aria-hidden className={styles.key}>
          Ctrl K
        </kbd>
      </Button>
      {open && (
        <Suspense>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

const useStyles = makeStyles({
  button: {
    width: "min(380px, 34vw)",
    justifyContent: "flex-start",
    fontWeight: 400,
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    "@media (max-width: 900px)": { width: "auto", minWidth: "32px" },
    [phone]: { border: "none", backgroundColor: "transparent" },
  },
  words: {
    flexGrow: 1,
    textAlign: "left",
    whiteSpace: "nowrap",
    overflow: "hidden",
    "@media (max-width: 900px)": {
      position: "absolute",
      width: "1px",
      clipPath: "inset(50%)",
    },
  },
  key: {
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase100,
    padding: "0 6px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: "nowrap",
    "@media (max-width: 900px)": { display: "none" },
  },
});
