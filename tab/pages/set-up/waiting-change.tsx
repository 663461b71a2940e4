import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { agreeRights } from "#api/operations/agree-rights.ts";
import { useSend } from "../../ask/use-send.ts";
import { ProblemNote } from "../../look/problem-note.tsx";
import { ReasonDialog } from "../../look/reason-dialog.tsx";
import { sayTime } from "../../words/say-time.ts";
import { differences, type People, type Person } from "./rights-words.ts";

/** A change of rights that waits: what would be different, who asked and why, and the two answers to it. */
export function WaitingChange({ person, all }: { readonly person: Person; readonly all: People }) {
  const styles = useStyles();
  const agree = useSend<typeof agreeRights>(() => `Agreed. ${person.name} has these rights from now on.`);
  const drop = useSend<typeof agreeRights>(() => "Turned down. Nothing has changed.");
  const [dropping, setDropping] = useState(false);
  const { asked } = person;
  if (!asked) return null;
  const path = `/people/${person.key}/rights`;
  return (
    <li className={styles.change}>
      <h3 className={styles.name}>{person.name}</h3>
      <ul className={styles.list}>
        {differences(person, all).map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <p className={styles.why}>
        {asked.byName} asked, {sayTime(asked.at)}: {asked.reason}
      </p>
      {agree.error && <ProblemNote problem={agree.error} />}
      {asked.barred && <p className={styles.why}>{asked.barred}</p>}
      <div className={styles.answers}>
        {!asked.barred && (
          <Button
            appearance="primary"
            disabled={agree.isPending}
            onClick={() => agree.mutate({ path: `${path}/agreement`, body: { etag: person.etag } })}
          >
            Agree for {person.name}
          </Button>
        )}
        <Button onClick={() => setDropping(true)}>Turn down for {person.name}</Button>
      </div>
      {dropping && (
        <ReasonDialog
          title={`Turn down what is asked for ${person.name}`}
          question="Why?"
          does="Turn down"
          problem={drop.error}
          busy={drop.isPending}
          onReason={(reason) =>
            drop.mutate(
              { path: `${path}/withdrawal`, body: { etag: person.etag, reason } },
              { onSuccess: () => setDropping(false) },
            )
          }
          onCancel={() => setDropping(false)}
        />
      )}
    </li>
  );
}

const useStyles = makeStyles({
  change: { padding: "12px 0", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: "4px 0", paddingLeft: "20px" },
  why: { margin: "4px 0", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  answers: { display: "flex", flexWrap: "wrap", gap: "8px", marginTop: "8px" },
});
