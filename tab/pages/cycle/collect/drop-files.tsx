import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { UploadIcon } from "../../../look/icons.ts";

const KINDS = ".csv,.xlsx,.txt,.tsv";

interface Props {
  readonly onFiles: (files: readonly File[]) => void;
  /** Bringing files in is what the page is for now. */
  readonly primary: boolean;
}

/** Takes files dropped anywhere on the page, or chosen. */
export function DropFiles({ onFiles, primary }: Props) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const over = useDropAnywhere(onFiles);
  return (
    <div className={mergeClasses(styles.zone, over && styles.over)}>
      <UploadIcon aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <strong>{over ? "Let go to look at it" : "Drop exports anywhere on this page"}</strong>
        <span className={styles.quiet}>
          CSV or Excel, as they come from the care system. You see what is in a file before anything counts it.
        </span>
      </div>
      <Button appearance={primary ? "primary" : "secondary"} onClick={() => input.current?.click()}>
        Choose files
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={KINDS}
        aria-label="Exports to bring in"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = "";
        }}
      />
    </div>
  );
}

function useDropAnywhere(onFiles: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files") ?? false;
    const dragged = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const left = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const dropped = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      onFiles([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener("dragover", dragged);
    window.addEventListener("dragleave", left);
    window.addEventListener("drop", dropped);
    return () => {
      window.removeEventListener("dragover", dragged);
      window.removeEventListener("dragleave", left);
      window.removeEventListener("drop", dropped);
    };
  }, [onFiles]);
  return over;
}

const useStyles = makeStyles({
  zone: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "12px 16px",
    padding: "20px",
    borderRadius: tokens.borderRadiusXLarge,
    border: `1.5px dashed ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  over: { border: `1.5px dashed ${tokens.colorCompoundBrandStroke}`, backgroundColor: tokens.colorBrandBackground2 },
  icon: { color: tokens.colorBrandForeground1, flexShrink: 0 },
  words: { display: "grid", flexGrow: 1, flexBasis: "220px" },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});
