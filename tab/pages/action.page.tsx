import { makeStyles, tokens } from "@fluentui/react-components";
import type { readRow } from "#api/operations/read-row.ts";
import type { RowAnswer } from "#api/operations/row-answer.ts";
import type { rowLinks } from "#api/operations/row-links.ts";
import { daysOverdue } from "#domain/actions/due-state.ts";
import { actions } from "#domain/registers/actions.ts";
import { useAnswer } from "../ask/use-answer.ts";
import { Page } from "../frame/page.tsx";
import { Answered } from "../look/answered.tsx";
import { Card } from "../look/card.tsx";
import { History } from "../look/history.tsx";
import { StatusPill } from "../look/status-pill.tsx";
import { TwoColumns } from "../look/two-columns.tsx";
import { RowAnswers } from "../register/row-answers.tsx";
import { RowLinks } from "../register/row-links.tsx";
import { PersonName, ShowAnswer } from "../register/show-answer.tsx";
import { sayDay } from "../words/say-day.ts";
import { useToday } from "../words/today-context.ts";
import { listed } from "./actions/action-lists.ts";
import { ActionMoves } from "./actions/action-moves.tsx";
import { SayProgress } from "./actions/say-progress.tsx";

const apart = ["action", "owner", "deadline", "status", "progress", "evidence"];

/** One action: what and by when, how far it is, its evidence, and its story. */
export function ActionPage({ action: key = "" }: Readonly<Record<string, string>>) {
  const answer = useAnswer<typeof readRow>(`/registers/actions/rows/${key}`);
  const links = useAnswer<typeof rowLinks>(`/registers/actions/rows/${key}/links`);
  return (
    <Page
      title={answer.data?.headline ?? "Action"}
      lead={answer.data && <Lead row={answer.data} />}
      above={[{ to: "/actions", name: "Actions" }]}
      action={answer.data && <ActionMoves row={answer.data} />}
    >
      <Answered answer={answer} reading="Reading the action">
        {(row) => (
          <TwoColumns
            side={
              <>
                {links.data && links.data.links.length > 0 && (
                  <Card title="What names this">
                    <RowLinks links={links.data.links} />
                  </Card>
                )}
                <Card title="History">
                  <History history={row.history} began={{ at: row.createdAt, byName: row.createdByName }} />
                </Card>
              </>
            }
          >
            <SayProgress row={row} />
            {row.answers.evidence !== undefined && (
              <Card title="Evidence">
                <ShowAnswer field={actions.fields.evidence} value={row.answers.evidence} />
              </Card>
            )}
            <Card title="About this action">
              <RowAnswers register={actions} row={row} without={apart} points={links.data?.points ?? {}} />
            </Card>
          </TwoColumns>
        )}
      </Answered>
    </Page>
  );
}

function Lead({ row }: { readonly row: RowAnswer }) {
  const styles = useStyles();
  const today = useToday();
  const action = listed(row);
  const late = daysOverdue(action, today);
  return (
    <span className={styles.lead}>
      <StatusPill status={action.status} />
      <span>
        <PersonName id={action.owner} /> · by {sayDay(action.deadline, today)}
      </span>
      {late > 0 && <StatusPill status="overdue" says={late === 1 ? "1 day late" : `${late} days late`} />}
    </span>
  );
}

const useStyles = makeStyles({
  lead: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "8px 12px",
    color: tokens.colorNeutralForeground2,
  },
});
