import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { commands } from "../../bot/commands/index.ts";
import { manifestFor } from "../../infra/app-package/manifest.ts";
import { appPackage } from "../../infra/app-package/zip.ts";

const template = readFileSync(new URL("../../appPackage/manifest.json", import.meta.url), "utf8");
const settings = {
  host: "line-of-sight.meadowbank.example",
  botId: "44444444-4444-4444-8444-444444444444",
  appId: "22222222-2222-4222-8222-222222222222",
  teamsAppId: "33333333-3333-4333-8333-333333333333",
  developer: 'Meadowbank "Care" Ltd',
};

interface Manifest {
  readonly manifestVersion: string;
  readonly $schema: string;
  readonly version: string;
  readonly id: string;
  readonly developer: Readonly<Record<"name" | "websiteUrl" | "privacyUrl" | "termsOfUseUrl", string>>;
  readonly name: Readonly<Record<"short" | "full", string>>;
  readonly description: Readonly<Record<"short" | "full", string>>;
  readonly icons: Readonly<Record<"color" | "outline", string>>;
  readonly accentColor: string;
  readonly staticTabs: readonly {
    readonly contentUrl?: string;
    readonly websiteUrl?: string;
    readonly scopes: readonly string[];
  }[];
  readonly configurableTabs: readonly {
    readonly configurationUrl: string;
    readonly scopes: readonly string[];
    readonly context: readonly string[];
  }[];
  readonly bots: readonly {
    readonly botId: string;
    readonly scopes: readonly string[];
    readonly commandLists: readonly {
      readonly commands: readonly { readonly title: string; readonly description: string }[];
    }[];
  }[];
  readonly validDomains: readonly string[];
  readonly webApplicationInfo: { readonly id: string; readonly resource: string };
}

const zip = () => unzipSync(appPackage(template, settings));
const manifest = () => JSON.parse(strFromU8(zip()["manifest.json"] ?? new Uint8Array())) as Manifest;

it("holds the manifest and the icons it names at the root, and nothing else", () => {
  const { icons } = manifest();
  expect(Object.keys(zip()).toSorted()).toEqual([icons.color, icons.outline, "manifest.json"].toSorted());
});

it.each([
  ["color.png", 192],
  ["outline.png", 32],
])("draws %s as a PNG of %i pixels square", (name, size) => {
  const bytes = Buffer.from(zip()[name] ?? new Uint8Array());
  expect(bytes.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([size, size]);
});

it("names a schema that fits its version, 1.22 or newer", () => {
  const { $schema, manifestVersion } = manifest();
  expect($schema).toContain(`/v${manifestVersion}/`);
  expect(Number(manifestVersion.split(".")[1])).toBeGreaterThanOrEqual(22);
});

it("keeps every text within what Teams takes", () => {
  const { name, description, developer, version, accentColor } = manifest();
  const longest = {
    [name.short]: 30,
    [name.full]: 100,
    [description.short]: 80,
    [description.full]: 4000,
    [developer.name]: 32,
  };
  for (const [text, most] of Object.entries(longest)) {
    expect(text.length, text).toBeGreaterThan(0);
    expect(text.length, text).toBeLessThanOrEqual(most);
  }
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(accentColor).toMatch(/^#[0-9A-F]{6}$/);
});

it("opens pages of the provider's own host only, over https", () => {
  const { validDomains, staticTabs, configurableTabs, developer } = manifest();
  expect(validDomains).toEqual([settings.host]);
  const pages = [
    ...staticTabs.flatMap(({ contentUrl, websiteUrl }) => [contentUrl, websiteUrl]),
    ...configurableTabs.map(({ configurationUrl }) => configurationUrl),
    developer.websiteUrl,
    developer.privacyUrl,
    developer.termsOfUseUrl,
  ].filter((url) => url !== undefined);
  expect(pages.length).toBeGreaterThan(4);
  for (const page of pages) expect(new URL(page)).toMatchObject({ protocol: "https:", host: settings.host });
});

it("is a personal app, a tab of channels and meetings, and a bot in all three places", () => {
  const { staticTabs, configurableTabs, bots } = manifest();
  expect(staticTabs[0]?.scopes).toEqual(["personal"]);
  expect(configurableTabs[0]?.scopes).toEqual(["team", "groupChat"]);
  expect(configurableTabs[0]?.context).toEqual(
    expect.arrayContaining(["channelTab", "meetingSidePanel", "meetingStage"]),
  );
  expect(bots).toMatchObject([{ botId: settings.botId, scopes: ["personal", "team", "groupChat"] }]);
});

it("offers exactly what the bot understands, ten at most", () => {
  const listed = manifest().bots[0]?.commandLists[0]?.commands ?? [];
  expect(listed.map(({ title }) => title)).toEqual(commands.map(({ title }) => title));
  expect(listed.length).toBeLessThanOrEqual(10);
});

it("signs people in to the app registration, by the identifier the api expects", () => {
  expect(manifest().webApplicationInfo).toEqual({
    id: settings.appId,
    resource: `api://${settings.host}/${settings.appId}`,
  });
  expect(manifest().id).toBe(settings.teamsAppId);
});

it("names a placeholder nobody fills", () => {
  expect(() => manifestFor(template.replace("{{HOST}}", "{{HOSTS}}"), settings)).toThrow("{{HOSTS}}");
});

it("gives the same bytes for the same settings", () => {
  expect(appPackage(template, settings)).toEqual(appPackage(template, settings));
});
