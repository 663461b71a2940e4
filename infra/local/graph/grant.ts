import type { Ground } from "./call.ts";

/** An application let in to one site, list or row, as `Sites.Selected` and its kin need it. */
export interface Grant {
  readonly id: string;
  readonly roles: readonly string[];
  readonly app: { readonly id: string; readonly name: string };
}

interface GrantRow {
  readonly id: string;
  readonly roles: string;
  readonly appId: string;
  readonly appName: string;
}

/** What a grant is on. */
export const siteScope = (siteId: string): string => `site ${siteId}`;
export const listScope = (listId: string): string => `list ${listId}`;
export const itemScope = (listId: string, item: number): string => `item ${listId} ${item}`;

const read = ({ id, roles, appId, appName }: GrantRow): Grant => ({
  id,
  roles: JSON.parse(roles) as string[],
  app: { id: appId, name: appName },
});

export const grantsOn = (ground: Ground, scope: string): readonly Grant[] =>
  ground.database.all<GrantRow>("SELECT * FROM grants WHERE scope = ? ORDER BY rowid", scope).map(read);

export const grantWith = (ground: Ground, scope: string, id: string): Grant | undefined =>
  grantsOn(ground, scope).find((grant) => grant.id === id);

/** SharePoint names a grant after the application's claim, so that one application has one grant in one place. */
const grantId = (ground: Ground, appId: string): string =>
  Buffer.from(`i:0i.t|ms.sp.ext|${appId}@${ground.tenantId}`).toString("base64url");

/** Lets an application in, or changes how far. */
export function giveGrant(ground: Ground, scope: string, app: Grant["app"], roles: readonly string[]): Grant {
  const grant: Grant = { id: grantId(ground, app.id), roles, app };
  ground.database.run(
    "INSERT INTO grants VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET roles = ?3, appName = ?5",
    ...[scope, grant.id, JSON.stringify(roles), app.id, app.name],
  );
  return grant;
}

export const takeGrant = (ground: Ground, scope: string, id: string): void => {
  ground.database.run("DELETE FROM grants WHERE scope = ? AND id = ?", scope, id);
};
