import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { answerErasure } from "#api/operations/answer-erasure.ts";
import { useSend } from "../../../ask/use-send.ts";
import { ReasonDialog } from "../../../look/reason-dialog.tsx";
import { StatusPill } from "../../../look/status-pill.tsx";
import { sayMoment } from "../../../words/say-time.ts";
import type { Erasure } from "./held.ts";
import { useListStyles } from "./list-styles.ts";

interface Props {
  readonly erasure: Erasure;
  readonly mayAnswer: boolean;
}

/** A request that waits: who asked and why, and the two answers to it for somebody else than who asked. */
export function WaitingErasure({ erasure, mayAnswer }: Props) {
  const styles = useListStyles();
  const { key, subject, reason, byName, at, agreed, barred } = erasure;
  const send = useSend<typeof answerErasure>(({ agreed }) =>
    agreed ? "Agreed. They are erased within minutes." : "Turned down. Nothing is erased.",
  );
  const [answering, setAnswering] = useState<"agree" | "turn-down">();
  const agree = answering === "agree";
  const who = `the person with code ${subject}`;
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <h3 className={styles.name}>
          Person with code {subject} {agreed && <StatusPill status="agreed" tone="busy" says="Being erased" />}
        </h3>
        <p className={styles.line}>
          {byName} asked, {sayMoment(at)}: {reason}
        </p>
        {!agreed && barred && <p className={styles.line}>{barred}</p>}
        {!agreed && !mayAnswer && !barred && <p className={styles.line}>Waits for a senior leader.</p>}
      </div>
      {mayAnswer && !agreed && !barred && (
        <div className={styles.does}>
          <Button aria-label={`Agree to erase ${who}`} onClick={() => setAnswering("agree")}>
            Agree
          </Button>
          <Button aria-label={`Turn down erasing ${who}`} onClick={() => setAnswering("turn-down")}>
            Turn down
          </Button>
        </div>
      )}
      {answering && (
        <ReasonDialog
          title={agree ? `Erase ${who}?` : `Turn down erasing ${who}?`}
          question="Why?"
          hint={agree ? "This cannot be undone. Name nobody in your reason." : "Name nobody in your reason."}
          does={agree ? "Agree to erase" : "Turn down"}
          problem={send.error}
          busy={send.isPending}
          onCancel={() => setAnswering(undefined)}
          onReason={(said) =>
            send.mutate(
              { path: `/personal-data/erasures/${key}/answer`, body: { agree, reason: said } },
              { onSuccess: () => setAnswering(undefined) },
            )
          }
        />
      )}
    </li>
  );
}
