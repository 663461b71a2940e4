import { expect, it } from "vitest";
import { roleNames } from "#domain/people/role.ts";
import { registers } from "#domain/registers/index.ts";
import { type Item, items, type Over, overs, reach, whoEdits, whoMayAsk } from "./matrix.ts";

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(heads), row(heads.map(() => "---")), ...rows.map(row)].join("\n");
const named = (who: "anyone" | readonly (keyof typeof roleNames)[]) =>
  who === "anyone" ? "everybody with a role" : who.map((role) => roleNames[role]).join(", ");
const shown: Readonly<Record<string, string>> = { rw: "see and change", r: "see", "-": "not there" };

const page = () => `# Who may do what

This page is written from the code by \`test/authority/page.test.ts\`, which fails when it is out of date
(\`npx vitest run test/authority/page.test.ts --update\` writes it anew). What the code says is held to a table written
by hand, \`test/authority/oracle.ts\`.

Three things have to hold before anybody gets anything: their **role** may ask for it, their role's **part of the
organisation** reaches the row, and a **safeguarding** row needs that right besides. Roles, parts and deputies come from
the register *People and roles* alone. What somebody may not know of is answered as if it were not there.

## What a role over a part reaches

With the demo provider's services: Ashdown and Birchwood are the north; Westshire buys from Ashdown, Birchwood and others;
Eastmoor buys from Birchwood, Coppice and another. To change a row the operation has to be one the role may ask for.

${table(
  ["row", ...Object.keys(overs).map((over) => `a role over ${over}`)],
  (Object.keys(items) as Item[]).map((item) => [
    item,
    ...(Object.keys(overs) as Over[]).map((over) => shown[reach("quality-lead", over, item, true)] ?? ""),
  ]),
)}

An **administrator** reaches rows of the organisation only, and no care data. Without the safeguarding right a
safeguarding row is not there, whatever the role.

## Who may ask for what

${table(
  ["operation", "who may ask"],
  Object.entries(whoMayAsk)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([name, who]) => [`\`${name}\``, named(who)]),
)}

Some are narrower than their role: a sign-off is taken from whoever was asked or stands in for them today, a card's
button works for one person once, an action is moved by its owner or whoever accepts it.

## Who edits the plain answers of a register

${table(
  ["register", "who edits"],
  registers.map(({ slug, title }) => [title, named(whoEdits[slug] ?? []) || "nobody: it changes by its own steps"]),
)}

## How rights change

An administrator asks for other roles, parts, safeguarding right, deputy or leaving of a person, with a reason. Nothing
changes until a **second person**, another administrator or a senior leader, agrees to exactly what was asked. Nobody
agrees to what they asked for, to their own rights, or in the place of somebody they stand in for; and no change leaves
the organisation without an administrator. A people row edited in SharePoint past the app counts for nothing and is raised
as an early warning.

A deputy has their principal's rights while the principal is away, and may not do what the principal may not: author,
checker and approver of a thing stay different people.

Whoever has left is shut out at once when the register says so, and within five minutes when their account is disabled or
deleted in the directory. The app reads that for itself every two minutes, which takes the application permission
\`User.Read.All\`; without it leavers are known from the register alone, and the log says \`accounts.unread\`.
`;

it("docs/authority.md says what the code does", async () => {
  await expect(page()).toMatchFileSnapshot("../../docs/authority.md");
});
