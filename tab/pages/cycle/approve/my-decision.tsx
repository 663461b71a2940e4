import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { decideSignOff } from "#api/operations/decide-sign-off.ts";
import { type Role, roleNames } from "#domain/people/role.ts";
import { useSend } from "../../../ask/use-send.ts";
import { useMe } from "../../../frame/me-context.ts";
import { ProblemNote } from "../../../look/problem-note.tsx";
import { ReasonDialog } from "../../../look/reason-dialog.tsx";
import { sayDay } from "../../../words/say-day.ts";
import { useToday } from "../../../words/today-context.ts";
import { type ShownPack, short } from "./use-pack.ts";

interface Props {
  readonly pack: ShownPack;
  readonly ask: ShownPack["asks"][number];
}

/** What this person is asked to put their name to, and their two answers. */
export function MyDecision({ pack, ask }: Props) {
  const styles = useStyles();
  const me = useMe();
  const today = useToday();
  const [returning, setReturning] = useState(false);
  const send = useSend<typeof decideSignOff>(({ decision }) =>
    decision === "approve" ? "You approved this version" : "Returned, with your reason",
  );
  const path = `/sign-offs/${ask.key}/decision`;
  const { contentHash } = pack;
  return (
    <section aria-label="Your sign-off" className={styles.box}>
      <h2 className={styles.title}>
        {ask.person === me.id
          ? `You are asked to sign as ${roleNames[ask.role as Role] ?? ask.role}`
          : `You stand in for ${ask.name}, who is asked to sign as ${roleNames[ask.role as Role] ?? ask.role}`}
      </h2>
      <p className={styles.says}>
        {ask.confirms} You sign exactly version {pack.packVersion} as it stands below, content{" "}
        <code>{short(contentHash)}</code>
        {ask.due && `, by ${sayDay(ask.due, today)}`}. If anything in it changes, your signature is no longer valid.
      </p>
      {send.error && !returning && <ProblemNote problem={send.error} />}
      <div className={styles.act}>
        <Button
          appearance="primary"
          size="large"
          disabledFocusable={send.isPending || pack.changed}
          onClick={() => send.mutate({ path, body: { decision: "approve", contentHash, via: "tab" } })}
        >
          Approve version {pack.packVersion}
        </Button>
        <Button size="large" disabledFocusable={send.isPending} onClick={() => setReturning(true)}>
          Return with a reason
        </Button>
      </div>
      {returning && (
        <ReasonDialog
          title={`Return version ${pack.packVersion}?`}
          question="What has to change before you can sign?"
          does="Return it"
          problem={send.error}
          busy={send.isPending}
          onCancel={() => {
            setReturning(false);
            send.reset();
          }}
          onReason={(reason) =>
            send.mutate(
              { path, body: { decision: "return", reason, contentHash, via: "tab" } },
              { onSuccess: () => setReturning(false) },
            )
          }
        />
      )}
    </section>
  );
}

const useStyles = makeStyles({
  box: {
    display: "grid",
    rowGap: "12px",
    padding: "20px 24px",
    borderRadius: tokens.borderRadiusXLarge,
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: 600 },
  says: { margin: 0, maxWidth: "70ch", color: tokens.colorNeutralForeground2 },
  act: { display: "flex", flexWrap: "wrap", gap: "12px" },
});
