import type { Readable } from "node:stream";
import { ask, isDownload, operationNamed } from "#api/operations/ask.ts";
import { everybody } from "#api/operations/everybody.ts";
import type { Outside } from "#api/outside.ts";
import { LineOfSightError } from "#domain/errors.ts";
import type { Person } from "#domain/people/person.ts";
import type { Role } from "#domain/people/role.ts";
import { isRefusal } from "#domain/refusal.ts";
import type { Register, Row } from "#domain/register/register.ts";
import { jobs } from "#domain/registers/jobs.ts";

/** Where somebody's role has to reach. */
interface Over {
  readonly contract?: string;
  readonly service?: string;
}

/**
 * The main job done by the demo people through the same operations as the tab and the bot. Every step runs at its own
 * fixed moment and may be repeated, so that a run that was cut off goes on and ends with the same bytes.
 */
export class Run {
  readonly outside: Outside;
  readonly inDir: string;
  readonly cycle: string;
  readonly contract: string;
  readonly say: (line: string) => void;

  constructor(
    outside: Outside,
    facts: { inDir: string; cycle: string; contract: string; say: (line: string) => void },
  ) {
    this.outside = outside;
    this.inDir = facts.inDir;
    this.cycle = facts.cycle;
    this.contract = facts.contract;
    this.say = facts.say;
  }

  /** Whoever holds the role over the contract or service; `not` leaves people out. */
  who(role: Role, { contract, service }: Over = {}, not: readonly string[] = []): Person {
    const reaches = (over: "all" | readonly string[], key: string | undefined) =>
      key === undefined || over === "all" || over.includes(key);
    const found = everybody(this.outside).find(
      ({ id, assignments }) =>
        !not.includes(id) &&
        assignments.some(
          (each) => each.role === role && reaches(each.contracts, contract) && reaches(each.services, service),
        ),
    );
    if (!found) throw new Error(`Nobody is ${role} for ${contract ?? service ?? "the organisation"}.`);
    return found;
  }

  person(id: string): Person {
    const found = everybody(this.outside).find((each) => each.id === id);
    if (!found) throw new Error(`Nobody has the id ${id}.`);
    return found;
  }

  /** Asks an operation as a person. A refusal ends the run: in the main job nothing should be refused. */
  async do<Answer>(person: Person, operation: string, input: object, upload?: Readable): Promise<Answer> {
    const answer = await this.#asked(person, operation, input, upload);
    if (isRefusal(answer))
      throw new Error(`${operation} was refused to ${person.name}: ${answer.refused.say} ${answer.refused.next}`);
    if (isDownload(answer)) throw new Error(`${operation} answers a file.`);
    return answer as Answer;
  }

  #asked(person: Person, operation: string, input: object, upload?: Readable): Promise<unknown> {
    return ask(this.outside, person, operationNamed(operation), input, { ...(upload && { upload }) }).catch(
      (error: unknown) => {
        if (error instanceof LineOfSightError) error.message = `${operation} as ${person.name}: ${error.message}`;
        throw error;
      },
    );
  }

  rows<R extends Register>(register: R): readonly Row<R>[] {
    return this.outside.store.all(register);
  }

  row<R extends Register>(register: R, key: string): Row<R> {
    const found = this.outside.store.one(register, key);
    if (!found) throw new Error(`There is no ${register.words.one} ${key}.`);
    return found;
  }

  /** Waits for a job to end. */
  async done(key: string): Promise<void> {
    for (;;) {
      const job = this.row(jobs, key);
      if (job.state === "done") return;
      if (job.state === "failed") throw new Error(`The job ${job.kind} ${job.subject} failed: ${job.error}`);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  }
}

/** One thing that happens, at its own moment; nothing happens when it has happened already. */
export interface Step {
  readonly name: string;
  run(run: Run): Promise<void>;
}
