import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { readRow } from "#api/operations/read-row.ts";
import type { rowLinks } from "#api/operations/row-links.ts";
import { writers } from "#domain/people/writers.ts";
import type { Register } from "#domain/register/register.ts";
import { registerBySlug } from "#domain/registers/index.ts";
import { useAnswer } from "../ask/use-answer.ts";
import { holds, useMe } from "../frame/me-context.ts";
import { Page } from "../frame/page.tsx";
import { Answered } from "../look/answered.tsx";
import { Card } from "../look/card.tsx";
import { History } from "../look/history.tsx";
import { TwoColumns } from "../look/two-columns.tsx";
import { capital } from "../register/choices.tsx";
import { RowAnswers } from "../register/row-answers.tsx";
import { RowForm } from "../register/row-form.tsx";
import { RowLinks } from "../register/row-links.tsx";
import { useHeadline } from "../register/use-headline.ts";
import { WhereCounted } from "../register/where-counted.tsx";
import { sayMoment } from "../words/say-time.ts";
import { NotFoundPage } from "./not-found.page.tsx";

/** One row of any register: its answers, its history, and a form for whoever writes it. */
export function RowPage({ slug = "", row: rowKey = "" }: Readonly<Record<string, string>>) {
  const register = registerBySlug(slug);
  return register ? <Row key={`${slug} ${rowKey}`} register={register} rowKey={rowKey} /> : <NotFoundPage />;
}

function Row({ register, rowKey }: { readonly register: Register; readonly rowKey: string }) {
  const me = useMe();
  const [editing, setEditing] = useState(false);
  const answer = useAnswer<typeof readRow>(`/registers/${register.slug}/rows/${rowKey}`);
  const headlineOf = useHeadline(register);
  const links = useAnswer<typeof rowLinks>(`/registers/${register.slug}/rows/${rowKey}/links`);
  const mayEdit = !register.sealed && !register.appendOnly && holds(me, ...(writers[register.slug] ?? []));
  return (
    <Page
      title={answer.data ? headlineOf(answer.data) : capital(register.words.one)}
      lead={
        answer.data
          ? `${capital(register.words.one)}, last changed by ${answer.data.changedByName} on ${sayMoment(answer.data.changedAt)}`
          : capital(register.words.one)
      }
      above={[
        { to: "/registers", name: "Registers" },
        { to: `/registers/${register.slug}`, name: register.title },
      ]}
      action={
        mayEdit &&
        answer.data &&
        !editing && (
          <Button appearance="primary" onClick={() => setEditing(true)}>
            Edit
          </Button>
        )
      }
    >
      <Answered answer={answer} reading={`Reading the ${register.words.one}`}>
        {(row) => (
          <TwoColumns
            side={
              <>
                {register.slug === "validation-log" && (
                  <Card title="Everywhere this record counted">
                    <WhereCounted dataset={String(row.answers.dataset)} record={row.headline} />
                  </Card>
                )}
                <Card title="History">
                  <History history={row.history} began={{ at: row.createdAt, byName: row.createdByName }} />
                </Card>
                {links.data && (
                  <Card title="What names this">
                    <RowLinks links={links.data.links} />
                  </Card>
                )}
              </>
            }
          >
            <Card>
              {editing ? (
                <RowForm register={register} row={row} onDone={() => setEditing(false)} />
              ) : (
                <RowAnswers register={register} row={row} points={links.data?.points ?? {}} />
              )}
            </Card>
          </TwoColumns>
        )}
      </Answered>
    </Page>
  );
}
