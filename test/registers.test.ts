import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Field } from "#domain/register/field.ts";
import { optionWords } from "#domain/register/option-words.ts";
import type { Register } from "#domain/register/register.ts";
import { everyList, operationalLists, registerBySlug, registers } from "#domain/registers/index.ts";

const folder = new URL("../api/domain/registers/", import.meta.url);
const slugs = new Set(everyList.map(({ slug }) => slug));
const each = everyList.map((list) => [list.slug, list] as const);
const fieldsOf = ({ fields }: Register) => Object.entries(fields);
const withParts = (list: Register): readonly (readonly [string, Field])[] =>
  fieldsOf(list).flatMap(([name, field]) => [
    [name, field] as const,
    ...Object.entries(field.fields ?? {}).map(([inner, part]) => [`${name}.${inner}`, part] as const),
  ]);

/** Columns every row has; three of them are indexed. */
const systemColumns = [
  "key",
  "etag",
  "createdAt",
  "createdBy",
  "createdByName",
  "changedAt",
  "changedBy",
  "changedByName",
  "auditEvent",
  "history",
  "seal",
];
const indexedSystemColumns = 3;

/** Internal names that a list has before we add any (Microsoft Learn, “Column” and SPBuiltInFieldId). */
const sharePointNames =
  `Title ID Id Created Modified Author Editor Version Attachments ContentType ContentTypeId ContentVersion Order GUID Edit
  FileRef FileLeafRef FileDirRef File_x0020_Type FSObjType PermMask UniqueId ProgId ScopeId SortBehavior MetaInfo BaseName
  LinkTitle LinkTitleNoMenu LinkFilename SelectTitle SelectFilename DocIcon InstanceID WorkflowVersion WorkflowInstanceID
  owshiddenversion ItemChildCount FolderChildCount AppAuthor AppEditor ComplianceAssetId Restricted OriginatorId NoExecute
  AccessPolicy ServerUrl EncodedAbsUrl ParentUniqueId SMTotalSize SMLastModifiedDate Last_x0020_Modified
  Created_x0020_Date PrincipalCount SyncClientId HTML_x0020_File_x0020_Type Combine RepairDocument TemplateUrl xd_ProgID
  xd_Signature CheckoutUser`
    .split(/\s+/)
    .map((name) => name.toLowerCase());

/** What good practice calls the logs, trackers, plans, forms and files that each register is. */
const practiceNames: readonly (readonly [slug: string, names: readonly string[]])[] = [
  ["contracts", ["contract file"]],
  ["services", ["branches", "homes", "schemes"]],
  ["people", ["roles and responsibilities"]],
  ["frameworks", ["cqc quality statements", "kloes", "council frameworks"]],
  [
    "specifications",
    [
      "evidence pack specification",
      "contract report template",
      "kpi specification document",
      "reporting specification",
      "contract reporting schedule",
    ],
  ],
  ["indicators", ["kpis", "contract measures", "reporting validation file"]],
  ["evidence-map", ["evidence map", "source map", "data map", "reporting data map"]],
  ["manager-reviews", ["manager feedback", "dashboard readiness log", "review log", "service review log"]],
  ["reporting-calendar", ["commissioner reporting calendar", "contract reporting schedule"]],
  ["cycles", ["reporting cycles", "contract monitoring governance file"]],
  ["imports", ["source extracts"]],
  ["figures", ["dashboard figures", "reporting template values"]],
  ["assurance-plans", ["reporting assurance plan"]],
  [
    "validation-log",
    ["validation log", "reporting assurance log", "discrepancy review", "ecm audit trail (amendments)"],
  ],
  ["commentary", ["report commentary plan", "service narrative log", "draft narrative", "contextual explanation"]],
  [
    "sign-offs",
    [
      "contract governance file",
      "commissioner reporting governance pack",
      "reporting governance file",
      "approval records",
    ],
  ],
  [
    "packs",
    ["evidence pack", "contract monitoring report", "governance file", "external assurance record attachments"],
  ],
  ["themes", ["theme review", "repeat-theme review"]],
  [
    "actions",
    [
      "contract action tracker",
      "service action log",
      "service improvement log",
      "governance tracker",
      "management action log",
      "service action tracker",
      "audit action log",
    ],
  ],
  ["exceptions", ["weekly dashboard exceptions"]],
  ["outcome-plans", ["outcome monitoring plan"]],
  ["outcomes", ["care planning framework", "outcome templates"]],
  ["outcome-reviews", ["outcome review document", "outcome reports"]],
  [
    "recording-audits",
    ["supervision record", "audit log", "evidential assurance tool", "contract assurance audit tool"],
  ],
  [
    "scrutiny",
    ["external assurance tracker", "provider assurance tracker", "service action tracker", "external assurance record"],
  ],
  [
    "investigations",
    [
      "governance investigation form",
      "provider monitoring log",
      "safeguarding governance template",
      "governance review form",
    ],
  ],
  ["casework", ["safeguarding response sheet"]],
  ["meetings", ["governance minutes", "formal minutes", "commissioner review update", "register reviews"]],
  ["early-warnings", ["governance triggers"]],
  ["profiles", ["import mappings"]],
];

describe("the set of registers", () => {
  it("is the thirty-two of good practice, and six lists nobody sees as registers", () => {
    expect(registers).toHaveLength(32);
    expect(registers.filter(({ kind }) => kind === "operational")).toEqual([]);
    expect(operationalLists.map(({ slug }) => slug)).toEqual([
      "outbox",
      "conversations",
      "card-actions",
      "change-feed",
      "jobs",
      "personal-data",
    ]);
    expect(operationalLists.filter(({ kind }) => kind !== "operational")).toEqual([]);
    expect(slugs.size).toBe(everyList.length);
  });

  it("finds a register by its slug, and no operational list", () => {
    expect(registers.filter((register) => registerBySlug(register.slug) !== register)).toEqual([]);
    expect(operationalLists.filter(({ slug }) => registerBySlug(slug) !== undefined)).toEqual([]);
    expect(registerBySlug("constructor")).toBeUndefined();
  });

  it("leaves out no register that has a file", () => {
    const defined = readdirSync(folder)
      .filter((name) => !name.endsWith(".test.ts"))
      .filter((name) => / = register\(\{/.test(readFileSync(new URL(name, folder), "utf8")))
      .map((name) => name.replace(/\.ts$/, ""));
    expect(defined.sort()).toEqual([...slugs].sort());
  });

  it("gives no two registers the same title or the same word for a row", () => {
    const titles = everyList.map(({ title }) => title);
    const words = registers.flatMap(({ words: { one } }) => one);
    expect(new Set(titles).size).toBe(titles.length);
    expect(new Set(words).size).toBe(words.length);
  });

  it.each(practiceNames)("finds %s under every name good practice has for it", (slug, names) => {
    const register = registerBySlug(slug);
    const known = [register?.title, ...(register?.views.map(({ name }) => name) ?? [])];
    expect(known.map((name) => name?.toLowerCase())).toEqual(expect.arrayContaining([...names]));
  });

  it("has good practice's names for every register but those that have none", () => {
    const named = practiceNames.map(([slug]) => slug);
    expect(registers.map(({ slug }) => slug).filter((slug) => !named.includes(slug))).toEqual([
      "audit-trail",
      "settings",
    ]);
  });

  it("keeps a practice's name in one register only", () => {
    const names = registers.flatMap(({ slug, views }) => views.map(({ name }) => ({ slug, name })));
    const twice = names.filter(({ name, slug }) => names.some((other) => other.name === name && other.slug !== slug));
    // Good practice itself uses these names for two things: planning a report, and acting on a scrutiny finding.
    const known = ["Contract reporting schedule", "Service action tracker"];
    expect([...new Set(twice.map(({ name }) => name))].sort()).toEqual(known);
  });

  it("seals what carries authority and only adds to what is evidence", () => {
    expect(everyList.filter(({ sealed }) => sealed).map(({ slug }) => slug)).toEqual([
      "people",
      "sign-offs",
      "conversations",
      "card-actions",
      "personal-data",
    ]);
    expect(everyList.filter(({ appendOnly }) => appendOnly).map(({ slug }) => slug)).toEqual([
      "sign-offs",
      "audit-trail",
      "change-feed",
      "personal-data",
    ]);
  });
});

describe.each(each)("%s", (_slug, list) => {
  it("says its purpose in one plain sentence", () => {
    expect(list.purpose.length).toBeGreaterThanOrEqual(50);
    expect(list.purpose.length).toBeLessThanOrEqual(120);
    expect(list.purpose).toMatch(/^[A-Z][^.!?]+\.$/);
  });

  it("shows three to five fields in brief, the headline first, none restricted or long", () => {
    expect(list.brief.length).toBeGreaterThanOrEqual(3);
    expect(list.brief.length).toBeLessThanOrEqual(5);
    expect(new Set(list.brief).size).toBe(list.brief.length);
    expect(list.brief[0]).toBe(list.headline);
    for (const name of list.brief) {
      expect(list.fields[name]?.restricted, name).toBe(false);
      expect(list.fields[name]?.kind, name).not.toBe("part");
    }
  });

  it("is named by a text that is always there and never restricted", () => {
    const headline = list.fields[list.headline];
    expect(headline).toMatchObject({ required: true, restricted: false });
    expect(["text", "note"]).toContain(headline?.kind);
  });

  it("has at most twenty indexed columns, and indexes what SharePoint can", () => {
    const indexed = fieldsOf(list).filter(([, field]) => field.indexed);
    expect(indexed.length + indexedSystemColumns).toBeLessThanOrEqual(20);
    expect(indexed.filter(([, { kind }]) => ["note", "many", "part"].includes(kind)).map(([name]) => name)).toEqual([]);
  });

  it("names columns as SharePoint and the system allow", () => {
    const names = fieldsOf(list).map(([name]) => name);
    const lower = names.map((name) => name.toLowerCase());
    expect(names.filter((name) => !/^[a-z][A-Za-z0-9]{0,31}$/.test(name))).toEqual([]);
    expect(names.filter((name) => /id$/i.test(name) && /(Id|ID|LookupId)$/.test(name))).toEqual([]);
    expect(lower.filter((name) => sharePointNames.includes(name))).toEqual([]);
    expect(names.filter((name) => systemColumns.includes(name))).toEqual([]);
    expect(new Set(lower).size).toBe(lower.length);
  });

  it("points its references at lists there are", () => {
    const lost = withParts(list).filter(([, { to }]) => to !== undefined && !slugs.has(to));
    expect(lost.map(([name]) => name)).toEqual([]);
    expect(withParts(list).filter(([, { kind, to }]) => kind === "reference" && to === undefined)).toEqual([]);
  });

  it("offers choices that can be kept as keys and read as words", () => {
    for (const [name, { kind, options, to }] of withParts(list)) {
      if (kind === "choice") expect(options?.length, name).toBeGreaterThanOrEqual(2);
      if (to !== undefined) expect(options, name).toBeUndefined();
      for (const option of options ?? []) expect(option, name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      for (const option of options ?? []) expect(optionWords(option), name).toMatch(/^[A-Za-z0-9 ]+$/);
      expect(new Set(options).size, name).toBe(options?.length ?? 0);
    }
  });

  it("labels every field in words, each label once", () => {
    for (const [name, { label, help }] of withParts(list)) {
      expect(label, name).toMatch(/^[A-Z]/);
      expect(label.length, name).toBeLessThanOrEqual(60);
      if (help !== undefined) expect(help, name).toMatch(/[.?”]$/);
    }
    const labels = fieldsOf(list).map(([, { label }]) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it("explains in a sentence whatever a new manager could not answer from its label alone", () => {
    const explained = ["text", "note", "number", "part", "hash", "many"];
    const bare = fieldsOf(list).filter(
      ([name, { kind, to, help }]) => explained.includes(kind) && !to && !help && name !== list.headline,
    );
    if (list.kind !== "operational") expect(bare.map(([name]) => name)).toEqual([]);
  });

  it("says of nothing but what is restricted that it stays in the register", () => {
    const promised = withParts(list).filter(([, { help = "" }]) => help.includes("in this register"));
    expect(promised.filter(([, { restricted }]) => !restricted)).toEqual([]);
  });

  it("reads codes as names only where they are another register's", () => {
    const codes = withParts(list).filter(([, { codeOf }]) => codeOf !== undefined);
    expect(codes.filter(([, { codeOf = "" }]) => !registerBySlug(codeOf)?.fields.code)).toEqual([]);
  });

  it("keeps parts flat and within one note", () => {
    for (const [name, { kind, max, fields = {} }] of fieldsOf(list)) {
      if (kind !== "part") continue;
      expect(max, name).toBe(60_000);
      expect(Object.keys(fields).length, name).toBeGreaterThan(0);
      expect(
        Object.values(fields).filter((inner) => inner.kind === "part"),
        name,
      ).toEqual([]);
    }
  });

  it("stands at a required, indexed choice when it has a status", () => {
    if (list.status === undefined) return expect(Object.keys(list.fields)).not.toContain("status");
    expect(list.fields[list.status]).toMatchObject({
      kind: "choice",
      required: true,
      restricted: false,
      indexed: true,
    });
  });

  it("is scoped by fields it has, of the kind a scope can be read from", () => {
    const { contract, services, safeguarding } = list.scope;
    if (contract !== undefined && contract !== "key")
      expect(list.fields[contract]).toMatchObject({ kind: "reference", to: "contracts" });
    if (services !== undefined) {
      expect(["many", "reference"]).toContain(list.fields[services]?.kind);
      expect(list.fields[services]?.to).toBe("services");
    }
    if (safeguarding !== undefined && safeguarding !== "always")
      expect(list.fields[safeguarding.field]?.options).toEqual(expect.arrayContaining([...safeguarding.is]));
  });

  it("scopes every row that names a contract or a service", () => {
    const organisationWide = ["contracts", "services", "people", "settings"];
    if (organisationWide.includes(list.slug) || list.kind === "operational") return;
    const { contract, service, services } = list.fields;
    if (contract) expect(list.scope.contract).toBe("contract");
    if (service ?? services) expect(list.scope.services).toBe(service ? "service" : "services");
  });

  it("keeps safeguarding rows to those with the right wherever a row can be one", () => {
    const could = fieldsOf(list).some(
      ([name, { kind, options }]) => kind === "choice" && options?.includes("safeguarding") && name !== "evidence",
    );
    const shared = ["indicators", "evidence-map", "profiles"];
    if (could && !shared.includes(list.slug)) expect(list.scope.safeguarding).toBeDefined();
  });

  it("has views that show something: a value the field can have", () => {
    const names = list.views.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, where } of list.views) {
      if (!where) continue;
      const { options = [] } = list.fields[where.field] ?? {};
      expect(where.is.length, name).toBeGreaterThan(0);
      expect(options, name).toEqual(expect.arrayContaining([...where.is]));
    }
  });
});

/** Columns are dear to change once provisioned: a change here is a migration, so it must be seen. */
it("has the columns it was provisioned with", async () => {
  const lines = everyList.flatMap((list) => [
    `${list.slug}`,
    ...withParts(list).map(([name, { kind, required, restricted, indexed, to, options }]) =>
      [
        `  ${name}: ${kind}`,
        to && `to ${to}`,
        required && "required",
        restricted && "restricted",
        indexed && "indexed",
        options?.join("|"),
      ]
        .filter(Boolean)
        .join(", "),
    ),
  ]);
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("./registers.snap");
});
