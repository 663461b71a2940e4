/**
 * What Graph always returns when nothing is selected, from the resource pages' lists of default properties and the
 * samples on the operation pages. The contract itself leaves every property optional, so it cannot catch one missing.
 */
const alwaysReturned: Readonly<Record<string, readonly string[]>> = {
  site: ["id", "name", "displayName", "webUrl", "createdDateTime", "lastModifiedDateTime", "siteCollection.hostname"],
  list: [
    ...["id", "name", "displayName", "description", "webUrl", "eTag", "createdDateTime", "lastModifiedDateTime"],
    ...["createdBy", "lastModifiedBy", "parentReference.siteId"],
    ...["list.template", "list.hidden", "list.contentTypesEnabled"],
  ],
  columnDefinition: [
    ...["id", "name", "displayName", "description", "columnGroup", "enforceUniqueValues", "hidden", "indexed"],
    ...["readOnly", "required"],
  ],
  contentType: ["id", "name", "description", "group", "hidden", "readOnly", "sealed"],
  listItem: [
    ...["id", "eTag", "@odata.etag", "webUrl", "createdDateTime", "lastModifiedDateTime", "createdBy"],
    ...["lastModifiedBy", "parentReference.siteId", "contentType.id", "contentType.name"],
  ],
  fieldValueSet: ["@odata.etag", "id"],
  listItemVersion: ["id", "lastModifiedBy", "lastModifiedDateTime"],
  permission: ["id", "roles"],
  drive: ["id", "name", "driveType", "webUrl", "createdDateTime", "owner", "quota.total"],
  driveItem: [
    ...["id", "name", "eTag", "cTag", "size", "webUrl", "createdDateTime", "lastModifiedDateTime", "createdBy"],
    ...["lastModifiedBy", "parentReference.driveId", "fileSystemInfo.createdDateTime"],
  ],
  driveItemVersion: ["id", "lastModifiedBy", "lastModifiedDateTime", "size"],
  itemRetentionLabel: ["name", "retentionSettings"],
  uploadSession: ["uploadUrl", "expirationDateTime"],
  subscription: [
    ...["id", "resource", "applicationId", "changeType", "clientState", "notificationUrl", "expirationDateTime"],
    ...["creatorId", "latestSupportedTlsVersion"],
  ],
  user: ["id", "displayName", "userPrincipalName", "businessPhones"],
  group: ["id", "displayName"],
  profilePhoto: ["id", "height", "width"],
  person: ["id", "displayName"],
  userScopeTeamsAppInstallation: ["id"],
  chat: ["id", "chatType"],
};

/** A deleted thing in delta says no more than this. */
const deleted = ["id", "deleted.state"];

const at = (value: unknown, path: string): unknown => {
  if (path.startsWith("@")) return (value as Record<string, unknown>)[path];
  return path.split(".").reduce<unknown>((one, name) => (one as Record<string, unknown> | null)?.[name], value);
};

const isDeleted = (value: unknown): boolean => at(value, "deleted") !== undefined;

function missing(type: string, value: unknown): string | undefined {
  const names = isDeleted(value) ? deleted : (alwaysReturned[type] ?? []);
  const absent = names.filter((name) => at(value, name) === undefined);
  return absent.length === 0 ? undefined : `${absent.join(", ")} missing from ${type}`;
}

/** What is missing from an answer of a type, or from the first of a collection that lacks something. */
export function missingFrom(definition: string, body: unknown): string | undefined {
  if (!definition.startsWith("microsoft.graph.")) return undefined;
  const [, type = "", isCollection] = /^microsoft\.graph\.(\w+)(\.collection)?$/.exec(definition) ?? [];
  if (at(body, "@odata.context") === undefined) return "@odata.context missing";
  if (!isCollection) return missing(type, body);
  return (body as { value: unknown[] }).value.map((one) => missing(type, one)).find(Boolean);
}
