import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useDownload } from "../../../ask/use-download.ts";
import { Card } from "../../../look/card.tsx";
import { DownloadIcon } from "../../../look/icons.ts";
import { ProblemNote } from "../../../look/problem-note.tsx";

/** The audit trail to take away, and how it is checked without Line of Sight. */
export function AuditExport() {
  const styles = useStyles();
  const download = useDownload();
  return (
    <Card title="Audit trail">
      <p className={styles.words}>
        Who did what and when, without anybody's answers. Taking it is written into it. To check it offline, in a copy
        of the program and with the fingerprint and the newest anchor you were given another way:
      </p>
      <code className={styles.command}>
        npm run audit:verify -- audit-trail.zip --key FINGERPRINT --newest NUMBER:HASH
      </code>
      {download.error && <ProblemNote problem={download.error} />}
      <Button
        icon={<DownloadIcon />}
        disabledFocusable={download.isPending}
        onClick={() => download.mutate("/audit/export")}
      >
        Download the auditor's export
      </Button>
    </Card>
  );
}

const useStyles = makeStyles({
  words: { margin: 0, maxWidth: "76ch" },
  command: {
    display: "block",
    margin: "12px 0",
    padding: "8px 12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: "anywhere",
  },
});
