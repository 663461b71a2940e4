import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Context, Middleware } from "@microsoft/microsoft-graph-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everyPage } from "#api/graph/every-page.ts";
import { graphClient } from "#api/graph/graph-client.ts";
import { LoopbackTransport } from "#api/graph/loopback-transport.ts";
import { probeGround } from "#api/graph/probe/ground.ts";
import { probe, questions } from "#api/graph/probe/probe.ts";
import { localGraphToken } from "#api/identity/graph-token.ts";
import { type DemoTenant, demoSettings, demoTenant, startDemoTenant } from "../../infra/demo-tenant.ts";
import { runNode } from "../support/run-node.ts";

const site = `/sites/${demoTenant.host}:${demoTenant.path}:`;
let folder: string;
let tenant: DemoTenant;
let settings: Readonly<Record<string, string>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "line-of-sight-probe-"));
  tenant = await startDemoTenant(folder);
  settings = { ...demoSettings(tenant.local, tenant.secret), PROVISIONER_ID: demoTenant.provisioner };
});
afterAll(async () => {
  await tenant.local.close();
  rmSync(folder, { recursive: true, force: true });
});

const lists = async () =>
  (await everyPage<{ displayName: string }>(tenant.provisioning, `${site}/lists`)).map(
    ({ displayName }) => displayName,
  );

/** What the local service is known not to do, as Microsoft's does not: it tells little of the budget, and rewrites Office files. */
const notHere = [/request budget is left/, /Word file/];

describe("npm run probe", () => {
  it("answers every question, says what is weaker without, and leaves nothing behind, also of one that was stopped", async () => {
    await tenant.provisioning.api(`${site}/lists`).post({ displayName: "line-of-sight-probe-rows-left" });
    const before = (await lists()).filter((name) => !name.startsWith("line-of-sight-probe"));
    const { code, out } = await runNode(["infra/probe.ts"], settings);
    expect(await lists()).toEqual(before);
    expect(code).toBe(0);
    for (const { says, without } of questions) {
      const [line = "", next = ""] = out.split("\n").slice(out.split("\n").findIndex((each) => each.includes(says)));
      expect(line.slice(0, 3)).toBe(notHere.some((each) => each.test(says)) ? "no " : "yes");
      expect(next.includes(without)).toBe(line.startsWith("no"));
    }
    expect(out).toMatch(/Everything that must hold holds/);
  });

  it("says in words when it may not make its list", async () => {
    const { code, errors } = await runNode(["infra/probe.ts"], { ...settings, PROVISIONER_ID: demoTenant.app });
    expect(code).toBe(1);
    expect(errors).toMatch(/could not be made ready.*403/);
  });

  it("goes on after a question that fails in itself, and sees a service that does not heed versions", async () => {
    const { tenant: id, provisioner, host } = demoTenant;
    const token = localGraphToken(id, provisioner, tenant.secret, tenant.local.url);
    const heedless = graphClient(token, new Heedless(new LoopbackTransport(tenant.local.url, host)));
    const ground = await probeGround(tenant.provisioning, heedless, site, "heedless");
    const raced = questions.filter(({ says }) => /older version/.test(says));
    const broken = { says: "It breaks", without: "", attempt: () => Promise.reject(new Error("cut off")) };
    const answers = await probe(ground, [broken, ...raced]);
    await ground.close();
    expect(answers.map(({ answer }) => answer)).toEqual(["unknown", "no", "no"]);
  });
});

/** A network that loses the version a change names. */
class Heedless implements Middleware {
  readonly #through: Middleware;
  constructor(through: Middleware) {
    this.#through = through;
  }
  async execute(context: Context): Promise<void> {
    const headers = new Headers(context.options?.headers as HeadersInit | undefined);
    headers.delete("if-match");
    context.options = { ...context.options, headers };
    await this.#through.execute(context);
  }
}
