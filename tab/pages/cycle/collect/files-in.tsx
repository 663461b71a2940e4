import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { acceptRejects } from "#api/operations/accept-rejects.ts";
import type { Import } from "#domain/registers/imports.ts";
import { useDownload } from "../../../ask/use-download.ts";
import type { ShownRow } from "../../../ask/use-rows.ts";
import { useSend } from "../../../ask/use-send.ts";
import { holds, useMe } from "../../../frame/me-context.ts";
import { Empty } from "../../../look/empty.tsx";
import { DownloadIcon } from "../../../look/icons.ts";
import { PlainTable } from "../../../look/plain-table.tsx";
import { ProblemNote } from "../../../look/problem-note.tsx";
import { ReasonDialog } from "../../../look/reason-dialog.tsx";
import { StatusPill } from "../../../look/status-pill.tsx";
import { sayPeriod } from "../../../words/say-day.ts";

type ShownImport = ShownRow<Import>;

const FIRST = 8;

interface Props {
  readonly imports: readonly ShownImport[];
  /** The person brings files in themselves. */
  readonly mayBring: boolean;
}

/** The files that came in for the period, those with something to settle first. */
export function FilesIn({ imports, mayBring }: Props) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  if (imports.length === 0)
    return (
      <Empty title="Nothing came in for this period yet">
        {mayBring ? "Drop the first export above." : "The ECM administrator brings the exports in."}
      </Empty>
    );
  const ordered = imports.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)));
  const shown = all ? ordered : ordered.slice(0, FIRST);
  return (
    <>
      <PlainTable
        caption="Each file brought in"
        columns={[{ name: "File" }, { name: "Rows read", number: true }, { name: "Not read" }]}
        rows={shown.map((row) => ({
          key: row.key,
          cells: [
            <span key="file" className={styles.file}>
              {row.headline}
              <span className={styles.quiet}>{row.answers.sourceSystem}</span>
              <span className={styles.quiet}>
                <Covers row={row} />
              </span>
            </span>,
            row.answers.loaded?.toLocaleString("en-GB") ?? "",
            <NotRead key="not" row={row} />,
          ],
        }))}
      />
      {ordered.length > FIRST && (
        <Button appearance="subtle" onClick={() => setAll(!all)} className={styles.more}>
          {all ? "Show fewer" : `Show all ${ordered.length} files`}
        </Button>
      )}
    </>
  );
}

const isOpen = ({ answers: { rejected = 0, rejectsAccepted, status } }: ShownImport) =>
  rejected > 0 && !rejectsAccepted && status === "accepted";

function Covers({ row: { answers } }: { readonly row: ShownImport }) {
  const { periodFrom, periodTo, status = "received" } = answers;
  if (status !== "accepted") return <StatusPill status={status} says={waits[status] ?? status} />;
  return periodFrom && periodTo ? sayPeriod(periodFrom, periodTo) : "";
}

const waits: Readonly<Record<string, string>> = { received: "Looked at only", read: "Looked at only" };

/** Rows of a file that could not be read: to download, and to go on without, with a reason. */
function NotRead({ row }: { readonly row: ShownImport }) {
  const styles = useStyles();
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const download = useDownload();
  const accept = useSend<typeof acceptRejects>(({ headline }) => `Going on without those rows of “${headline}”`);
  const { rejected = 0, rejectsAccepted, rejectsReason } = row.answers;
  if (rejected === 0) return row.answers.status === "accepted" ? <span className={styles.quiet}>none</span> : null;
  return (
    <div className={styles.notRead}>
      <span className={styles.rejects}>
        <StatusPill
          status="rejected"
          tone={rejectsAccepted ? "none" : "bad"}
          says={`${rejected.toLocaleString("en-GB")} ${rejected === 1 ? "row" : "rows"}`}
        />
        {holds(me, "ecm-administrator", "contracts-manager", "quality-lead") && (
          <Button
            size="small"
            appearance="subtle"
            icon={<DownloadIcon />}
            aria-label={`Download the rows of ${row.headline} that could not be read`}
            onClick={() => download.mutate(`/imports/${row.key}/rejects`)}
          />
        )}
        {isOpen(row) && holds(me, "contracts-manager", "quality-lead") && (
          <Button size="small" onClick={() => setAsking(true)}>
            Go on without them
          </Button>
        )}
      </span>
      {rejectsAccepted && <span className={styles.quiet}>Going on without: {rejectsReason}</span>}
      {download.error && <ProblemNote problem={download.error} />}
      {asking && (
        <ReasonDialog
          title={`Go on without ${rejected} ${rejected === 1 ? "row" : "rows"} of ${row.headline}?`}
          question="Why are the figures right without them?"
          hint="The pack names this as a known gap, with your reason."
          does="Go on without them"
          problem={accept.error}
          busy={accept.isPending}
          onCancel={() => setAsking(false)}
          onReason={(reason) =>
            accept.mutate(
              { path: `/imports/${row.key}/rejects`, body: { etag: row.etag, reason } },
              { onSuccess: () => setAsking(false) },
            )
          }
        />
      )}
    </div>
  );
}

const useStyles = makeStyles({
  file: { display: "grid", overflowWrap: "anywhere", minWidth: "180px" },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  notRead: { display: "grid", rowGap: "4px", maxWidth: "34ch" },
  rejects: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px" },
  more: { marginTop: "8px" },
});
