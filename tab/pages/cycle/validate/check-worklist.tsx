import { Button, makeStyles, ProgressBar, Textarea, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState } from "react";
import type { checkRecord } from "#api/operations/check-record.ts";
import { useSend } from "../../../ask/use-send.ts";
import { useMe } from "../../../frame/me-context.ts";
import { Card } from "../../../look/card.tsx";
import { OnIcon } from "../../../look/icons.ts";
import { ProblemNote } from "../../../look/problem-note.tsx";
import { narrow } from "../../../look/theme.ts";
import { kindOf, type ShownCheck, type ShownPlan } from "./shown-checks.ts";
import { ThreeAnswers } from "./three-answers.tsx";

interface Props {
  /** The records that wait for this person, in order. */
  readonly checks: readonly ShownCheck[];
  readonly plans: readonly ShownPlan[];
}

/** One record a screen: what we reported beside what its source says, and three answers. */
export function CheckWorklist({ checks, plans }: Props) {
  const [at, setAt] = useState(0);
  const record = useRef<HTMLDivElement>(null);
  const check = checks[Math.min(at, checks.length - 1)];
  const [before, setBefore] = useState(check?.key);
  useEffect(() => {
    // The button that was pressed is gone with its record: whoever works by keyboard or ear goes on at the next one.
    if (check && check.key !== before) record.current?.focus();
    setBefore(check?.key);
  }, [check, before]);
  if (!check) return null;
  const plan = plans.find(({ key }) => key === check.plan);
  return (
    <Card
      title="Your records to check"
      id="checks"
      aside={
        <span style={{ display: "flex", alignItems: "center", gap: "8px" }}>
          {checks.length} left
          <Button
            size="small"
            appearance="subtle"
            icon={<OnIcon />}
            iconPosition="after"
            onClick={() => setAt((at + 1) % checks.length)}
          >
            Later
          </Button>
        </span>
      }
    >
      <div ref={record} tabIndex={-1} style={{ outlineStyle: "none" }}>
        <OneRecord key={check.key} check={check} plan={plan} />
      </div>
    </Card>
  );
}

function OneRecord({ check, plan }: { readonly check: ShownCheck; readonly plan: ShownPlan | undefined }) {
  const styles = useStyles();
  const { services } = useMe();
  const id = useId();
  const [source, setSource] = useState("");
  const [missing, setMissing] = useState(false);
  const send = useSend<typeof checkRecord>(({ answers }) =>
    answers.status === "agrees" ? "They agree" : "Kept as a discrepancy. The registered manager gives the cause.",
  );
  const service = services.find(({ key }) => key === check.service)?.name ?? check.service;
  return (
    <div className={styles.record}>
      {plan && (
        <ProgressBar
          value={plan.size === 0 ? 0 : plan.checked / plan.size}
          thickness="large"
          aria-label={`${plan.checked} of ${plan.size} of this plan are checked`}
        />
      )}
      <p className={styles.about}>
        <strong>
          {service}, {kindOf(check.dataset)}
        </strong>{" "}
        <span className={styles.code}>{check.record}</span>
        {plan && (
          <span className={styles.plan}>
            {plan.name} · {plan.checked} of {plan.size} checked
          </span>
        )}
      </p>
      <div className={styles.sides}>
        <div className={styles.reported}>
          <span className={styles.label}>What we reported</span>
          <Lines words={check.reportedValue ?? "Nothing"} />
        </div>
        <div>
          <label htmlFor={id} className={styles.label}>
            What the source says
          </label>
          <Textarea
            id={id}
            className={styles.source}
            rows={5}
            value={source}
            placeholder="Numbers, times and codes. No names."
            onChange={(_, { value }) => {
              setSource(value);
              setMissing(false);
            }}
          />
          {missing && (
            <p role="alert" className={styles.missing}>
              Say what stands in the source, so that the manager can see what differs.
            </p>
          )}
        </div>
      </div>
      {send.error && <ProblemNote problem={send.error} />}
      <ThreeAnswers
        busy={send.isPending}
        onAnswer={(result) => {
          if (result === "differs" && source.trim() === "") return setMissing(true);
          const sourceValue = source.trim() || (result === "not-found" ? "No such record in the source" : "");
          send.mutate({
            path: `/validation-log/${check.key}/check`,
            body: { etag: check.etag, result, sourceValue },
          });
        }}
      />
    </div>
  );
}

/** What a record says, one fact a line. */
export function Lines({ words }: { readonly words: string }) {
  const styles = useStyles();
  return (
    <ul className={styles.lines}>
      {words.split("; ").map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

const useStyles = makeStyles({
  record: { display: "grid", rowGap: "16px" },
  about: { margin: 0 },
  plan: { display: "block", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
  sides: {
    display: "grid",
    gridTemplateColumns: "1fr 1fr",
    gap: "16px",
    [narrow]: { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  reported: {
    padding: "12px 16px",
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  label: {
    display: "block",
    marginBottom: "6px",
    fontSize: tokens.fontSizeBase200,
    fontWeight: 600,
    color: tokens.colorNeutralForeground2,
  },
  lines: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    rowGap: "4px",
    fontSize: tokens.fontSizeBase400,
  },
  source: { width: "100%" },
  missing: { margin: "4px 0 0", color: tokens.colorStatusDangerForeground1 },
});
