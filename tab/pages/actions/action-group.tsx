import { makeStyles, tokens } from "@fluentui/react-components";
import { type DueState, daysOverdue } from "#domain/actions/due-state.ts";
import { optionWords } from "#domain/register/option-words.ts";
import { useMe } from "../../frame/me-context.ts";
import { LinkTo } from "../../look/link-to.tsx";
import { StatusPill } from "../../look/status-pill.tsx";
import { PersonName } from "../../register/show-answer.tsx";
import { sayDay } from "../../words/say-day.ts";
import { useToday } from "../../words/today-context.ts";
import type { ListedAction } from "./action-lists.ts";

interface Props {
  readonly state: DueState;
  readonly title: string;
  readonly actions: readonly ListedAction[];
}

const SHOWN_DONE = 5;

/** Actions due at about the same time, soonest first. */
export function ActionGroup({ state, title, actions }: Props) {
  const styles = useStyles();
  const shown = state === "done" ? actions.slice(0, SHOWN_DONE) : actions;
  return (
    <section aria-label={title} className={styles.group}>
      <h2 className={styles.heading}>
        {title} <span className={styles.count}>{actions.length}</span>
      </h2>
      <ul className={styles.list}>
        {shown.map((action) => (
          <ActionLine key={action.key} action={action} />
        ))}
      </ul>
      {shown.length < actions.length && <LinkTo to="/registers/actions">All {actions.length} that are done</LinkTo>}
    </section>
  );
}

function ActionLine({ action }: { readonly action: ListedAction }) {
  const styles = useStyles();
  const today = useToday();
  const { services } = useMe();
  const { key, owner, deadline, service, status, category } = action;
  const late = daysOverdue(action, today);
  return (
    <li className={styles.line}>
      <div className={styles.what}>
        <LinkTo to={`/actions/${key}`} strong>
          {action.action}
        </LinkTo>
        <span className={styles.about}>
          <PersonName id={owner} />
          {service && ` · ${services.find((each) => each.key === service)?.name ?? service}`} · {optionWords(category)}
        </span>
      </div>
      <StatusPill status={status} />
      <span className={styles.when}>
        <time dateTime={deadline}>{sayDay(deadline, today)}</time>
        {late > 0 && <span className={styles.late}>{late === 1 ? "1 day late" : `${late} days late`}</span>}
      </span>
    </li>
  );
}

const useStyles = makeStyles({
  group: { display: "grid", rowGap: "8px", gridTemplateColumns: "minmax(0, 1fr)" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  count: {
    color: tokens.colorNeutralForeground3,
    fontWeight: 400,
    marginLeft: "4px",
    fontVariantNumeric: "tabular-nums",
  },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto 116px",
    columnGap: "16px",
    alignItems: "center",
    padding: "12px 20px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ":last-child": { borderBottom: "none" },
    "@media (max-width: 719px)": { gridTemplateColumns: "minmax(0, 1fr) auto", rowGap: "6px", padding: "12px 16px" },
  },
  what: {
    display: "grid",
    justifyItems: "start",
    rowGap: "2px",
    "@media (max-width: 719px)": { gridColumn: "1 / -1" },
  },
  about: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  when: { display: "grid", justifyItems: "end", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  late: { fontSize: tokens.fontSizeBase200, fontWeight: 600, color: tokens.colorStatusDangerForeground3 },
});
