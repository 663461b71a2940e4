import { operations } from "#api/operations/index.ts";
import type { Operation } from "#api/operations/operation.ts";
import { rowStates } from "#domain/actions/select-rows.ts";
import { registers } from "#domain/registers/index.ts";
import { canaryOf, type Place } from "./canary-rows.ts";
import type { Demo } from "./demo.ts";
import { leastInput } from "./least-input.ts";

type Asking = Pick<Demo, "as" | "outside">;

/** Registers in which a canary can be planted straight into the list: of the others there is one row, or no such row. */
export const plantable = registers.filter(
  ({ slug }) => !["audit-trail", "settings", "people", "cycles"].includes(slug),
);

export const aboutARow = ({ path }: Operation): boolean => /:(?!slug|register)/.test(path);

const firstWord = ({ path }: Operation): string => path.split("/")[1] ?? "";
export const registerOf = (operation: Operation): string =>
  ({ plans: "assurance-plans", registers: "actions" })[firstWord(operation)] ?? firstWord(operation);

/** A row of this place alone that the work so far has made, or else a planted one. */
function keyIn(demo: Asking, slug: string, place: Place): string {
  if (slug === "contracts") return place.contract;
  const register = registers.find((each) => each.slug === slug);
  const theirs = (row: object) => {
    const { contract, service, services = [place.service] }: Record<string, unknown> = { ...row };
    const only = Array.isArray(services) && services.every((each) => each === place.service);
    return (contract ?? place.contract) === place.contract && (service ?? place.service) === place.service && only;
  };
  const made =
    register && slug !== "actions" && slug !== "audit-trail"
      ? demo.outside.store.all(register).find(theirs)
      : undefined;
  return made?.key ?? `${canaryOf(place)}-${slug}`;
}

/** The least request an operation takes, about a row of this place in its register or in the one given. */
export function requestFor(demo: Asking, operation: Operation, place: Place, slug = registerOf(operation)) {
  const input: Record<string, unknown> = { ...leastInput(operation) };
  const of: Readonly<Record<string, string>> = {
    slug,
    register: slug,
    key: keyIn(demo, slug, place),
    ask: keyIn(demo, slug, place),
    cycle: `${place.contract}-2026-q3`,
    contract: place.contract,
    indicator: "missed-visits",
  };
  const path = operation.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => {
    delete input[name];
    return encodeURIComponent(of[name] ?? "x");
  });
  for (const name of ["cycle", "contract"]) if (name in input) input[name] = of[name];
  if (operation.method === "GET" || operation.upload) {
    const query = new URLSearchParams(Object.entries(input).map(([name, value]) => [name, String(value)]));
    return { path: `${path}?${query}`, method: operation.method, ...(operation.upload && { raw: "a,b\n1,2\n" }) };
  }
  return { path, method: operation.method, body: input };
}

export function asked(demo: Asking, person: string, operation: Operation, place: Place, slug?: string) {
  const { path, ...rest } = requestFor(demo, operation, place, slug);
  return demo.as(person, path, rest);
}

/** Every row of every register as it stands, by version; of figures, whose standing follows their cycle by itself, by key. */
export const everything = ({ outside }: Asking) =>
  registers
    .filter(({ slug }) => slug !== "audit-trail")
    .flatMap((register) =>
      outside.store
        .all(register)
        .map(({ key, etag }) => `${register.slug}/${key} ${register.slug === "figures" ? "" : etag}`),
    );

const ofOneRow = ({ path }: Operation) => path.startsWith("/registers/:slug/rows/:key");
const lists = operations.filter((each) => each.method === "GET" && !each.download && !ofOneRow(each));

/** Every list, home and search there is, as one person gets them. */
export async function allLists(demo: Asking, person: string, place: Place): Promise<string> {
  const texts: string[] = [];
  for (const operation of lists) {
    const each = /:(slug|register)/.test(operation.path) ? registers.map(({ slug }) => slug) : [undefined];
    for (const slug of each) {
      const { path } = requestFor(demo, operation, place, slug);
      const states = operation.name === "find-rows" ? rowStates.map((state) => `&state=${state}`) : [""];
      for (const state of states)
        texts.push(await (await demo.as(person, path.replace(/[?&]state=[^&]*/, "?") + state)).text());
    }
  }
  return texts.join("\n");
}
