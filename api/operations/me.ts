import { z } from "zod";
import { contracts } from "#domain/registers/contracts.ts";
import { services } from "#domain/registers/services.ts";
import { operation } from "./operation.ts";
import { servicesOf } from "./services-of.ts";

/** Who is asking, as the people register has them: names the roles and the parts of the organisation they cover. */
export const me = operation({
  name: "me",
  method: "GET",
  path: "/me",
  summary: "The person who is signed in, their roles, and what they cover.",
  who: "anyone",
  input: z.strictObject({}),
  answer: z.object({
    id: z.string(),
    name: z.string(),
    roles: z.array(z.string()),
    safeguarding: z.boolean(),
    services: z.array(z.object({ key: z.string(), name: z.string(), region: z.string(), kind: z.string() })),
    contracts: z.array(z.object({ key: z.string(), name: z.string(), commissioner: z.string() })),
    now: z.string(),
    asOf: z.string().optional(),
  }),
  async run(_input, { person, rows, now, outside }) {
    return {
      id: person.id,
      name: person.name,
      roles: [...new Set(person.assignments.map(({ role }) => role))],
      safeguarding: person.safeguarding,
      services: servicesOf(person, rows.all(services)).map(({ key, name, region = "", kind }) => ({
        key,
        name,
        region,
        kind,
      })),
      contracts: rows.all(contracts).map(({ key, name, commissioner }) => ({ key, name, commissioner })),
      now,
      asOf: outside.sharePoint.asOf(),
    };
  },
});
