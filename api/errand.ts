import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

/** What calls to SharePoint are made for. */
export interface Errand {
  /** One for each request of ours; the log, the problem shown to the person and every Graph call carry it. */
  readonly reference: string;
  /** Whoever waits for it. Work nobody waits for has none and yields to people. */
  readonly person?: string;
  /** Hearing what other processes did: little, but never put off. */
  readonly following?: true;
  /** Milliseconds it is tried for, where there is something to go on with instead. */
  readonly patience?: number;
}

const current = new AsyncLocalStorage<Errand>();

/** Does the work as this errand, everything it awaits included. What is left out is as in the errand around it. */
export const onErrand = <T>(errand: Partial<Errand>, work: () => T): T =>
  current.run({ ...(current.getStore() ?? { reference: randomUUID() }), ...errand }, work);

/** Does work that nobody waits for, whoever began it; it keeps a reference of its own. */
export const inBackground = <T>(work: () => T): T => current.run({ reference: randomUUID() }, work);

/** What is being done at this moment; undefined at the start of the process, which nobody waits for. */
export const errandNow = (): Errand | undefined => current.getStore();
