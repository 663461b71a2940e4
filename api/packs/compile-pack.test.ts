import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fileKeys } from "../../test/support/file-keys.ts";
import { sampleLineage, samplePack } from "../../test/support/sample-pack.ts";
import { approvals, newFolder, signedPack } from "../../test/support/signed-pack.ts";
import { compilePack } from "./compile-pack.ts";
import { contentHash } from "./content-hash.ts";

const content = samplePack();
const read = (folder: string, name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const refused = async (changes: Partial<Parameters<typeof compilePack>[0]>) =>
  compilePack({
    content,
    decisions: approvals(content),
    edition: "commissioner",
    keys: fileKeys(join(newFolder(), "key.pem")),
    outDir: newFolder(),
    ...changes,
  });

describe("a compiled pack", () => {
  it("is a draft until everybody asked has approved it", async () => {
    const [draft, final] = await Promise.all([signedPack({ decisions: approvals(content).slice(0, 1) }), signedPack()]);
    expect([draft.standing, final.standing]).toEqual(["draft", "final"]);
    expect(read(draft.folder, "manifest.json").standing).toBe("draft");
    expect(read(draft.folder, "pack.zip.sig")).not.toHaveProperty("signedAt");
    expect(read(final.folder, "pack.zip.sig").signedAt).toBe("2026-10-09T10:12:00Z");
    expect(readFileSync(join(draft.folder, "pack.pdf")).equals(readFileSync(join(final.folder, "pack.pdf")))).toBe(
      false,
    );
  });

  it("tells the commissioner who approved, never their directory ids", async () => {
    const { folder } = await signedPack();
    expect(read(folder, "sign-offs.json").signOffs.map(({ name }: { name: string }) => name)).toEqual([
      "Grace Mbeki",
      "Robert Okafor",
    ]);
    expect(readFileSync(join(folder, "sign-offs.json"), "utf8")).not.toContain("person-0");
  });

  it("names what was signed in both editions, and keeps the key to it inside", async () => {
    const [internal, commissioner] = await Promise.all([signedPack({ edition: "internal" }), signedPack()]);
    expect(read(internal.folder, "manifest.json")).toMatchObject({
      contentHash: contentHash(content),
      editionHash: contentHash(content),
    });
    expect(read(commissioner.folder, "manifest.json").contentHash).toBe(contentHash(content));
    expect(read(internal.folder, "content.json").blind).toBe(content.blind);
    expect(read(commissioner.folder, "content.json")).not.toHaveProperty("blind");
  });

  it("holds what the contract wants besides", async () => {
    const { folder } = await signedPack({
      attachments: new Map([["returns/westshire return.xlsx", new Uint8Array([1, 2])]]),
    });
    expect(read(folder, "manifest.json").files.map(({ path }: { path: string }) => path)).toContain(
      "returns/westshire return.xlsx",
    );
  });
});

describe("is refused", () => {
  it("when the content is not what was signed", async () => {
    const changed = samplePack({ limitations: ["One more."] });
    expect(await refused({ content: changed })).toMatchObject({ refused: { rule: "pack.changed-since-signed" } });
  });

  it.each(["../out.txt", "manifest.json", "/abs", "a//b", "CON/../x", ".hidden", "end."])(
    "with a file named %s",
    async (name) => {
      expect(await refused({ attachments: new Map([[name, new Uint8Array()]]) })).toMatchObject({
        refused: { rule: "pack.file-name" },
      });
    },
  );
});

it("does not hold rows that tell another story than its figures", async () => {
  const lineage = sampleLineage(content);
  const oneRowLess = (indicator: string) => ({
    ...lineage(indicator),
    rows: [...(lineage(indicator).rows as Iterable<never>)].slice(1),
  });
  await expect(signedPack({ edition: "internal", lineage: oneRowLess })).rejects.toMatchObject({
    code: "conflict",
    facts: { indicator: "missed-visits", service: "ashdown" },
  });
});

it("reads no rows for the commissioner", async () => {
  const lineage = () => {
    throw new Error("The commissioner's edition has no rows.");
  };
  await expect(signedPack({ lineage })).resolves.toMatchObject({ standing: "final" });
  await expect(signedPack({ edition: "internal", lineage: sampleLineage(content) })).resolves.toMatchObject({
    standing: "final",
  });
});
