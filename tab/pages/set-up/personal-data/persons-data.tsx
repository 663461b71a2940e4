import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { Card } from "../../../look/card.tsx";
import { Empty } from "../../../look/empty.tsx";
import { AskErasure } from "./ask-erasure.tsx";
import type { Held } from "./held.ts";
import { useListStyles } from "./list-styles.ts";
import { WaitingErasure } from "./waiting-erasure.tsx";

/** Requests to erase a supported person, from the asking to the second person's answer. */
export function PersonsData({ held: { erasures, may } }: { readonly held: Held }) {
  const styles = useListStyles();
  const [asking, setAsking] = useState(false);
  const ask = may.askErasure && <Button onClick={() => setAsking(true)}>Ask for a person to be erased</Button>;
  return (
    <Card title="Requests to erase a person">
      {erasures.length === 0 ? (
        <Empty title="No request waits" action={ask}>
          A request waits here until a senior leader who did not make it agrees or turns it down.
        </Empty>
      ) : (
        <>
          <ul className={styles.list}>
            {erasures.map((each) => (
              <WaitingErasure key={each.key} erasure={each} mayAnswer={may.answerErasure} />
            ))}
          </ul>
          {ask && <div className={styles.below}>{ask}</div>}
        </>
      )}
      {asking && <AskErasure onClose={() => setAsking(false)} />}
    </Card>
  );
}
