import type { Client } from "@microsoft/microsoft-graph-client";
import type { Clock } from "#domain/ports.ts";
import { batch, MOST_IN_A_BATCH } from "./batch.ts";

/** Whose account in the directory is disabled or deleted. Everybody else's is taken to be open. */
export interface Accounts {
  /** Answers from memory, as of the last reading. */
  closed(person: string): boolean;
  /** Reads these people's accounts again when the last reading is older than it may be. Throws what Graph threw. */
  keepUp(people: readonly string[]): Promise<void>;
}

/** Leavers lose access within five minutes: this long, and the few seconds until somebody asks again. */
export const READ_EVERY_MS = 2 * 60_000;

/**
 * The accounts of the people in the register, read by the app for itself (`User.Read.All`). A reading that fails leaves
 * what was known; one in which every single account is gone is taken for a mistake and not believed.
 */
export function directoryAccounts(client: Client, clock: Clock): Accounts {
  let closed: ReadonlySet<string> = new Set();
  let readAt = Number.NEGATIVE_INFINITY;
  return {
    closed: (person) => closed.has(person),
    async keepUp(people) {
      const at = Date.parse(clock());
      if (at - readAt < READ_EVERY_MS && at >= readAt) return;
      const found = await Promise.all(chunks(people).map((some) => closedAmong(client, some)));
      const now = found.flat();
      if (now.length > 1 && now.length === people.length) throw new Error("The directory knows nobody of us.");
      closed = new Set(now);
      readAt = at;
    },
  };
}

const chunks = (people: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(people.length / MOST_IN_A_BATCH) }, (_, at) =>
    people.slice(at * MOST_IN_A_BATCH, (at + 1) * MOST_IN_A_BATCH),
  );

async function closedAmong(client: Client, people: readonly string[]): Promise<readonly string[]> {
  const calls = people.map((id) => ({
    id,
    method: "GET" as const,
    url: `/users/${encodeURIComponent(id)}?$select=id,accountEnabled`,
  }));
  const answers = await batch(client, calls);
  const failed = answers.find(({ status }) => status !== 200 && status !== 404);
  if (failed) throw Object.assign(new Error("The directory could not be read."), { statusCode: failed.status });
  return answers.flatMap(({ id, status, body }) => {
    const enabled = typeof body === "object" && body !== null ? Reflect.get(body, "accountEnabled") : undefined;
    return status === 404 || enabled === false ? [id] : [];
  });
}
