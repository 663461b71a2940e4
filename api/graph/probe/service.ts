import { ResponseType } from "@microsoft/microsoft-graph-client";
import { everyPage } from "../every-page.ts";
import type { Ground } from "./ground.ts";
import { type Question, shown, wordsOf } from "./question.ts";

const TRIES = 5;
const SLOW_MS = 1_000;

async function median(work: (at: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < TRIES; at++) {
    const begun = performance.now();
    await work(at);
    times.push(performance.now() - begun);
  }
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(TRIES / 2)] ?? 0);
}

async function subscribing({ app, listPath }: Ground) {
  const list: { id: string; parentReference?: { siteId?: string } } = await app.api(listPath).get();
  const subscription = {
    changeType: "updated",
    notificationUrl: "https://line-of-sight-probe.invalid/notifications",
    resource: `sites/${list.parentReference?.siteId}/lists/${list.id}`,
    expirationDateTime: new Date(Date.now() + 3_600_000).toISOString(),
    clientState: "probe",
  };
  try {
    const { id }: { id: string } = await app.api("/subscriptions").post(subscription);
    await app.api(`/subscriptions/${id}`).delete();
    return shown(true);
  } catch (error) {
    const words = wordsOf(error);
    // Nobody answers at that address; that it was tried means that we may.
    return shown(!/^40[13]\b/.test(words), words);
  }
}

/** What we take for granted about the service as a whole. */
export const aboutTheService: readonly Question[] = [
  {
    says: "The app finds the site and its libraries with its own grant",
    without: "The app cannot start: the site is not granted to it.",
    needed: true,
    async attempt({ app, site }) {
      return shown((await everyPage(app, `${site}/drives`)).length > 0);
    },
  },
  {
    says: "The app's own grant is enough to be told of changes (subscriptions)",
    without: "Changes are found by asking every few seconds, as they are now. Nothing depends on it.",
    attempt: subscribing,
  },
  {
    says: "Graph tells how much of the request budget is left",
    without: "We learn that we are too fast only when told to wait. Expected while little is used.",
    async attempt({ app, listPath }) {
      const answer: Response = await app.api(listPath).responseType(ResponseType.RAW).get();
      return shown(answer.headers.has("ratelimit-remaining"));
    },
  },
  {
    says: "A read takes less than a second",
    without: "What must be read again before a decision makes people wait.",
    async attempt({ list }) {
      const { id } = await list.create({ key: "timed" });
      const took = await median(() => list.get(id));
      return shown(took < SLOW_MS, `${took} ms`);
    },
  },
  {
    says: "A write takes less than a second",
    without: "Saving makes people wait.",
    async attempt({ list }) {
      const took = await median((at) => list.create({ key: `timed-${at}` }));
      return shown(took < SLOW_MS, `${took} ms`);
    },
  },
];
