import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface PlaygroundPerson {
  /** Entra object id. */
  readonly id: string;
  readonly name: string;
  readonly upn: string;
}

export interface PlaygroundOptions {
  /** Full address of `/api/messages`. */
  readonly bot: string;
  readonly botId: string;
  readonly tenantId: string;
  /** Who sits in front of it. */
  readonly me: PlaygroundPerson;
  /** The others in its chats: the Playground wants exactly five. */
  readonly others: readonly PlaygroundPerson[];
  /** 0 lets it choose one. */
  readonly port: number;
}

export interface RunningPlayground {
  readonly url: string;
  /** Hosts outside this machine it tried to reach, and was not let. */
  outsideTried(): readonly string[];
  stop(): Promise<void>;
}

/** Conversations the Playground has from the start. */
export const conversations = {
  personal: "a:personal",
  group: "19:group@thread.v2",
  channel: "19:governance@thread.tacv2",
} as const;

/** The channel's own id of a person in the Playground. */
export const channelUser = (id: string): string => `29:${id}`;

const OTHERS = 5;
const START_MS = 45_000;

/** Starts Microsoft's own Playground on loopback, telemetry and browser off. Throws when it is missing or does not start. */
export async function startAgentsPlayground(options: PlaygroundOptions): Promise<RunningPlayground> {
  if (options.others.length !== OTHERS) throw new Error(`The Playground wants ${OTHERS} other people.`);
  const folder = mkdtempSync(join(tmpdir(), "playground-"));
  const tried = join(folder, "outside.txt");
  const config = join(folder, "m365agentsplayground.yml");
  // JSON is YAML.
  writeFileSync(config, JSON.stringify(configuration(options), null, 2));
  const child = spawn(process.execPath, words(options), {
    cwd: folder,
    stdio: ["pipe", "pipe", "pipe"],
    env: {
      HOME: folder,
      APPLICATION_INSIGHTS_NO_STATSBEAT: "1",
      TEAMSAPPTESTER_BROWSER: "none",
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, "playground.log"),
      LOOPBACK_ONLY_LOG: tried,
    },
  });
  const killed = () => child.kill("SIGKILL");
  process.once("exit", killed);
  const stop = async () => {
    process.off("exit", killed);
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const port = await listeningPort(child);
    return {
      url: `http://127.0.0.1:${port}`,
      outsideTried: () => (existsSync(tried) ? readFileSync(tried, "utf8").split("\n").filter(Boolean) : []),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function words({ port, bot }: PlaygroundOptions): readonly string[] {
  const script = createRequire(import.meta.url).resolve("@microsoft/m365agentsplayground/cli.js");
  const guard = new URL("loopback-only.ts", import.meta.url).href;
  return ["--import", guard, script, "-p", String(port), "-e", bot, "-c", "msteams", "--disable-telemetry"];
}

function configuration({ tenantId, botId, me, others }: PlaygroundOptions) {
  return {
    version: "0.1.1",
    tenantId,
    bot: { id: `28:${botId}`, name: "Line of Sight" },
    currentUser: user(me),
    users: others.map(user),
    personalChat: { id: conversations.personal },
    groupChat: { id: conversations.group, name: "Handover" },
    team: {
      id: "19:meadowbank@thread.tacv2",
      name: "Meadowbank Care",
      aadGroupId: "bbbbbbbb-0000-4000-8000-000000000001",
      channels: [{ id: conversations.channel, name: "Governance" }],
    },
  };
}

const user = ({ id, name, upn }: PlaygroundPerson) => ({
  id: channelUser(id),
  name,
  // Spelt so by the Playground.
  userPrincipleName: upn,
  aadObjectId: id,
  givenName: name.split(" ")[0],
  surname: name.split(" ").at(-1),
  email: upn,
});

const listeningPort = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => reject(new Error(`The Playground did not start in time: ${said}`)), START_MS);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const port = /Listening on (\d+)/.exec(said)?.[1];
      if (port === undefined) return;
      clearTimeout(late);
      resolve(Number(port));
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("error", reject);
    child.once("exit", (code) => {
      clearTimeout(late);
      reject(new Error(`The Playground ended with ${code}: ${said}`));
    });
  });

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
