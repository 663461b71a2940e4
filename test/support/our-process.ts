import { spawn } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** Ends the process when whoever started it is gone, however that went. */
const ENDS_WITH_ITS_STARTER = 'data:text/javascript,process.stdin.resume().once("close", () => process.exit());';

/** The product as a process of its own. */
export interface OurProcess {
  readonly url: string;
  readonly pid: number;
  /** Kills it (-9) if it still runs, and waits until it is gone. */
  kill(): Promise<void>;
  /** Resolves when it is gone. */
  readonly gone: Promise<void>;
}

/** Starts `infra/start.ts` with these settings and waits until it listens. Throws what it said when it ends first. */
export async function startProcess(settings: Readonly<Record<string, string>>): Promise<OurProcess> {
  const child = spawn(process.execPath, ["--import", ENDS_WITH_ITS_STARTER, "infra/start.ts"], {
    cwd: root,
    env: { PATH: process.env.PATH, ...settings },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  child.once("exit", () => resolve());
  let said = "";
  const url = new Promise<string>((listening, failed) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /Line of Sight is at (\S+)/.exec(said)?.[1];
      if (found) listening(found);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("error", failed);
    child.once("exit", () => failed(new Error(`It ended before it listened: ${said.slice(-2000)}`)));
  });
  const kill = () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
    return gone;
  };
  return { url: await url, pid: child.pid ?? 0, kill, gone };
}
