import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { askSignOffs } from "#api/operations/ask-sign-offs.ts";
import { type Role, roleNames } from "#domain/people/role.ts";
import { useSend } from "../../../ask/use-send.ts";
import { holds, useMe } from "../../../frame/me-context.ts";
import { Card } from "../../../look/card.tsx";
import { ProblemNote } from "../../../look/problem-note.tsx";
import { StatusPill } from "../../../look/status-pill.tsx";
import { sayDay } from "../../../words/say-day.ts";
import { sayMoment } from "../../../words/say-time.ts";
import { useToday } from "../../../words/today-context.ts";
import type { ShownPack } from "./use-pack.ts";

type Ask = ShownPack["asks"][number];

const tones = {
  asked: "busy",
  approved: "good",
  returned: "bad",
  "no-longer-valid": "bad",
  lapsed: "near",
} as const satisfies Record<Ask["state"], unknown>;

/** Who is asked to sign, what each confirms, and what they answered. Different people, always. */
export function WhoSigns({ pack }: { readonly pack: ShownPack }) {
  const styles = useStyles();
  const me = useMe();
  const today = useToday();
  const ask = useSend<typeof askSignOffs>(({ asks }) => `${asks.length} people are asked to sign`);
  const mayAsk = pack.status === "draft" && pack.asks.length === 0 && holds(me, "contracts-manager");
  return (
    <Card title="Who signs">
      {ask.error && <ProblemNote problem={ask.error} />}
      {pack.asks.length === 0 && (
        <div className={styles.none}>
          <span>
            Nobody is asked yet. Each needed signature goes to a different person who did not write or check it.
          </span>
          {mayAsk && (
            <Button
              appearance="primary"
              disabledFocusable={ask.isPending || pack.changed}
              onClick={() => ask.mutate({ path: `/packs/${pack.key}/sign-offs`, body: {} })}
            >
              Ask for sign-off
            </Button>
          )}
        </div>
      )}
      <ul className={styles.list}>
        {pack.asks.map((each) => (
          <li key={each.key} className={styles.ask}>
            <div className={styles.words}>
              <strong>{each.name}</strong>
              <span className={styles.quiet}>
                {roleNames[each.role as Role] ?? each.role} · {each.confirms}
              </span>
              {each.reason && <span>“{each.reason}”</span>}
            </div>
            <div className={styles.state}>
              <StatusPill status={each.state} tone={tones[each.state]} />
              <span className={styles.quiet}>
                {each.decidedAt ? sayMoment(each.decidedAt) : each.due ? `by ${sayDay(each.due, today)}` : ""}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const useStyles = makeStyles({
  none: { display: "grid", rowGap: "12px", justifyItems: "start", color: tokens.colorNeutralForeground2 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  ask: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    gap: "6px 16px",
    padding: "12px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ":last-child": { borderBottom: "none", paddingBottom: 0 },
  },
  words: { display: "grid", flexBasis: "260px", flexGrow: 1, minWidth: 0 },
  state: { display: "grid", justifyItems: "end", rowGap: "2px" },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});
