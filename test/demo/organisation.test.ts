import { beforeAll, describe, expect, test } from "vitest";
import { selectRows } from "#domain/actions/select-rows.ts";
import type { Facts } from "#domain/checks/facts.ts";
import { checks } from "#domain/checks/index.ts";
import { authorise, scopeOf } from "#domain/people/authorise.ts";
import { personOf } from "#domain/people/person-of.ts";
import { roles } from "#domain/people/role.ts";
import type { Store } from "#domain/ports.ts";
import { check } from "#domain/register/check.ts";
import type { Field } from "#domain/register/field.ts";
import type { Register, Row } from "#domain/register/register.ts";
import { actions } from "#domain/registers/actions.ts";
import { contracts } from "#domain/registers/contracts.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { evidenceMap } from "#domain/registers/evidence-map.ts";
import { indicators } from "#domain/registers/indicators.ts";
import { managerReviews } from "#domain/registers/manager-reviews.ts";
import { people } from "#domain/registers/people.ts";
import { services } from "#domain/registers/services.ts";
import { settings } from "#domain/registers/settings.ts";
import { specifications } from "#domain/registers/specifications.ts";
import { themes } from "#domain/registers/themes.ts";
import { demoAsOf } from "../../infra/demo/as-of.ts";
import { organisation as organisationWith, seed } from "../../infra/demo/organisation.ts";
import { demoPeople, demoUsers } from "../../infra/demo/people.ts";
import { kept } from "../support/rows.ts";

const engine = "DuckDB as tested";
const organisation = organisationWith(engine);
const KEY = /^[a-z0-9][a-z0-9.-]{0,119}$/;

/** Lists in memory with the port's once-only `add`; reading is all else a seeded organisation needs here. */
function memory(): Store & { added: number } {
  const lists = new Map<string, Map<string, object>>();
  const listOf = ({ slug }: Register) => lists.get(slug) ?? lists.set(slug, new Map()).get(slug) ?? new Map();
  const store = {
    added: 0,
    all: <R extends Register>(register: R) => [...listOf(register).values()] as Row<R>[],
    one: <R extends Register>(register: R, key: string) => listOf(register).get(key) as Row<R> | undefined,
    fresh: async <R extends Register>(register: R, key: string) => store.one(register, key),
    add: async <R extends Register>(register: R, key: string, answers: object) => {
      const created = !listOf(register).has(key);
      if (created) listOf(register).set(key, { ...answers, ...kept(key) });
      store.added += Number(created);
      return { row: listOf(register).get(key) as Row<R>, created };
    },
    change: () => Promise.reject(new Error("seeding changes nothing")),
  };
  return store;
}

const store = memory();
let first = 0;
beforeAll(async () => {
  first = await seed(store, engine);
});

const all = organisation.flatMap(({ register, rows }) =>
  Object.entries(rows).map(([key, answers]) => ({
    register,
    key,
    answers: answers as Readonly<Record<string, unknown>>,
  })),
);

/** Every value of fields of a kind in a row, those within parts included. */
function valuesOf(
  fields: Readonly<Record<string, Field>>,
  answers: Readonly<Record<string, unknown>>,
  wanted: (field: Field) => boolean,
): readonly { readonly to: string | undefined; readonly value: string }[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = answers[name];
    if (value === undefined) return [];
    if (field.kind === "part")
      return (value as Record<string, unknown>[]).flatMap((entry) => valuesOf(field.fields ?? {}, entry, wanted));
    if (!wanted(field)) return [];
    return (Array.isArray(value) ? value : [value]).map((each: string) => ({ to: field.to, value: each }));
  });
}

describe("every row", () => {
  test.each(organisation.map((each) => [each.register.slug, each] as const))(
    "%s passes its register's own check",
    (_, each) => {
      expect(Object.keys(each.rows).length).toBeGreaterThan(0);
      for (const [key, answers] of Object.entries(each.rows)) {
        expect(key).toMatch(KEY);
        expect({ key, problems: check(each.register, answers) }).toEqual({ key, problems: [] });
      }
    },
  );

  test("refers only to rows that are there before it, or will be in the same register", () => {
    const order = organisation.map(({ register }) => register.slug);
    const there = new Set(all.map(({ register, key }) => `${register.slug}/${key}`));
    const later = ["contracts", "cycles"];
    for (const { register, key, answers } of all)
      for (const { to, value } of valuesOf(register.fields, answers, (field) => field.to !== undefined)) {
        expect(there, `${register.slug}/${key}`).toContain(`${to}/${value}`);
        const before = order.indexOf(to ?? "") <= order.indexOf(register.slug) || later.includes(to ?? "");
        expect(before, `${register.slug}/${key} → ${to}`).toBe(true);
      }
  });

  test("names only people who work here", () => {
    const ids = new Set<string>(demoPeople.map(({ id }) => id));
    const named = all.flatMap(({ register, answers }) =>
      valuesOf(register.fields, answers, (field) => field.kind === "person"),
    );
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(({ value }) => !ids.has(value))).toEqual([]);
  });

  test("is added once, however often the organisation is seeded", async () => {
    expect(first).toBe(all.length);
    expect(await seed(store, engine)).toBe(0);
    expect(store.added).toBe(all.length);
  });
});

describe("the people", () => {
  test("hold every role there is, under one account each", () => {
    const held = new Set(demoPeople.flatMap(({ assignments }) => assignments.map(({ role }) => role)));
    expect(roles.filter((role) => !held.has(role))).toEqual([]);
    expect(new Set(demoPeople.map(({ id }) => id)).size).toBe(demoPeople.length);
    expect(new Set(demoUsers.map(({ userPrincipalName }) => userPrincipalName)).size).toBe(demoPeople.length);
  });

  test("nobody asked for and agreed the same rights, or agreed their own", () => {
    for (const { person, rightsAskedBy, rightsAgreedBy } of store.all(people)) {
      expect(new Set([person, rightsAskedBy, rightsAgreedBy]).size).toBe(person === rightsAskedBy ? 2 : 3);
      expect(rightsAgreedBy).not.toBe(person);
    }
  });
});

describe("the specifications", () => {
  test.each(["westshire", "eastmoor"])(
    "every category and indicator of %s has a confirmed source, columns and an owner",
    (contract) => {
      const [specification] = store.all(specifications).filter((each) => each.contract === contract);
      const wanted = (specification?.sections ?? []).flatMap(({ categories = [], indicators = [] }) => [
        ...categories,
        ...indicators,
      ]);
      const map = store.all(evidenceMap).filter((each) => each.contract === contract && each.status === "confirmed");
      const mapped = map.filter(({ owner, columns = [] }) => owner && columns.length > 0);
      expect(wanted.length).toBeGreaterThan(12);
      expect(
        wanted.filter((each) => !mapped.some(({ category, indicator }) => [category, indicator].includes(each))),
      ).toEqual([]);
      expect(map.length).toBe(wanted.length);
    },
  );
});

describe("the cycles", () => {
  const now = `${demoAsOf}T09:00:00Z`;
  const blocking = (key: string) => {
    const cycle = store.one(cycles, key);
    const contract = store.one(contracts, cycle?.contract ?? "");
    const specification = store.one(specifications, cycle?.specification ?? "");
    const [organisationSettings] = store.all(settings);
    if (!cycle || !contract || !specification || !organisationSettings) throw new Error(`${key} is not whole`);
    const rows = { people: store.all(people), services: store.all(services), contracts: store.all(contracts) };
    const facts: Facts = {
      ...{ cycle, contract, specification, engine, settings: organisationSettings },
      ...{ imports: [], figures: [], cited: [], plans: [], validationLog: [], commentary: [], signOffs: [], packs: [] },
      ...{ changedOutside: [], auditFaults: [], sha256: (text: string) => text },
      services: rows.services,
      indicators: store.all(indicators),
      evidenceMap: store.all(evidenceMap).filter((each) => each.contract === contract.key),
      reviews: store.all(managerReviews),
      themes: store.all(themes),
      actions: store.all(actions),
      everybody: demoPeople.flatMap(({ id }) => personOf(id, rows, now) ?? []),
    };
    const defining = checks.filter(({ blocks }) => [blocks].flat().includes("define"));
    expect(defining.length).toBeGreaterThan(5);
    return defining.flatMap((each) => each.find(facts, now)).map(({ check: id, subject }) => `${id} ${subject.key}`);
  };

  test("nothing but one manager's answer stands between Westshire and collecting, and nothing before Eastmoor", () => {
    expect(blocking("westshire-2026-q3")).toEqual(["review.readiness-open westshire-pack-1-birchwood"]);
    expect(blocking("eastmoor-2026-q3")).toEqual([]);
  });
});

describe("the actions", () => {
  const now = `${demoAsOf}T09:00:00Z`;
  const personNamed = (name: string) => {
    const id = demoPeople.find((each) => each.name === name)?.id ?? "";
    const rows = { people: store.all(people), services: store.all(services), contracts: store.all(contracts) };
    const person = personOf(id, rows, now);
    if (!person) throw new Error(`${name} does not work here`);
    return person;
  };
  const seen = (name: string) =>
    store.all(actions).filter((row) => authorise(personNamed(name), "anyone", "read", scopeOf(actions, { ...row })));
  const overdue = (name: string) =>
    selectRows(actions, seen(name), { state: "overdue", category: "safeguarding" }, demoAsOf).map(({ key }) =>
      key.replace("action-sg-", ""),
    );

  test.each([
    ["Amina Yusuf", ["ashdown-chronology", "policy-review"]],
    ["Craig Donnelly", ["eastmoor-threshold", "birchwood-documents", "birchwood-handover", "policy-review"]],
    ["Tomasz Nowak", ["policy-review", "dovecote-bodymaps"]],
    ["Mei Lin Chan", ["eastmoor-threshold", "coppice-training", "policy-review"]],
    ["Patricia Fairweather", ["elm-house-locks", "eastmoor-threshold", "policy-review"]],
    [
      "Deepak Chaudhary",
      ["eastmoor-threshold", "birchwood-documents", "ashdown-chronology", "birchwood-handover", "policy-review"],
    ],
    [
      "Bronwen Pritchard",
      ["elm-house-locks", "eastmoor-threshold", "coppice-training", "policy-review", "dovecote-bodymaps"],
    ],
    [
      "Josephine Adeyemi",
      [
        "elm-house-locks",
        "eastmoor-threshold",
        "birchwood-documents",
        "ashdown-chronology",
        "coppice-training",
        "birchwood-handover",
        "policy-review",
        "dovecote-bodymaps",
      ],
    ],
    ["Eleanor Whitcombe", []],
    ["Imran Sheikh", []],
    ["Leon Campbell", []],
    ["Tobias Wren", []],
  ])("%s sees exactly their own overdue safeguarding actions", (name, expected) => {
    expect(overdue(name)).toEqual(expected);
  });

  test("there are about 25, some overdue, due and done in other categories too, and every owner can see their own", () => {
    const rows = store.all(actions);
    expect(rows.length).toBeGreaterThanOrEqual(25);
    for (const state of ["overdue", "due"] as const)
      expect(selectRows(actions, rows, { state }, demoAsOf).some(({ category }) => category !== "safeguarding")).toBe(
        true,
      );
    for (const { key, owner } of rows) {
      const name = demoPeople.find(({ id }) => id === owner)?.name ?? "";
      expect(seen(name).map((row) => row.key)).toContain(key);
    }
  });

  test("what is complete was accepted on evidence by somebody other than the owner", () => {
    const done = store
      .all(actions)
      .filter(({ status }) => ["complete", "effective", "too-early-to-say"].includes(status));
    expect(done.length).toBeGreaterThan(3);
    for (const { owner, acceptedBy, evidence = [] } of done) {
      expect(acceptedBy).toBeDefined();
      expect(acceptedBy).not.toBe(owner);
      expect(evidence.length).toBeGreaterThan(0);
    }
  });
});
