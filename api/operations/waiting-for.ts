import { dueState } from "#domain/actions/due-state.ts";
import { type Day, londonDay } from "#domain/day.ts";
import { authorise } from "#domain/people/authorise.ts";
import { hasRole } from "#domain/people/person.ts";
import { actions } from "#domain/registers/actions.ts";
import { assurancePlans } from "#domain/registers/assurance-plans.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { managerReviews } from "#domain/registers/manager-reviews.ts";
import { outbox } from "#domain/registers/outbox.ts";
import { services } from "#domain/registers/services.ts";
import { signOffs } from "#domain/registers/sign-offs.ts";
import { validationLog } from "#domain/registers/validation-log.ts";
import { stageTitle } from "./cycle-answer.ts";
import { cycleView } from "./cycle-view.ts";
import type { Call } from "./operation.ts";
import { linkToSign, stateOfAsk, whatToSign } from "./sign-off-card.ts";

/** Something that waits for the person. Its title is never restricted. */
export interface WorkItem {
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly due?: Day | undefined;
  readonly overdue: boolean;
  /** Path in the tab. */
  readonly link: string;
}

type Waiting = Omit<WorkItem, "overdue">;

/** Everything that waits for the person, overdue first, then soonest due, then what has no day. */
export async function waitingFor(call: Call): Promise<readonly WorkItem[]> {
  const today = londonDay(call.now);
  const all = [
    ...signOffsOf(call),
    ...reviewsOf(call),
    ...actionsOf(call, today),
    ...evidenceFor(call),
    ...checksFor(call),
    ...(await gatesFor(call)),
    ...unreachableFor(call),
  ];
  const day = ({ due }: Waiting) => due ?? "9999-12-31";
  return all
    .toSorted((a, b) => day(a).localeCompare(day(b)) || a.key.localeCompare(b.key))
    .map((item) => ({ ...item, overdue: item.due !== undefined && item.due < today }));
}

const isMine = ({ person }: Call, id: string): boolean => id === person.id || person.deputyFor.includes(id);

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

const reviewsOf = (call: Call): readonly Waiting[] =>
  call.rows
    .all(managerReviews)
    .filter(({ askedOf, status }) => status === "asked" && isMine(call, askedOf))
    .map(({ key, subject, service, due }) => ({
      key,
      kind: "question",
      title: `Is it true of ${call.outside.store.one(services, service)?.name ?? service}? ${subject}`.slice(0, 255),
      due,
      link: `/registers/manager-reviews/${key}`,
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

/** Records still to check, one line for each plan the person checks. */
const checksFor = (call: Call): readonly Waiting[] =>
  call.rows.all(assurancePlans).flatMap(({ key, name, cycle, checker, status }) => {
    if (checker === undefined || !isMine(call, checker) || status === "complete") return [];
    const left = call.rows.all(validationLog).filter((row) => row.plan === key && row.status === "to-check").length;
    if (left === 0) return [];
    const by = cycle && call.rows.one(cycles, cycle)?.milestones?.find(({ stage }) => stage === "validate")?.by;
    return [
      {
        key,
        kind: "records to check",
        title: `${left} ${left === 1 ? "record" : "records"} to check: ${name}`.slice(0, 255),
        ...(by && { due: by }),
        link: cycle ? `/cycles/${cycle}/validate` : `/registers/assurance-plans/${key}`,
      },
    ];
  });

/** For whoever takes a cycle's contract forward: what blocks each open cycle, one line a cycle. */
async function gatesFor({ rows, outside, person, now }: Call): Promise<readonly Waiting[]> {
  const leads = ["contracts-manager", "quality-lead"] as const;
  const theirs = rows
    .all(cycles)
    .filter((cycle) => cycle.stage !== "closed")
    .filter(({ contract }) => authorise(person, leads, "write", { contract, services: [], safeguarding: false }));
  const views = await Promise.all(theirs.map((cycle) => cycleView(outside, cycle, person, now)));
  return views.flatMap(({ key, name, stage, due, gate: { blockers } }) =>
    blockers.length === 0
      ? []
      : [
          {
            key,
            kind: "reporting cycle",
            title: `${name}: ${blockers.length} ${blockers.length === 1 ? "thing blocks" : "things block"} “${stageTitle(stage)}”`,
            due,
            link: `/cycles/${key}`,
          },
        ],
  );
}

/** Administrators hear of people and channels the bot could not reach, and of messages that may not have arrived. */
function unreachableFor({ outside, person }: Call): readonly Waiting[] {
  if (!hasRole(person, "administrator")) return [];
  const stuck = outside.store.all(outbox).filter(({ state }) => state === "unreachable" || state === "unknown");
  const count = new Set(stuck.map(({ to, conversation, key }) => to ?? conversation ?? key)).size;
  return count === 0
    ? []
    : [
        {
          key: "messages-not-delivered",
          kind: "messages",
          title: `${count} ${count === 1 ? "person or channel" : "people or channels"} the bot could not surely reach`,
          link: "/set-up",
        },
      ];
}
