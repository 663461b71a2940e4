const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Hosts of Teams' own service, public and government clouds. */
const teams = [
  /^smba\.trafficmanager\.net$/,
  /^[a-z0-9-]+\.botframework\.com$/,
  /^[a-z0-9-.]+\.teams\.microsoft\.(com|us)$/,
];

/** True for an address the bot may send replies to: Teams over https, or this machine when it runs without an account. */
export function mayReplyTo(serviceUrl: string, anonymous: boolean): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, username, password, port } = new URL(serviceUrl);
  if (username !== "" || password !== "") return false;
  if (anonymous) return (protocol === "http:" || protocol === "https:") && loopback.has(hostname);
  return protocol === "https:" && port === "" && teams.some((host) => host.test(hostname));
}
