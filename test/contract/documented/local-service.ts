import { randomUUID } from "node:crypto";
import { app, type Started, started, tenant } from "../../../infra/local/started.testing.ts";
import type { Answered } from "./contract.ts";
import type { Request, Send } from "./walk.ts";

/** Everything an application can be allowed that the contract's operations ask for. */
const graphPermissions = [
  ...["Sites.FullControl.All", "Files.ReadWrite.All", "User.Read.All", "Group.Read.All", "GroupMember.Read.All"],
  ...["Directory.Read.All", "People.Read.All", "ProfilePhoto.Read.All", "TeamsAppInstallation.ReadWriteForUser.All"],
  ...["TeamsActivity.Send", "Tasks.ReadWrite.All", "Chat.Read.All"],
];
const delegatedPermissions = ["User.Read", "People.Read"];

export interface LocalService {
  readonly local: Started;
  readonly send: Send;
}

/** A person signs in to the application by hand, as the page of the issuer has it. */
async function personsToken(local: Started): Promise<string> {
  const [redirect_uri] = app.redirectUris;
  const query = new URLSearchParams({
    client_id: app.id,
    response_type: "token",
    redirect_uri,
    scope: delegatedPermissions.map((one) => `https://graph.microsoft.com/${one}`).join(" "),
  });
  const answer = await fetch(`${local.url}/${tenant.tenantId}/oauth2/v2.0/authorize?${query}`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ person: tenant.users[0].id }),
  });
  const back = new URL(answer.headers.get("location") ?? "");
  return new URLSearchParams(back.hash.slice(1)).get("access_token") ?? "";
}

async function answered(response: Response): Promise<Answered> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const type = response.headers.get("content-type") ?? "";
  const text = Buffer.from(bytes).toString("utf8");
  const body = type.includes("json") ? JSON.parse(text) : type.startsWith("text/") ? text : undefined;
  return { status: response.status, headers: response.headers, body, bytes: bytes.length };
}

function sent(body: unknown): { readonly type?: string; readonly body?: BodyInit } {
  if (body === undefined) return {};
  if (body instanceof Uint8Array) return { type: "application/octet-stream", body: new Uint8Array(body) };
  return { type: "application/json", body: JSON.stringify(body) };
}

/** The local service on a free port, and a way to call it as the application, as a person, or without a token. */
export async function localService(): Promise<LocalService> {
  const [granted, another] = tenant.apps;
  const apps = [
    { ...granted, graphPermissions, delegatedPermissions },
    { ...another, graphPermissions },
  ];
  const local = await started({ apps });
  const tokens = {
    application: await local.token(),
    another: await local.token(another),
    person: await personsToken(local),
  };
  const send = async ({ method, path, body, headers = {}, as = "application" }: Request): Promise<Answered> => {
    const isWhole = /^https?:/.test(path);
    const at = isWhole ? path.replace(/^https:\/\/[^/]+/, local.url) : `${local.url}/v1.0${path}`;
    const { type, body: bytes } = sent(body);
    const response = await fetch(at, {
      method,
      redirect: "manual",
      headers: {
        ...(isWhole ? {} : { authorization: `Bearer ${tokens[as]}`, "client-request-id": randomUUID() }),
        ...(type ? { "content-type": type } : {}),
        ...headers,
      },
      ...(bytes === undefined ? {} : { body: bytes }),
    });
    return answered(response);
  };
  return { local, send };
}
