import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoPeople } from "../../infra/demo/people.ts";
import { type Demo, startDemo } from "../support/demo.ts";

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const idOf = (role: string) => {
  const found = demoPeople.find(({ assignments }) => assignments.some((each) => each.role === role));
  if (!found) throw new Error(`Nobody is ${role}.`);
  return found.id;
};

describe("two people at once", () => {
  it("lets one win, and shows the other both versions with nothing overwritten", async () => {
    const lead = idOf("quality-lead");
    const list = await (await demo.as(lead, "/registers/actions/rows?most=1")).json();
    const [row] = list.rows;
    const path = `/registers/actions/rows/${row.key}`;
    const edit = (evidenceRequired: string, person: string) =>
      demo.as(person, path, { method: "PATCH", body: { etag: row.etag, changes: { evidenceRequired } } });

    const first = await edit("Supervision notes of all staff on the round", lead);
    expect(first.status).toBe(200);
    const second = await edit("Two spot checks", idOf("contracts-manager"));
    expect(second.status).toBe(412);
    const problem = await second.json();
    expect(problem.detail).toMatch(/changed this action while you had it open/);
    expect(problem.details.register).toBe("actions");
    expect(problem.details.theirs.evidenceRequired).toBe("Supervision notes of all staff on the round");
    expect(problem.details.yours).toEqual({ evidenceRequired: "Two spot checks" });

    const now = await (await demo.as(lead, path)).json();
    expect(now.answers.evidenceRequired).toBe("Supervision notes of all staff on the round");
    expect(now.history.at(-1)).toMatchObject({ by: lead, did: "actions.edit" });
  });

  it("lets exactly one of twenty writers in two processes win each round", async () => {
    const { themes } = await import("#domain/registers/themes.ts");
    const other = await demo.another("second");
    const [row] = demo.outside.store.all(themes);
    if (!row) throw new Error("The demo has no themes.");
    const stores = [demo.outside.store, other.store];
    const wins = await Promise.allSettled(
      Array.from({ length: 20 }, (_, at) =>
        stores[at % 2]?.change(themes, row.key, row.etag, { name: `Round ${at}` }, { by: "system", did: "theme.edit" }),
      ),
    );
    expect(wins.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const lost = wins.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
    expect(new Set(lost)).toEqual(new Set(["conflict"]));
  });
});

describe("what one may not know of", () => {
  it("is not there, also by its exact address", async () => {
    const leader = idOf("safeguarding-lead");
    const all = await (await demo.as(leader, "/registers/actions/rows?field=category&is=safeguarding")).json();
    const elsewhere = all.rows.find((row: { answers: { service: string } }) => row.answers.service !== "ashdown");
    const worker = demoPeople.find(({ assignments }) =>
      assignments.some(({ where }) => where.some((key) => key === "ashdown")),
    );
    const answer = await demo.as(worker?.id ?? "", `/registers/actions/rows/${elsewhere.key}`);
    expect(answer.status).toBe(404);
  });

  it("says who is asking and what they cover", async () => {
    const answer = await (await demo.as(idOf("care-coordinator"), "/me")).json();
    expect(answer.roles).toEqual(["care-coordinator"]);
    expect(answer.services.map(({ key }: { key: string }) => key)).toContain("ashdown");
  });
});

it("asks who is not signed in to sign in", async () => {
  const answer = await fetch(`${demo.url}/api/v1/me`);
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ code: "not-signed-in", detail: expect.stringMatching(/Sign in again/) });
});

it("describes every operation in its OpenAPI document", async () => {
  const { operations } = await import("#api/operations/index.ts");
  const document = await (await fetch(`${demo.url}/api/openapi.json`)).json();
  const ids = Object.values(document.paths).flatMap((path) =>
    Object.values(path as object).map(({ operationId }) => operationId),
  );
  expect(ids.toSorted()).toEqual(operations.map(({ name }) => name).toSorted());
});
