import { z } from "zod";

/** Everything about where we run, read once at the start. Nothing else reads the environment. */
export interface Config {
  readonly port: number;
  readonly dataDir: string;
  /** Where people reach us, e.g. `https://line-of-sight.example`. */
  readonly publicUrl: string;
  readonly instance: string;
  readonly tenant: string;
  /** Application registration: audience of people's tokens, and who we are to Graph. */
  readonly app: string;
  readonly bot: string;
  /** Host and path of the site, `contoso.sharepoint.com` and `/sites/line-of-sight`. */
  readonly site: { readonly host: string; readonly path: string };
  /** On one machine: the address of the local Microsoft 365. Absent in a tenant. */
  readonly local?: { readonly url: string; readonly secret: string };
  /** In a tenant: the managed identity and the vault that hold our keys. */
  readonly vault?: { readonly url: string; readonly identity: string };
}

type Settings = Readonly<Record<string, string | undefined>>;

const guid = z.guid("must be an Entra id such as 11111111-1111-4111-8111-111111111111");
const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d+$/;

/** A name for the process that stays the same over restarts. */
const instance = z.string("is missing").regex(/^[a-z0-9-]{1,60}$/, "may hold a–z, 0–9 and - only");

const everywhere = {
  PORT: z.coerce.number("must be a number").int().min(0).max(65_535).default(3978),
  DATA_DIR: z.string().min(1).default(".data"),
  INSTANCE: instance.optional(),
  TENANT_ID: guid,
  APP_ID: guid,
  BOT_ID: guid,
  SITE_HOST: z
    .string("is missing")
    .regex(/^[a-z0-9.-]+\.sharepoint\.com$/, "must be a host such as contoso.sharepoint.com"),
  SITE_PATH: z.string("is missing").regex(/^\/sites\/[A-Za-z0-9-]+$/, "must be a path such as /sites/line-of-sight"),
};

const onOneMachine = z.object({
  ...everywhere,
  LOCAL_MICROSOFT_365: z.string().regex(loopback, "must be an address on this machine, such as http://127.0.0.1:4001"),
  LOCAL_SECRET: z.string("is missing").min(1),
});

const inATenant = z.object({
  ...everywhere,
  PUBLIC_URL: z.url({ protocol: /^https$/, error: "must be the https address people reach the app at" }),
  KEY_VAULT_URL: z.url({ protocol: /^https$/, error: "must be the https address of the key vault" }),
  MANAGED_IDENTITY_ID: guid,
  INSTANCE: instance,
});

/** Settings that mean a tenant: with any one of them set, nothing may fall back to the demo. */
export const tenantSettings: readonly string[] = Object.keys(inATenant.shape).filter(
  (name) => !["PORT", "DATA_DIR", "INSTANCE"].includes(name),
);

/** Settings as configuration, or every problem with them at once, each naming its setting. */
export function readConfig(settings: Settings): Config | { readonly problems: readonly string[] } {
  const local = settings.LOCAL_MICROSOFT_365 !== undefined;
  if (local) {
    const read = onOneMachine.safeParse(settings);
    return read.success ? localConfig(read.data) : { problems: problemsOf(read.error, settings) };
  }
  const read = inATenant.safeParse(settings);
  return read.success ? tenantConfig(read.data) : { problems: problemsOf(read.error, settings) };
}

const shared = (read: z.infer<typeof onOneMachine> | z.infer<typeof inATenant>) => ({
  port: read.PORT,
  dataDir: read.DATA_DIR,
  instance: read.INSTANCE ?? `line-of-sight-${read.PORT}`,
  tenant: read.TENANT_ID,
  app: read.APP_ID,
  bot: read.BOT_ID,
  site: { host: read.SITE_HOST, path: read.SITE_PATH },
});

const localConfig = (read: z.infer<typeof onOneMachine>): Config => ({
  ...shared(read),
  publicUrl: `http://127.0.0.1:${read.PORT}`,
  local: { url: read.LOCAL_MICROSOFT_365, secret: read.LOCAL_SECRET },
});

const tenantConfig = (read: z.infer<typeof inATenant>): Config => ({
  ...shared(read),
  publicUrl: read.PUBLIC_URL,
  vault: { url: read.KEY_VAULT_URL, identity: read.MANAGED_IDENTITY_ID },
});

const problemsOf = (error: z.ZodError, settings: Settings): readonly string[] =>
  error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return `${name} ${settings[name] === undefined ? "is missing" : message}.`;
  });
