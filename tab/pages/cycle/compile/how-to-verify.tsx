import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { CopyIcon } from "../../../look/icons.ts";
import { useSaid } from "../../../look/said.tsx";
import type { PackInList } from "../approve/use-pack.ts";

/** How anybody, without an account, makes sure that not one byte of the pack changed. */
export function HowToVerify({ pack }: { readonly pack: PackInList }) {
  const styles = useStyles();
  const say = useSaid();
  const command = `npm run verify -- pack.zip --key ${pack.keyFingerprint ?? "FINGERPRINT"}`;
  return (
    <div className={styles.body}>
      <p className={styles.says}>
        With <code>pack.zip</code> and <code>pack.zip.sig</code> in one folder, offline, with no account:
      </p>
      <div className={styles.line}>
        <code className={styles.command}>{command}</code>
        <Button
          appearance="subtle"
          icon={<CopyIcon />}
          aria-label="Copy the command"
          onClick={() => void navigator.clipboard?.writeText(command).then(() => say("The command is copied"))}
        />
      </div>
      <p className={styles.says}>
        It names any file that was changed, added or left out. The fingerprint tells our key from anybody else's: give
        it to the commissioner once, by telephone or letter.
      </p>
    </div>
  );
}

const useStyles = makeStyles({
  body: { display: "grid", rowGap: "8px" },
  says: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: "76ch" },
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    alignItems: "center",
    padding: "4px 4px 4px 14px",
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  command: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
});
