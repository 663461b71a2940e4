import { makeStyles, tokens } from "@fluentui/react-components";
import type { rowCounted } from "#api/operations/row-counted.ts";
import type { AnswerOf } from "../ask/answer-of.ts";
import { useAnswer } from "../ask/use-answer.ts";
import { Answered } from "../look/answered.tsx";
import { LinkTo } from "../look/link-to.tsx";
import { StatusPill } from "../look/status-pill.tsx";
import { rowPath } from "./row-path.ts";
import { useRowNames } from "./use-row-names.ts";

type Counted = AnswerOf<typeof rowCounted>;

/** Everything a source record stands behind, of what the person may see. */
export function WhereCounted({ dataset, record }: { readonly dataset: string; readonly record: string }) {
  const answer = useAnswer<typeof rowCounted>("/records/counted", { query: { dataset, record } });
  return (
    <Answered answer={answer} reading={`Looking for ${record} in every figure`}>
      {(counted) => <Places counted={counted} />}
    </Answered>
  );
}

function Places({ counted: { figures, checks, packs, actions } }: { readonly counted: Counted }) {
  const styles = useStyles();
  const plans = useRowNames(["assurance-plans"])("assurance-plans");
  const planOf = (plan: string) => plans.find(({ key }) => key === plan)?.name ?? "A check of it";
  const rows = (slug: string, found: Counted["checks"]) =>
    found.map(({ key, name, status }) => (
      <li key={key} className={styles.row}>
        <LinkTo to={rowPath(slug, key)}>{name}</LinkTo>
        <StatusPill status={status} />
      </li>
    ));
  return (
    <div className={styles.groups}>
      <Group title="Figures" none="It counted in no figure of a cycle you may see.">
        {figures.map(({ cycle, cycleName, indicator, name, counted }) => (
          <li key={`${cycle} ${indicator}`} className={styles.row}>
            <span>
              <LinkTo to={`/figures/${cycle}/${indicator}`}>{name}</LinkTo>{" "}
              <span className={styles.quiet}>{cycleName}</span>
            </span>
            <span className={styles.quiet}>{counted ? "counted" : "one of those it is out of"}</span>
          </li>
        ))}
      </Group>
      <Group title="Checks against the source" none="It was not drawn for a check.">
        {rows(
          "validation-log",
          checks.map((check) => ({ ...check, name: planOf(check.name) })),
        )}
      </Group>
      <Group title="Packs" none="No pack holds those figures yet, or it is not open to you.">
        {rows("packs", packs)}
      </Group>
      <Group title="Actions" none="No action came from it.">
        {rows("actions", actions)}
      </Group>
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly none: string;
  readonly children: readonly React.ReactNode[];
}

function Group({ title, none, children }: GroupProps) {
  const styles = useStyles();
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      {children.length === 0 ? <p className={styles.quiet}>{none}</p> : <ul className={styles.list}>{children}</ul>}
    </section>
  );
}

const useStyles = makeStyles({
  groups: { display: "grid", rowGap: "16px", gridTemplateColumns: "minmax(0, 1fr)" },
  title: { margin: "0 0 4px", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: 600 },
  quiet: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: "6px" },
  row: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", alignItems: "center", gap: "2px 12px" },
});
