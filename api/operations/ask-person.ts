import { z } from "zod";
import { askRights as decide } from "#domain/people/rights.ts";
import { isRefusal, refuse } from "#domain/refusal.ts";
import { type PersonRow, people } from "#domain/registers/people.ts";
import { organisationAsKept } from "./everybody.ts";
import { operation } from "./operation.ts";
import { rightsInput, whyInput } from "./rights-input.ts";

/** An administrator asks for somebody to be let in. They may do nothing until a second person has agreed. */
export const askPerson = operation({
  name: "ask-person",
  method: "POST",
  path: "/people",
  summary: "Ask for a colleague to be added with these rights; a second person has to agree.",
  who: ["administrator"],
  input: z.strictObject({
    person: z.guid("choose the colleague's account").transform((id) => id.toLowerCase()),
    name: z.string().trim().min(1, "say their name").max(255),
    jobTitle: z.string().trim().max(255).optional(),
    email: z.email().max(255).optional(),
    staffCode: z.string().trim().max(255).optional(),
    rights: rightsInput,
    reason: whyInput,
  }),
  answer: z.object({ key: z.string(), etag: z.string() }),
  async run({ rights, reason, ...told }, { rows, outside, person, now }) {
    if (rows.all(people).some((row) => row.person === told.person)) return alreadyThere();
    const answers = { ...told, safeguarding: false, status: "asked-for" } as const;
    const changes = decide(
      answers as unknown as PersonRow,
      rights,
      { by: person, reason },
      organisationAsKept(outside),
      now,
    );
    if (isRefusal(changes)) return changes;
    const { askedDeputy, ...asked } = changes;
    const { row, created } = await rows.add(
      people,
      told.person,
      { ...answers, ...asked, ...(askedDeputy && { askedDeputy }) },
      { by: person, did: "rights.ask", reason },
    );
    return created ? { key: row.key, etag: row.etag } : alreadyThere();
  },
});

const alreadyThere = () =>
  refuse(
    "rights.already-there",
    "This account is in the people register already.",
    "Open the person there and ask for other rights.",
  );
