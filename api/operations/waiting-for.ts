import { dueState } from "#domain/actions/due-state.ts";
import { stageRules } from "#domain/cycle/stages.ts";
import { type Day, londonDay } from "#domain/day.ts";
import { authorise } from "#domain/people/authorise.ts";
import { hasRole } from "#domain/people/person.ts";
import { actions } from "#domain/registers/actions.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { outbox } from "#domain/registers/outbox.ts";
import { signOffs } from "#domain/registers/sign-offs.ts";
import { stageTitle } from "./cycle-answer.ts";
import { cycleView } from "./cycle-view.ts";
import { exportsWaiting } from "./exports-waiting.ts";
import type { Call } from "./operation.ts";
import { questionsWaiting } from "./questions-waiting.ts";
import { recordsWaiting } from "./records-waiting.ts";
import { linkToSign, stateOfAsk, whatToSign } from "./sign-off-card.ts";
import { count, dueOf, isMine, type Waiting, type WorkItem } from "./work-item.ts";

/** Everything that waits for the person, overdue first, then soonest due, then what has no day. */
export async function waitingFor(call: Call): Promise<readonly WorkItem[]> {
  const today = londonDay(call.now);
  const all = [
    ...signOffsOf(call),
    ...questionsWaiting(call),
    ...actionsOf(call, today),
    ...evidenceFor(call),
    ...recordsWaiting(call),
    ...(await exportsWaiting(call)),
    ...(await gatesFor(call)),
    ...unreachableFor(call),
  ];
  const day = ({ due }: Waiting) => due ?? "9999-12-31";
  return all
    .toSorted((a, b) => day(a).localeCompare(day(b)) || a.key.localeCompare(b.key))
    .map((item) => ({ ...item, overdue: item.due !== undefined && item.due < today }));
}

const signOffsOf = (call: Call): readonly Waiting[] =>
  call.rows
    .all(signOffs)
    .filter((row) => row.kind === "ask" && isMine(call, row.person))
    .filter((row) => stateOfAsk(call.outside, row, call.now) === "asked")
    .map((row) => ({
      key: row.key,
      kind: "sign-off",
      title: whatToSign(call.outside, row),
      due: row.due,
      link: linkToSign(row),
    }));

const actionsOf = (call: Call, today: Day): readonly Waiting[] =>
  call.rows
    .all(actions)
    .filter((row) => isMine(call, row.owner) && row.status !== "evidence-offered")
    .filter((row) => ["overdue", "due-soon"].includes(dueState(row, today)))
    .map(({ key, action, deadline }) => ({
      key,
      kind: "action",
      title: action,
      due: deadline,
      link: `/actions/${key}`,
    }));

/** Evidence somebody else offered, for whoever accepts it. */
const evidenceFor = (call: Call): readonly Waiting[] =>
  hasRole(call.person, "quality-lead")
    ? call.rows
        .all(actions)
        .filter((row) => row.status === "evidence-offered" && !isMine(call, row.owner))
        .map(({ key, action, deadline }) => ({
          key,
          kind: "evidence to accept",
          title: action,
          due: deadline,
          link: `/actions/${key}`,
        }))
    : [];

/** For whoever takes a cycle's contract forward: what blocks each open cycle, or that it may go on; one line a cycle. */
async function gatesFor({ rows, outside, person, now }: Call): Promise<readonly Waiting[]> {
  const leads = ["contracts-manager", "quality-lead"] as const;
  const theirs = rows
    .all(cycles)
    .filter((cycle) => cycle.stage !== "closed")
    .filter(({ contract }) => authorise(person, leads, "write", { contract, services: [], safeguarding: false }));
  const seen = await Promise.all(
    theirs.map(async (cycle) => ({ cycle, view: await cycleView(outside, cycle, person, now) })),
  );
  return seen.flatMap(({ cycle, view: { key, name, stage, gate } }) => {
    if (stage === "closed") return [];
    const { next, title, who } = stageRules[stage];
    const open = gate.blockers.length;
    if (open === 0 && !hasRole(person, ...who)) return [];
    const ready = next === "closed" ? "ready to be closed" : `ready to go on to ${stageTitle(next)}`;
    const says = open === 0 ? ready : `${count(open, "thing", "things")} to clear in ${title}`;
    const link = `/cycles/${key}`;
    return [{ key, kind: "reporting cycle", title: `${name}: ${says}`, due: dueOf(cycle, stage), link }];
  });
}

/**
 * Administrators hear of people and channels the bot could not reach, and of messages that may not have arrived; not of cards
 * that could not be redrawn, which answer rightly all the same.
 */
function unreachableFor({ outside, person }: Call): readonly Waiting[] {
  if (!hasRole(person, "administrator")) return [];
  const stuck = outside.store
    .all(outbox)
    .filter(({ state, activity }) => activity === undefined && (state === "unreachable" || state === "unknown"));
  const unreached = new Set(stuck.map(({ to, conversation, key }) => to ?? conversation ?? key)).size;
  return unreached === 0
    ? []
    : [
        {
          key: "messages-not-delivered",
          kind: "messages",
          title: `${count(unreached, "person or channel", "people or channels")} the bot could not surely reach`,
          link: "/set-up",
        },
      ];
}
