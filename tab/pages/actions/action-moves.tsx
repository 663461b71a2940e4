import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { useState } from "react";
import type { moveAction } from "#api/operations/move-action.ts";
import type { RowAnswer } from "#api/operations/row-answer.ts";
import { type ActionMove, actionMoves } from "#domain/actions/moves.ts";
import type { Role } from "#domain/people/role.ts";
import { useSend } from "../../ask/use-send.ts";
import { holds, type Me, useMe } from "../../frame/me-context.ts";
import { DownIcon } from "../../look/icons.ts";
import { MoreTime } from "./more-time.tsx";
import { MoveDialog } from "./move-dialog.tsx";

const order = Object.keys(actionMoves) as ActionMove[];

/** What is usually wanted next; judging again, sending back and the like are never offered first. */
const likeliest = ["offer-evidence", "accept", "judge-effective"] as const satisfies readonly ActionMove[];

/** The moves somebody may try now. The owner moves it on; somebody else who leads on quality judges it. */
function movesFor({ answers: { status, owner } }: RowAnswer, me: Me): readonly ActionMove[] {
  return order.filter((name) => {
    const { from, who } = actionMoves[name];
    const now = from.some((each) => each === status);
    const roles: readonly Role[] | "anyone" = who;
    return now && (roles === "anyone" ? owner === me.id : owner !== me.id && holds(me, ...roles));
  });
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What can be done with an action now: the likeliest as the page's primary action, the others behind it. */
export function ActionMoves({ row }: { readonly row: RowAnswer }) {
  const me = useMe();
  const [asking, setAsking] = useState<ActionMove | "more-time" | undefined>();
  const move = useSend<typeof moveAction>(({ headline }) => `“${headline}” moved on`);
  const moves = movesFor(row, me);
  const first = likeliest.find((each) => moves.includes(each));
  const others = moves.filter((each) => each !== first);
  const open = ["open", "in-progress", "waiting"].includes(String(row.answers.status));
  const close = () => setAsking(undefined);
  const send = (command: Readonly<Record<string, unknown>>, etag: string) =>
    move.mutate({ path: `/actions/${row.key}/moves`, body: { etag, command }, onTheirs: close }, { onSuccess: close });
  if (moves.length === 0 && !open) return null;
  return (
    <div style={{ display: "flex", gap: "8px" }}>
      {(others.length > 0 || open) && (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button icon={<DownIcon />} iconPosition="after">
              More
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {others.map((each) => (
                <MenuItem key={each} onClick={() => setAsking(each)}>
                  {capital(actionMoves[each].says)}
                </MenuItem>
              ))}
              {open && <MenuItem onClick={() => setAsking("more-time")}>Ask for more time</MenuItem>}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
      {first && (
        <Button appearance="primary" onClick={() => setAsking(first)}>
          {capital(actionMoves[first].says)}
        </Button>
      )}
      {asking === "more-time" && <MoreTime row={row} onDone={close} />}
      {asking && asking !== "more-time" && (
        <MoveDialog
          move={asking}
          etag={row.etag}
          problem={move.error}
          busy={move.isPending}
          onCommand={send}
          onCancel={() => {
            move.reset();
            close();
          }}
        />
      )}
    </div>
  );
}
