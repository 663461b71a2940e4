import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { drawSample } from "#api/operations/draw-sample.ts";
import type { widenCheck } from "#api/operations/widen-check.ts";
import { useSend } from "../../../ask/use-send.ts";
import { holds, useMe } from "../../../frame/me-context.ts";
import { ProblemNote } from "../../../look/problem-note.tsx";
import { StatusPill } from "../../../look/status-pill.tsx";
import { AccuracyBar } from "./accuracy-bar.tsx";
import { DrawEntries } from "./draw-entries.tsx";
import { percent, type ShownPlan } from "./shown-checks.ts";

const ways = [
  { direction: "every-case", title: "Every case", says: "Nothing of these is left to a sample." },
  { direction: "figure-to-source", title: "From the figure to its records", says: "A sample by a seed written first." },
  { direction: "source-to-figure", title: "From another source to the figure", says: "What never reached the system." },
] as const;

/** What is checked, both ways: how far each plan is and how it came out. */
export function Plans({ plans }: { readonly plans: readonly ShownPlan[] }) {
  const styles = useStyles();
  return (
    <div className={styles.ways}>
      {ways.map(({ direction, title, says }) => {
        const own = plans.filter((plan) => plan.direction === direction);
        return own.length === 0 ? null : (
          <section key={direction} aria-label={title}>
            <h3 className={styles.title}>{title}</h3>
            <p className={styles.quiet}>{says}</p>
            <ul className={styles.list}>
              {own.map((plan) => (
                <PlanLine key={plan.key} plan={plan} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function PlanLine({ plan }: { readonly plan: ShownPlan }) {
  const styles = useStyles();
  const { name, accuracy, checker } = plan;
  return (
    <li className={styles.plan}>
      <div className={styles.words}>
        <strong>{short(name)}</strong>
        <span className={styles.quiet}>
          {howFar(plan)}
          {checker && ` · ${checker} checks`}
        </span>
      </div>
      {accuracy !== undefined && (
        <div className={styles.accuracy}>
          <span className={styles.share}>{percent(accuracy)} agreed</span>
          <AccuracyBar plan={plan} />
          <span className={styles.quiet}>{bound(plan)}</span>
        </div>
      )}
      <div className={styles.state}>
        <PlanState plan={plan} />
      </div>
    </li>
  );
}

/** “Missed visits”: the group's heading says the rest of the plan's name. */
function short(name: string): string {
  const words = name.replace(/: from the .*$/, "");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function howFar({ status, size, checked }: ShownPlan): string {
  if (status === "recorded") return `${size} to draw`;
  return size === 0 ? "None in the period" : `${checked} of ${size} checked`;
}

/** A share of every case is what it is; a sample's stands for the rest only within its bound. */
function bound({ direction, agreed, checked, lower, threshold }: ShownPlan): string {
  const found = `${agreed} of ${checked} as first found`;
  const reach = direction === "every-case" ? "" : `; at least ${percent(lower)} of all, with 95 % confidence`;
  return `${found}${reach}; asked for ${threshold} %`;
}

function PlanState({ plan }: { readonly plan: ShownPlan }) {
  const me = useMe();
  const [counting, setCounting] = useState(false);
  const draw = useSend<typeof drawSample>(({ drawn }) => `${drawn} drawn. The seed makes the draw repeatable.`);
  const widen = useSend<typeof widenCheck>(() => "Every record affected is checked now");
  const { key, etag, status, size, checked, result, mine, direction } = plan;
  const problem = draw.error ?? widen.error;
  if (problem) return <ProblemNote problem={problem} />;
  if (status === "recorded")
    return mine.draw ? (
      <>
        <Button
          size="small"
          disabledFocusable={draw.isPending}
          onClick={() =>
            direction === "source-to-figure"
              ? setCounting(true)
              : draw.mutate({ path: `/plans/${key}/draw`, body: { etag } })
          }
        >
          Draw
        </Button>
        {counting && <DrawEntries plan={plan} onClose={() => setCounting(false)} />}
      </>
    ) : (
      <StatusPill status="open" says={`${plan.sampler ?? "The sampler"} draws it`} />
    );
  if (result === "widen" && status !== "extended" && holds(me, "quality-lead", "auditor"))
    return (
      <Button size="small" onClick={() => widen.mutate({ path: `/plans/${key}/widen`, body: {} })}>
        Check all that is affected
      </Button>
    );
  if (checked < size) return <StatusPill status="in-progress" says={`${size - checked} to go`} />;
  return (
    <StatusPill
      status={result === "widen" ? "bad" : "complete"}
      says={result === "widen" ? "Too few agreed" : "Complete"}
      tone={result === "widen" ? "bad" : "good"}
    />
  );
}

const useStyles = makeStyles({
  ways: { display: "grid", rowGap: "20px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: 600 },
  quiet: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  list: { listStyleType: "none", margin: "4px 0 0", padding: 0 },
  plan: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px 16px",
    padding: "10px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ":last-child": { borderBottom: "none" },
  },
  words: { display: "grid", flexGrow: 1, flexBasis: "200px", minWidth: 0 },
  accuracy: { display: "grid", rowGap: "2px", flexBasis: "280px" },
  state: { minWidth: "128px", display: "flex", justifyContent: "flex-end" },
  share: { fontWeight: 600, fontVariantNumeric: "tabular-nums" },
});
