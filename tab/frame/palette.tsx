import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Input,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { type KeyboardEvent, useId, useState } from "react";
import { useLocation } from "wouter";
import { SearchIcon } from "../look/icons.ts";
import { useFindable } from "./use-findable.ts";

const MOST = 12;

/** Search over everything with a page of its own. Arrow keys choose, Enter opens. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const [, go] = useLocation();
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const found = useFindable(words).slice(0, MOST);
  const at = Math.min(chosen, found.length - 1);
  const open = (path: string | undefined) => {
    if (!path) return;
    onClose();
    go(path);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") open(found[at]?.path);
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    setChosen((at + step + found.length) % Math.max(1, found.length));
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>Search</DialogTitle>
          <DialogContent className={styles.content}>
            <Input
              size="large"
              role="combobox"
              aria-label="Search pages, actions and registers"
              aria-expanded="true"
              aria-controls={id}
              aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
              contentBefore={<SearchIcon />}
              value={words}
              onChange={(_, { value }) => {
                setWords(value);
                setChosen(0);
              }}
              onKeyDown={onKeyDown}
              autoFocus
            />
            <div role="listbox" id={id} aria-label="Found" className={styles.list}>
              {found.map(({ path, name, kind }, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the combobox does the same
                // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and names the chosen one
                <div
                  key={path}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === at}
                  className={mergeClasses(styles.option, index === at && styles.chosen)}
                  onClick={() => open(path)}
                  onMouseMove={() => setChosen(index)}
                >
                  <span className={styles.name}>{name}</span>
                  <span className={styles.kind}>{kind}</span>
                </div>
              ))}
            </div>
            {found.length === 0 && <p className={styles.none}>Nothing is called that. Try one word of it.</p>}
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

const useStyles = makeStyles({
  surface: { maxWidth: "620px" },
  content: { display: "grid", rowGap: "12px", minHeight: "340px", alignContent: "start" },
  list: { display: "grid" },
  option: {
    display: "flex",
    justifyContent: "space-between",
    columnGap: "16px",
    padding: "8px 12px",
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground3,
    outline: `1px solid ${tokens.colorTransparentStroke}`,
  },
  name: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  kind: { color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
  none: { color: tokens.colorNeutralForeground2, margin: "0 12px" },
});
