import { commands } from "../../bot/commands/index.ts";

/** What a provider's own manifest needs to know. */
export interface AppSettings {
  /** Host people reach the app at, e.g. `line-of-sight.meadowbank.example`. */
  readonly host: string;
  /** Client id of the bot. */
  readonly botId: string;
  /** Client id of the app registration that people sign in to. */
  readonly appId: string;
  /** Id of the app in the Teams catalogue. */
  readonly teamsAppId: string;
  /** Who offers the app to its people: the provider. */
  readonly developer: string;
}

/** Teams shows at most ten commands of a bot. */
const MOST_COMMANDS = 10;

/** The template with the provider's settings and the bot's own commands in it. Throws naming any placeholder left over. */
export function manifestFor(template: string, settings: AppSettings): Readonly<Record<string, unknown>> {
  const values: Readonly<Record<string, string>> = {
    HOST: settings.host,
    BOT_ID: settings.botId,
    APP_ID: settings.appId,
    TEAMS_APP_ID: settings.teamsAppId,
    DEVELOPER_NAME: settings.developer,
  };
  const filled = template.replace(/\$\{\{([A-Z_]+)\}\}/g, (placeholder, name: string) => {
    const value = values[name];
    return value === undefined ? placeholder : JSON.stringify(value).slice(1, -1);
  });
  const left = /\$\{\{[^}]*\}\}/.exec(filled)?.[0];
  if (left !== undefined) throw new Error(`The manifest has a placeholder nobody fills: ${left}.`);
  const manifest = JSON.parse(filled) as { readonly bots: readonly object[] };
  return { ...manifest, bots: manifest.bots.map((bot) => ({ ...bot, commandLists: [commandList] })) };
}

const commandList = {
  scopes: ["personal", "team", "groupChat"],
  commands: commands.slice(0, MOST_COMMANDS).map(({ title, help }) => ({ title, description: help })),
};
