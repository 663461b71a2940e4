import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

/** Asked by many people at once, from a thread of its own so that the server has its own. */
export interface Reading {
  readonly url: string;
  readonly tokens: readonly string[];
  readonly requests: number;
  /** Where the hash of each person's answer goes. */
  readonly file: string;
}

const AT_ONCE = 32;

/** Resolves when every request has been answered 200 and the hashes are written. */
export const readAsMany = (reading: Reading): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(import.meta.filename, { workerData: reading });
    worker.once("message", () => resolve());
    worker.once("error", reject);
  });

async function readAll({ url, tokens, requests, file }: Reading): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const hashes = new Map<number, string>();
  let next = 0;
  const turn = async () => {
    while (next < requests) {
      const person = next++ % tokens.length;
      const body = await answerTo(url, tokens[person] ?? "", agent);
      const hash = createHash("sha256").update(body).digest("hex");
      if ((hashes.get(person) ?? hash) !== hash) throw new Error("One person got two different pages.");
      hashes.set(person, hash);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, turn));
  agent.destroy();
  writeFileSync(file, JSON.stringify([...hashes].toSorted(([a], [b]) => a - b)));
}

const answerTo = (url: string, token: string, agent: Agent): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const sent = get(url, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("end", () => {
        if (response.statusCode === 200) resolve(Buffer.concat(pieces));
        else reject(new Error(`Answered ${response.statusCode}.`));
      });
    });
    sent.on("error", reject);
  });

if (!isMainThread) {
  await readAll(workerData as Reading);
  parentPort?.postMessage("done");
}
