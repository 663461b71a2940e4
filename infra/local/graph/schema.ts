import { directorySchema } from "./directory-schema.ts";
import { driveSchema } from "./drive-schema.ts";

/** The tables behind the local Graph. Names and facets are Graph's; nothing here knows what the lists are for. */
export const schema = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS sites (
  id TEXT PRIMARY KEY, hostname TEXT NOT NULL, path TEXT NOT NULL, name TEXT NOT NULL, displayName TEXT NOT NULL,
  created TEXT NOT NULL, UNIQUE (hostname, path)) STRICT;
CREATE TABLE IF NOT EXISTS lists (
  id TEXT PRIMARY KEY, siteId TEXT NOT NULL, name TEXT NOT NULL, displayName TEXT NOT NULL COLLATE NOCASE,
  description TEXT NOT NULL, template TEXT NOT NULL, hidden INTEGER NOT NULL, driveId TEXT UNIQUE,
  version INTEGER NOT NULL, lastItem INTEGER NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL,
  createdBy TEXT NOT NULL, UNIQUE (siteId, displayName)) STRICT;
CREATE TABLE IF NOT EXISTS columns (
  id TEXT PRIMARY KEY, listId TEXT NOT NULL, name TEXT NOT NULL COLLATE NOCASE, definition TEXT NOT NULL,
  builtIn INTEGER NOT NULL, UNIQUE (listId, name)) STRICT;
CREATE TABLE IF NOT EXISTS items (
  listId TEXT NOT NULL, id INTEGER NOT NULL, guid TEXT NOT NULL, version INTEGER NOT NULL, fields TEXT NOT NULL,
  created TEXT NOT NULL, createdBy TEXT NOT NULL, modified TEXT NOT NULL, modifiedBy TEXT NOT NULL,
  change INTEGER NOT NULL, PRIMARY KEY (listId, id)) STRICT;
CREATE INDEX IF NOT EXISTS itemsByChange ON items (listId, change);
CREATE TABLE IF NOT EXISTS removedItems (
  listId TEXT NOT NULL, id INTEGER NOT NULL, change INTEGER NOT NULL, PRIMARY KEY (listId, id)) STRICT;
CREATE INDEX IF NOT EXISTS removedItemsByChange ON removedItems (listId, change);
CREATE TABLE IF NOT EXISTS driveItems (
  driveId TEXT NOT NULL, id TEXT NOT NULL, parentId TEXT, name TEXT NOT NULL COLLATE NOCASE, folder INTEGER NOT NULL,
  size INTEGER NOT NULL, blob TEXT, quickXor TEXT, guid TEXT NOT NULL, version INTEGER NOT NULL,
  contentVersion INTEGER NOT NULL, created TEXT NOT NULL, createdBy TEXT NOT NULL, modified TEXT NOT NULL,
  modifiedBy TEXT NOT NULL, PRIMARY KEY (driveId, id), UNIQUE (driveId, parentId, name)) STRICT;
CREATE TABLE IF NOT EXISTS uploadSessions (
  id TEXT PRIMARY KEY, driveId TEXT NOT NULL, parentId TEXT NOT NULL, name TEXT NOT NULL, behaviour TEXT NOT NULL,
  itemId TEXT, received INTEGER NOT NULL, total INTEGER, deferred INTEGER NOT NULL, expires TEXT NOT NULL,
  caller TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS users (id TEXT PRIMARY KEY, upn TEXT NOT NULL COLLATE NOCASE UNIQUE, data TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS groups (id TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS members (groupId TEXT NOT NULL, userId TEXT NOT NULL, PRIMARY KEY (groupId, userId)) STRICT;
INSERT INTO meta VALUES ('change', '0') ON CONFLICT DO NOTHING;
INSERT INTO meta VALUES ('epoch', lower(hex(randomblob(8)))) ON CONFLICT DO NOTHING;
${driveSchema}${directorySchema}`;
