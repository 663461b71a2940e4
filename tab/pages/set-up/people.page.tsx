import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { readPeople } from "#api/operations/read-people.ts";
import { useAnswer } from "../../ask/use-answer.ts";
import { useMe } from "../../frame/me-context.ts";
import { Page } from "../../frame/page.tsx";
import { Answered } from "../../look/answered.tsx";
import { Card } from "../../look/card.tsx";
import { Empty } from "../../look/empty.tsx";
import { StatusPill } from "../../look/status-pill.tsx";
import { AskChange } from "./ask-change.tsx";
import { nameIn, type People, type Person, sayAssignment } from "./rights-words.ts";
import { WaitingChange } from "./waiting-change.tsx";

/** Everybody's rights, and the changes that wait for a second person. */
export function PeoplePage() {
  const answer = useAnswer<typeof readPeople>("/people");
  const { roles } = useMe();
  const mayAsk = roles.includes("administrator");
  const [changing, setChanging] = useState<Person | "new">();
  return (
    <Page
      title="People and rights"
      lead="What each person may see and do. A change takes two people: one asks, another agrees."
      above={[{ to: "/set-up", name: "Set-up" }]}
      action={
        mayAsk && (
          <Button appearance="primary" onClick={() => setChanging("new")}>
            Add a colleague
          </Button>
        )
      }
    >
      <Answered answer={answer} reading="Reading everybody's rights">
        {(all) => (
          <>
            <Waiting all={all} />
            <Everybody all={all} {...(mayAsk && { onChange: setChanging })} />
            {changing && (
              <AskChange
                all={all}
                person={changing === "new" ? undefined : changing}
                onClose={() => setChanging(undefined)}
              />
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}

function Waiting({ all }: { readonly all: People }) {
  const styles = useStyles();
  const waiting = all.people.filter(({ asked }) => asked);
  return (
    <Card title="Waiting for a second person">
      {waiting.length === 0 ? (
        <Empty title="No change waits">
          When an administrator asks for a change, it waits here until somebody agrees.
        </Empty>
      ) : (
        <ul className={styles.plain}>
          {waiting.map((person) => (
            <WaitingChange key={person.key} person={person} all={all} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Everybody({ all, onChange }: { readonly all: People; readonly onChange?: (person: Person) => void }) {
  const styles = useStyles();
  return (
    <Card title="Everybody">
      <ul className={styles.plain}>
        {all.people.map((person) => (
          <li key={person.key} className={styles.person}>
            <div className={styles.words}>
              <h3 className={styles.name}>
                {person.name} <Standing person={person} />
              </h3>
              {person.jobTitle && <p className={styles.line}>{person.jobTitle}</p>}
              {person.assignments.map((each) => (
                <p key={sayAssignment(each, all)} className={styles.line}>
                  {sayAssignment(each, all)}
                </p>
              ))}
              {person.safeguarding && <p className={styles.line}>May see safeguarding rows</p>}
              {person.deputy && <p className={styles.line}>Deputy: {nameIn(all, person.deputy)}</p>}
            </div>
            {onChange && !person.asked && <Button onClick={() => onChange(person)}>Change for {person.name}</Button>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Standing({ person: { status, noAccount, away } }: { readonly person: Person }) {
  if (status === "left") return <StatusPill status="left" tone="none" />;
  if (status === "asked-for") return <StatusPill status="asked-for" tone="busy" says="Not let in yet" />;
  if (noAccount) return <StatusPill status="closed" tone="blocked" says="Account closed" />;
  return away ? <StatusPill status="away" tone="near" says={`Away from ${away.from}`} /> : null;
}

const useStyles = makeStyles({
  plain: { listStyle: "none", margin: 0, padding: 0 },
  person: {
    display: "flex",
    flexWrap: "wrap",
    gap: "8px 16px",
    alignItems: "start",
    justifyContent: "space-between",
    padding: "12px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { minWidth: 0, flex: "1 1 240px" },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  line: { margin: "2px 0 0", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});
