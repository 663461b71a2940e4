import type { Answered } from "./contract.ts";
import type { Step, World } from "./walk.ts";

type Path = (world: World) => string;
type More = Partial<Omit<Step, "operation" | "send">> & {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly as?: "application" | "another" | "person";
};

/** Steps are written as method, path and body; a body may depend on what earlier steps left. */
const step =
  (method: string) =>
  (operation: string, path: Path, more: More = {}): Step => {
    const { body, headers, as, ...rest } = more;
    return {
      ...rest,
      operation,
      send: (world) => ({
        method,
        path: path(world),
        ...(body === undefined ? {} : { body: typeof body === "function" ? body(world) : body }),
        ...(headers ? { headers } : {}),
        ...(as ? { as } : {}),
      }),
    };
  };

export const get = step("GET");
export const post = step("POST");
export const put = step("PUT");
export const patch = step("PATCH");
export const remove = step("DELETE");

export const notFound = { what: "404 for one that is not there", refused: { status: 404, code: "itemNotFound" } };
export const stale = { what: "412 for a stale version", refused: { status: 412 } };
export const oldTag = { "if-match": '"00000000-0000-4000-8000-000000000000,99"' };

/** A value in a body, by its path, such as `value.0.id`. */
export const at = ({ body }: Answered, path: string): unknown =>
  path.split(".").reduce<unknown>((one, name) => (one as Record<string, unknown> | undefined)?.[name], body);

/** Keeps a value of the body under a name. */
export const keeps =
  (name: string, path = "id") =>
  (world: World, answered: Answered): void =>
    world.keep(name, at(answered, path));

/** Fails in words unless the body says this. */
export const says =
  (path: string, expected: unknown) =>
  (answered: Answered): string | undefined => {
    const said = at(answered, path);
    return JSON.stringify(said) === JSON.stringify(expected)
      ? undefined
      : `${path} is ${JSON.stringify(said)}, not ${JSON.stringify(expected)}`;
  };
