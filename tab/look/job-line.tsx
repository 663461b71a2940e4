import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { hasEnded, type JobShown, useJob } from "../ask/use-job.ts";
import { BadIcon, CloseIcon, GoodIcon } from "./icons.ts";
import { ProblemNote } from "./problem-note.tsx";

interface Props {
  readonly job: string;
  readonly name: string;
  /** What it came to, once it is done. */
  readonly done: (job: JobShown) => ReactNode;
  readonly onClose: () => void;
}

/** A longer piece of work on one line: how far it is, what it does now, and how it ended. */
export function JobLine({ job: key, name, done, onClose }: Props) {
  const styles = useStyles();
  const { data: job, error } = useJob(key);
  if (error) return <ProblemNote problem={error} again={onClose} />;
  const ended = job !== undefined && hasEnded(job);
  return (
    <div className={styles.line} role="status">
      <div className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={styles.says}>
          {job?.state === "done" && <GoodIcon aria-hidden className={styles.good} />}
          {job?.state === "failed" && <BadIcon aria-hidden className={styles.bad} />}
          {job ? sayJob(job, done) : "Starting"}
        </span>
      </div>
      {ended ? (
        <Button size="small" appearance="subtle" icon={<CloseIcon />} aria-label={`Close ${name}`} onClick={onClose} />
      ) : (
        <ProgressBar
          className={styles.bar}
          aria-label={`How far ${name} is`}
          value={(job?.progress ?? 0) / 100}
          thickness="large"
        />
      )}
    </div>
  );
}

function sayJob(job: JobShown, done: Props["done"]): ReactNode {
  if (job.state === "done") return done(job);
  if (job.state === "failed") return job.error ?? "It could not be finished. Nothing was changed.";
  return `${job.step ?? "Waiting for its turn"} · you may leave this page`;
}

const useStyles = makeStyles({
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    alignItems: "center",
    columnGap: "16px",
    rowGap: "8px",
    padding: "12px 16px",
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  words: { display: "grid", minWidth: 0 },
  name: { fontWeight: 600, overflowWrap: "anywhere" },
  says: { display: "flex", alignItems: "center", columnGap: "6px", color: tokens.colorNeutralForeground2 },
  bar: { gridColumn: "1 / -1" },
  good: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  bad: { color: tokens.colorStatusDangerForeground1, flexShrink: 0 },
});
