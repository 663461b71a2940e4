import type { Answered, Contract, Operation } from "./contract.ts";

/** A request to be sent. Without `as` it is the application's; `another` is a second one; a whole address goes without any token. */
export interface Request {
  readonly method: string;
  /** After `/v1.0`, or a pre-authenticated address as Graph gave it. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly as?: "application" | "another" | "person";
}

/** One use of an operation. With `refused` it must fail so; without, it must succeed. */
export interface Step {
  readonly operation: string;
  /** What is special about this use. */
  readonly what?: string;
  readonly send: (world: World) => Request | Promise<Request>;
  readonly refused?: { readonly status: number; readonly code?: string };
  /** Keeps what later steps need. */
  readonly keep?: (world: World, answered: Answered) => void;
  /** What else is wrong, in words. */
  readonly also?: (answered: Answered, world: World) => string | undefined;
}

class NotThere extends Error {}

/** Names and ids that earlier steps left for later ones. */
export class World {
  readonly #kept = new Map<string, string>();

  keep(name: string, value: unknown): void {
    if (typeof value === "string") this.#kept.set(name, value);
  }

  /** Throws when the step that makes it did not. */
  get(name: string): string {
    const value = this.#kept.get(name);
    if (value === undefined) throw new NotThere(`there is no ${name}`);
    return value;
  }
}

export type Send = (request: Request) => Promise<Answered>;

/** What became of one operation: `differs` says where. */
export interface Finding {
  readonly operation: string;
  readonly result: "checked" | "not supported" | "differs";
  readonly uses: number;
  readonly differences: readonly string[];
}

type Outcome = { readonly supported: boolean; readonly difference?: string | undefined };

function judged(contract: Contract, operation: Operation, step: Step, answered: Answered, world: World): Outcome {
  if (answered.status === 501) return { supported: false };
  const { refused } = step;
  if (!refused) {
    return { supported: true, difference: contract.wrongAnswer(operation, answered) ?? step.also?.(answered, world) };
  }
  if (answered.status !== refused.status) {
    return { supported: true, difference: `answered ${answered.status}, not ${refused.status}` };
  }
  if (refused.status < 400) return { supported: true, difference: contract.wrongAnswer(operation, answered) };
  const { error } = (answered.body ?? {}) as { error?: { code?: string } };
  const wrongCode =
    refused.code !== undefined && error?.code !== refused.code ? `the code is ${error?.code}, not ${refused.code}` : "";
  return {
    supported: true,
    difference: contract.wrongError(answered) ?? (wrongCode || step.also?.(answered, world)),
  };
}

async function taken(contract: Contract, operation: Operation, step: Step, world: World, send: Send): Promise<Outcome> {
  try {
    const request = await step.send(world);
    const invalid = step.refused ? undefined : contract.wrongRequest(operation, request.body);
    if (invalid) return { supported: true, difference: `our own request is not valid: ${invalid}` };
    const answered = await send(request);
    if (answered.status < 400) step.keep?.(world, answered);
    return judged(contract, operation, step, answered, world);
  } catch (error) {
    if (!(error instanceof NotThere)) throw error;
    // What makes the thing may not be supported; then this must not be either.
    const { supported } = await undriven(operation, send);
    return supported ? { supported, difference: `cannot be tried: ${error.message}` } : { supported };
  }
}

/** Operations without a step: each must be refused loudly, or we have forgotten to check it. */
async function undriven({ method, path }: Operation, send: Send): Promise<Outcome> {
  if (!path.startsWith("/")) return { supported: true, difference: "no step drives it" };
  const asked = path.replace(/\{[^}]+\}/g, "1");
  const { status } = await send({
    method,
    path: asked,
    ...(method === "GET" ? {} : { body: {} }),
    ...(asked.startsWith("/me/") ? { as: "person" } : {}),
  });
  return status === 501
    ? { supported: false }
    : { supported: true, difference: `no step drives it, and it answers ${status}, not 501` };
}

/** Takes every step in order, then looks at every operation of the contract. */
export async function walk(
  contract: Contract,
  steps: readonly Step[],
  world: World,
  send: Send,
): Promise<readonly Finding[]> {
  const outcomes = new Map<string, Outcome[]>();
  const put = (id: string, outcome: Outcome) => outcomes.set(id, [...(outcomes.get(id) ?? []), outcome]);
  for (const step of steps) {
    const operation = contract.operation(step.operation);
    if (!operation) continue;
    const { supported, difference } = await taken(contract, operation, step, world, send);
    put(step.operation, { supported, difference: difference && `${step.what ?? "as documented"}: ${difference}` });
  }
  for (const operation of contract.operations) {
    if (!outcomes.has(operation.id)) put(operation.id, await undriven(operation, send));
  }
  return contract.operations.map(({ id }) => found(id, outcomes.get(id) ?? []));
}

function found(operation: string, outcomes: readonly Outcome[]): Finding {
  const differences = outcomes.flatMap(({ difference }) => (difference ? [difference] : []));
  const supported = outcomes.some((one) => one.supported && !one.difference);
  const unsupported = outcomes.filter((one) => !one.supported).length;
  if (unsupported > 0 && !supported) return { operation, result: "not supported", uses: 0, differences: [] };
  const all = unsupported > 0 ? [...differences, `${unsupported} of its uses answer 501`] : differences;
  return { operation, result: all.length > 0 ? "differs" : "checked", uses: outcomes.length, differences: all };
}
