import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { FactRow } from "../../../look/fact-row.tsx";
import { BadIcon, GoodLargeIcon, WarnIcon } from "../../../look/icons.ts";
import { PlainTable } from "../../../look/plain-table.tsx";
import { sayPeriod } from "../../../words/say-day.ts";
import { AskedOfFile } from "./asked-of-file.tsx";
import { ContentCounts } from "./content-counts.tsx";
import type { Answers, Received } from "./incoming-file.tsx";

type Preview = Received["preview"];

interface Props {
  readonly preview: Preview;
  readonly busy: boolean;
  readonly onAnswer: (answers: Answers) => void;
  readonly onTake: () => void;
}

/** What is in a file before anything counts it: what is wrong, how many rows, and the first of them. */
export function ImportPreview({ preview, busy, onAnswer, onTake }: Props) {
  const styles = useStyles();
  const { problems, profile, trial, sample } = preview;
  const stopped = problems.some(({ level }) => level === "stops");
  const asked = problems.filter(({ ask }) => ask);
  return (
    <>
      <p className={styles.what}>
        Read as <strong>{profile.report}</strong> from {profile.product}
        {trial?.covered && `, ${sayPeriod(trial.covered.from, trial.covered.to)}`}.
      </p>
      <Problems problems={problems.filter(({ ask }) => !ask)} clean={problems.length === 0 && trial?.rejected === 0} />
      {asked.map(
        ({ say, ask }) => ask && <AskedOfFile key={ask.heading} say={say} ask={ask} busy={busy} onAnswer={onAnswer} />,
      )}
      {trial && <Counts trial={trial} />}
      <div className={styles.act}>
        <Button appearance="primary" onClick={onTake} disabledFocusable={busy || stopped || asked.length > 0}>
          Take into figures
        </Button>
        {asked.length > 0 && <span className={styles.quiet}>Answer the question first.</span>}
        {stopped && <span className={styles.quiet}>This file cannot be taken in as it is.</span>}
      </div>
      {trial && trial.contentCounts.length > 0 && (
        <details>
          <summary className={styles.summary}>Rows and people by service and month</summary>
          <ContentCounts counts={trial.contentCounts} />
        </details>
      )}
      <details>
        <summary className={styles.summary}>
          The first {sample.rows.length} rows · names and addresses are left out
        </summary>
        <PlainTable
          raw
          caption="The first rows of the file"
          columns={sample.headings.map((name) => ({ name }))}
          rows={sample.rows.map((cells, at) => ({ key: String(at), cells }))}
        />
      </details>
    </>
  );
}

function Problems({ problems, clean }: { readonly problems: Preview["problems"]; readonly clean: boolean }) {
  const styles = useStyles();
  if (problems.length === 0)
    return clean ? (
      <p className={styles.problem}>
        <GoodLargeIcon aria-hidden className={styles.good} /> Every row can be read.
      </p>
    ) : null;
  const worst = { stops: 0, ask: 1, note: 2 } as const;
  return (
    <ul className={styles.problems}>
      {[...problems]
        .sort((a, b) => worst[a.level] - worst[b.level])
        .map(({ level, say }) => (
          <li key={say} className={mergeClasses(styles.problem, level === "stops" && styles.stops)}>
            {level === "stops" ? <BadIcon aria-hidden /> : <WarnIcon aria-hidden className={styles.warn} />}
            {say}
          </li>
        ))}
    </ul>
  );
}

function Counts({ trial }: { readonly trial: NonNullable<Preview["trial"]> }) {
  const styles = useStyles();
  const say = (rows: number) => rows.toLocaleString("en-GB");
  const { scanned, loaded, rejected, skipped } = trial;
  return (
    <div className={styles.counts}>
      <FactRow
        facts={[
          { name: "Rows in the file", value: say(scanned) },
          { name: "Can be read", value: say(loaded) },
          {
            name: "Cannot be read",
            value: <span className={rejected > 0 ? styles.bad : undefined}>{say(rejected)}</span>,
          },
          { name: "Left out", value: say(skipped) },
        ]}
      />
      <div className={styles.bar} aria-hidden>
        <span className={styles.read} style={{ flexGrow: loaded }} />
        <span className={styles.skipped} style={{ flexGrow: skipped }} />
        <span className={styles.rejected} style={{ flexGrow: rejected }} />
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  what: { margin: 0 },
  problems: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: "8px" },
  problem: {
    display: "flex",
    alignItems: "flex-start",
    columnGap: "8px",
    margin: 0,
    "& svg": { flexShrink: 0, marginTop: "2px" },
  },
  stops: { color: tokens.colorStatusDangerForeground1, fontWeight: 600 },
  warn: { color: tokens.colorStatusWarningForeground1, flexShrink: 0 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  counts: { display: "grid", rowGap: "10px" },
  bar: { display: "flex", columnGap: "2px", height: "8px", borderRadius: "4px", overflow: "hidden" },
  read: { backgroundColor: tokens.colorStatusSuccessBackground3 },
  skipped: { backgroundColor: tokens.colorNeutralStroke1 },
  rejected: { backgroundColor: tokens.colorStatusDangerBackground3 },
  act: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "12px" },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  summary: { cursor: "pointer", marginBottom: "8px", color: tokens.colorNeutralForeground2 },
});
