import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { demoPeople } from "../demo/people.ts";
import { startLocalMicrosoft365 } from "./local-microsoft-365.ts";

const TENANT = "11111111-1111-4111-8111-111111111111";
const API = "22222222-2222-4222-8222-222222222222";
const ADMINISTRATOR = "33333333-3333-4333-8333-333333333333";

/** `registered-manager` as a heading: “Registered manager”. */
const plain = (role: string): string => `${role.charAt(0).toUpperCase()}${role.slice(1).replaceAll("-", " ")}`;

/** `npm run local:graph -- --port N --data DIR`: the local Microsoft 365 alone. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: "string" }, data: { type: "string" } } });
  const port = Number(values.port ?? 3980);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new RangeError("--port is a number from 0 to 65535.");
  const secret = randomBytes(24).toString("base64url");
  const local = await startLocalMicrosoft365({
    port,
    dataDir: values.data ?? ".data/local-graph",
    tenantId: TENANT,
    hostname: "meadowbank.sharepoint.com",
    sites: [
      {
        path: "/sites/line-of-sight",
        displayName: "Line of Sight",
        grants: [{ app: { id: API, name: "Line of Sight" }, roles: ["fullcontrol"] }],
      },
    ],
    users: demoPeople.map(({ id, name, upn, jobTitle, assignments: [held] }) => ({
      id,
      displayName: name,
      userPrincipalName: upn,
      mail: upn,
      jobTitle,
      department: plain(held?.role ?? "staff"),
    })),
    apps: [
      {
        id: API,
        name: "Line of Sight",
        secret,
        graphPermissions: ["Sites.Selected", "User.Read.All"],
        delegatedPermissions: ["User.Read", "User.ReadBasic.All"],
        redirectUris: ["http://127.0.0.1/", "http://localhost/"],
      },
      {
        id: ADMINISTRATOR,
        name: "Administrator",
        secret,
        graphPermissions: ["Sites.FullControl.All", "Files.ReadWrite.All", "Directory.Read.All"],
      },
    ],
  });
  const signIn = new URLSearchParams({
    client_id: API,
    response_type: "token",
    scope: `api://${API}/access_as_user`,
    redirect_uri: `${local.url}/`,
    state: "try",
  });
  console.log(`Microsoft Graph v1.0 and the token issuer are at ${local.url}

A token for a client:
  curl -s ${local.url}/${TENANT}/oauth2/v2.0/token -d grant_type=client_credentials -d client_id=${API} \\
    -d client_secret=${secret} -d scope=https://graph.microsoft.com/.default

The same with client_id=${ADMINISTRATOR} may do anything on every site.

With it, e.g.:
  curl -s -H "Authorization: Bearer $TOKEN" ${local.url}/v1.0/sites/meadowbank.sharepoint.com:/sites/line-of-sight

A token for a demo person, in the address after you choose one:
  ${local.url}/${TENANT}/oauth2/v2.0/authorize?${signIn}
`);
  const stop = () => void local.close().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

await main();
