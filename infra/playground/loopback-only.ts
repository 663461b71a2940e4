import { appendFileSync } from "node:fs";
import net from "node:net";

/**
 * Loaded into Microsoft's Playground before its own code (`node --import`): it would listen on every interface of the
 * machine and may speak to Microsoft. Here it listens on loopback, and whatever it tries to reach elsewhere is refused
 * and written, one host a line, to the file in LOOPBACK_ONLY_LOG. It ends with whoever started it, however that ends.
 */
process.stdin.resume().once("close", () => process.exit());

const hosts = new Set(["localhost", "127.0.0.1", "::1", "[::1]"]);

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function listenHere(this: net.Server, ...given: unknown[]) {
  const [first, ...rest] = given;
  const asked = typeof first === "object" && first !== null ? first : { port: Number(first) };
  const path = "path" in asked && asked.path !== undefined;
  const callback = rest.find((each) => typeof each === "function");
  const options = path ? asked : { ...asked, host: "127.0.0.1" };
  return Reflect.apply(listen, this, callback === undefined ? [options] : [options, callback]);
} as typeof listen;

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function connectHere(this: net.Socket, ...given: unknown[]) {
  const host = hostOf(given);
  if (host === undefined || hosts.has(host)) return Reflect.apply(connect, this, given);
  // biome-ignore lint/style/noProcessEnv: it runs inside another program and has no other way to be told
  const log = process.env.LOOPBACK_ONLY_LOG;
  if (log !== undefined) appendFileSync(log, `${host}\n`);
  process.nextTick(() => this.destroy(new Error(`${host} is not on this machine`)));
  return this;
} as typeof connect;

/** The host of any way to call `connect`; undefined for this machine or a pipe. Normalised arguments come as one array. */
function hostOf([first, second]: readonly unknown[]): string | undefined {
  if (Array.isArray(first)) return hostOf(first);
  if (typeof first === "object" && first !== null && "host" in first) return text(first.host);
  return typeof first === "number" ? text(second) : undefined;
}

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
