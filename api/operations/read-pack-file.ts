import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { refuse } from "#domain/refusal.ts";
import { packs } from "#domain/registers/packs.ts";
import { operation } from "./operation.ts";

const types: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  zip: "application/zip",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json",
  sig: "application/json",
};

/** One file of a pack: the draft's reading copies, or a filed version's files. The internal edition holds rows: fewer may open it. */
export const readPackFile = operation({
  name: "read-pack-file",
  method: "GET",
  path: "/packs/:key/file",
  summary: "Download one file of a pack.",
  who: [
    "contracts-manager",
    "quality-lead",
    "senior-leader",
    "auditor",
    "regional-manager",
    "external-reviewer",
    "registered-manager",
  ],
  download: true,
  input: z.strictObject({
    key: z.string(),
    edition: z.enum(["draft", "commissioner", "internal"]),
    name: z.string().regex(/^[a-z-]+(\.[a-z]+){1,2}$/),
  }),
  answer: z.never(),
  async run({ key, edition, name }, { rows, outside, person }) {
    const pack = rows.one(packs, key);
    if (!pack) throw notFound("pack", key);
    const internal = person.assignments.some(({ role }) =>
      ["contracts-manager", "quality-lead", "senior-leader", "auditor"].includes(role),
    );
    const path = `${pack.cycle}/v${pack.packVersion}/${edition}/${name}`;
    const filed =
      edition === "draft"
        ? ["pack.pdf", "assurance-statement.pdf"].includes(name)
        : pack.files?.some((file) => file.path === path);
    if (!filed || (edition === "internal" && !internal)) throw notFound("file", name);
    if (edition === "internal" && !person.safeguarding) return noSafeguarding();
    const bytes = await outside.files.get("Packs", path);
    const saved = edition === "draft" ? `draft-${name}` : name;
    return {
      download: {
        name: `${pack.key}-${saved}`,
        type: types[name.split(".").at(-1) ?? ""] ?? "application/octet-stream",
        bytes,
      },
    };
  },
});

const noSafeguarding = () =>
  refuse(
    "pack.safeguarding-rows",
    "The internal edition holds the rows behind every figure, safeguarding concerns too, which need the separate right to see them.",
    "The commissioner's edition is open to you. Ask your safeguarding lead for what you need of the rows, or an administrator if you should have the right.",
  );
