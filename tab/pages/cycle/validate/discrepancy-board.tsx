import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { agreeTreatment } from "#api/operations/agree-treatment.ts";
import type { closeDiscrepancy } from "#api/operations/close-discrepancy.ts";
import { optionWords } from "#domain/register/option-words.ts";
import { useSend } from "../../../ask/use-send.ts";
import { holds, useMe } from "../../../frame/me-context.ts";
import { LinkTo } from "../../../look/link-to.tsx";
import { ProblemNote } from "../../../look/problem-note.tsx";
import { kindOf, type ShownCheck, type ShownChecks, type ShownColumn } from "./shown-checks.ts";
import { TakeOn } from "./take-on.tsx";

const columns: Readonly<Record<Exclude<ShownColumn, "check">, { title: string; who: string; does: string }>> = {
  cause: { title: "Cause", who: "The registered manager", does: "Give the cause" },
  treatment: { title: "Treatment", who: "The contracts manager", does: "Decide" },
  correction: { title: "Correction", who: "Whoever keeps the record", does: "Record it" },
  "re-check": { title: "Check again", who: "An auditor", does: "Check again" },
  close: { title: "Close", who: "The quality lead or an auditor", does: "Close" },
};

interface Props {
  readonly checks: ShownChecks;
}

/** Open discrepancies on their way: cause, treatment, correction, second check; each with who can do the next step. */
export function DiscrepancyBoard({ checks }: Props) {
  const styles = useStyles();
  const mine = new Set(checks.worklist.map(({ key }) => key));
  const steps = checks.columns.flatMap(({ column, checks: some }) => (column === "check" ? [] : [{ column, some }]));
  return (
    <>
      <ol className={styles.steps} aria-label="Steps to a closed discrepancy">
        {steps.map(({ column, some }) => (
          <li key={column} className={mergeClasses(styles.step, some.length > 0 && styles.used)}>
            {columns[column].title} <span className={styles.number}>{some.length}</span>
          </li>
        ))}
      </ol>
      <div className={styles.board}>
        {steps
          .filter(({ some }) => some.length > 0)
          .map(({ column, some }) => (
            <section key={column} className={styles.column} aria-label={columns[column].title}>
              <h3 className={styles.title}>{columns[column].title}</h3>
              <p className={styles.who}>{columns[column].who}</p>
              {some
                .toSorted((a, b) => Number(mine.has(b.key)) - Number(mine.has(a.key)))
                .map((check) => (
                  <Discrepancy key={check.key} check={check} column={column} mine={mine.has(check.key)} />
                ))}
            </section>
          ))}
      </div>
    </>
  );
}

interface DiscrepancyProps {
  readonly check: ShownCheck;
  readonly column: Exclude<ShownColumn, "check">;
  readonly mine: boolean;
}

function Discrepancy({ check, column, mine }: DiscrepancyProps) {
  const styles = useStyles();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const close = useSend<typeof closeDiscrepancy>(() => "The discrepancy is closed");
  const agree = useSend<typeof agreeTreatment>(() => "You agreed that it may count differently");
  const service = me.services.find(({ key }) => key === check.service)?.name ?? check.service;
  const problem = close.error ?? agree.error;
  return (
    <article className={styles.card} aria-label={`${service}, ${kindOf(check.dataset)} ${check.record}`}>
      <span>
        <LinkTo to={`/registers/validation-log/${check.key}`} strong>
          {service}
        </LinkTo>{" "}
        <span className={styles.quiet}>{kindOf(check.dataset)}</span>
      </span>
      <dl className={styles.sides}>
        <dt>Reported</dt>
        <dd>{check.reportedValue ?? "Nothing"}</dd>
        <dt>Source</dt>
        <dd>{check.result === "not-found" && !check.sourceValue ? "Not found" : check.sourceValue}</dd>
      </dl>
      {check.cause && <span className={styles.quiet}>Cause: {optionWords(check.cause)}</span>}
      {check.treatment && <span className={styles.quiet}>Done: {optionWords(check.treatment)}</span>}
      {check.correction && <span className={styles.quiet}>Corrected: {check.correction}</span>}
      {problem && <ProblemNote problem={problem} />}
      {column === "treatment" && holds(me, "quality-lead") && !check.treatmentAgreedBy && (
        <Button
          size="small"
          appearance="subtle"
          disabledFocusable={agree.isPending}
          onClick={() => agree.mutate({ path: `/validation-log/${check.key}/agreement`, body: { etag: check.etag } })}
        >
          Agree that it may count differently
        </Button>
      )}
      {mine && (
        <Button
          size="small"
          disabledFocusable={close.isPending}
          onClick={() =>
            column === "close"
              ? close.mutate({ path: `/validation-log/${check.key}/close`, body: { etag: check.etag } })
              : setOpen(true)
          }
        >
          {columns[column].does}
        </Button>
      )}
      {open && column !== "close" && (
        <TakeOn check={check} column={column} service={service} onClose={() => setOpen(false)} />
      )}
    </article>
  );
}

const useStyles = makeStyles({
  steps: {
    display: "flex",
    flexWrap: "wrap",
    gap: "6px 0",
    listStyleType: "none",
    margin: 0,
    padding: "8px 20px 12px",
  },
  step: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    "::after": { content: '"→"', margin: "0 10px", color: tokens.colorNeutralForeground4 },
    ":last-child::after": { display: "none" },
  },
  used: { color: tokens.colorNeutralForeground1, fontWeight: 600 },
  number: { fontVariantNumeric: "tabular-nums" },
  board: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(232px, 100%), 1fr))",
    gap: "20px 16px",
    padding: "0 20px 20px",
  },
  column: { display: "grid", rowGap: "8px", alignContent: "start" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: 600 },
  who: {
    margin: 0,
    paddingBottom: "6px",
    borderBottom: `2px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  card: {
    display: "grid",
    rowGap: "6px",
    padding: "12px",
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  sides: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
    "& dt": { color: tokens.colorNeutralForeground3 },
    "& dd": { margin: "0 0 4px" },
  },
});
