import { Button, makeStyles, tokens } from "@fluentui/react-components";
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
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.board} tabIndex={0} aria-label="Discrepancies by step">
      {checks.columns.map(({ column, checks: some }) => {
        if (column === "check") return null;
        const { title, who } = columns[column];
        return (
          <div key={column} className={styles.column}>
            <h3 className={styles.title}>
              {title} <span className={styles.count}>{some.length}</span>
            </h3>
            <p className={styles.who}>{who}</p>
            {some.map((check) => (
              <Discrepancy key={check.key} check={check} column={column} mine={mine.has(check.key)} />
            ))}
          </div>
        );
      })}
    </section>
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
  const agree = useSend<typeof agreeTreatment>(() => "You agreed to the new coding");
  const service = me.services.find(({ key }) => key === check.service)?.name ?? check.service;
  const problem = close.error ?? agree.error;
  return (
    <article className={styles.card} aria-label={`${service}, ${kindOf(check.dataset)} ${check.record}`}>
      <LinkTo to={`/registers/validation-log/${check.key}`} strong>
        {service}
      </LinkTo>
      <span className={styles.quiet}>{kindOf(check.dataset)}</span>
      <dl className={styles.sides}>
        <dt>Reported</dt>
        <dd>{check.reportedValue ?? "nothing"}</dd>
        <dt>Source</dt>
        <dd>{check.result === "not-found" && !check.sourceValue ? "not found" : check.sourceValue}</dd>
      </dl>
      {check.cause && <span className={styles.quiet}>Cause: {optionWords(check.cause)}</span>}
      {check.treatment && <span className={styles.quiet}>Done: {optionWords(check.treatment)}</span>}
      {check.correction && <span className={styles.quiet}>Corrected: {check.correction}</span>}
      {problem && <ProblemNote problem={problem} />}
      {column === "treatment" && holds(me, "quality-lead") && !check.treatmentAgreedBy && (
        <Button
          size="small"
          disabledFocusable={agree.isPending}
          onClick={() => agree.mutate({ path: `/validation-log/${check.key}/agreement`, body: { etag: check.etag } })}
        >
          Agree to a new coding
        </Button>
      )}
      {mine && (
        <Button
          size="small"
          appearance="primary"
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
  board: {
    display: "grid",
    gridTemplateColumns: "repeat(5, minmax(136px, 1fr))",
    columnGap: "12px",
    overflowX: "auto",
    padding: "4px 20px 20px",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  column: { display: "grid", rowGap: "8px", alignContent: "start" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: 600 },
  count: { color: tokens.colorNeutralForeground3, fontWeight: 400, fontVariantNumeric: "tabular-nums" },
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
