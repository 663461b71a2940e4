/** What lists keep beside their rows: earlier versions of each row, grants to applications, sharing links, subscriptions. */
export const listSchema = `
CREATE TABLE IF NOT EXISTS listFacts (listId TEXT PRIMARY KEY, contentTypesEnabled INTEGER NOT NULL, modifiedBy TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS itemVersions (
  listId TEXT NOT NULL, id INTEGER NOT NULL, version INTEGER NOT NULL, fields TEXT NOT NULL, modified TEXT NOT NULL,
  modifiedBy TEXT NOT NULL, PRIMARY KEY (listId, id, version)) STRICT;
CREATE TABLE IF NOT EXISTS grants (
  scope TEXT NOT NULL, id TEXT NOT NULL, roles TEXT NOT NULL, appId TEXT NOT NULL, appName TEXT NOT NULL,
  PRIMARY KEY (scope, id)) STRICT;
CREATE TABLE IF NOT EXISTS sharingLinks (scope TEXT NOT NULL, id TEXT NOT NULL, link TEXT NOT NULL, PRIMARY KEY (scope, id)) STRICT;
CREATE TABLE IF NOT EXISTS subscriptions (
  id TEXT PRIMARY KEY, listId TEXT NOT NULL, appId TEXT NOT NULL, expires TEXT NOT NULL, data TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS subscriptionsByList ON subscriptions (listId);
CREATE TRIGGER IF NOT EXISTS itemChanged BEFORE UPDATE OF version ON items BEGIN
  INSERT OR REPLACE INTO itemVersions VALUES (OLD.listId, OLD.id, OLD.version, OLD.fields, OLD.modified, OLD.modifiedBy);
  DELETE FROM itemVersions WHERE listId = OLD.listId AND id = OLD.id AND version <= OLD.version - 50;
END;
CREATE TRIGGER IF NOT EXISTS itemRemoved AFTER DELETE ON items BEGIN
  DELETE FROM itemVersions WHERE listId = OLD.listId AND id = OLD.id;
  DELETE FROM grants WHERE scope = 'item ' || OLD.listId || ' ' || OLD.id;
  DELETE FROM sharingLinks WHERE scope = 'item ' || OLD.listId || ' ' || OLD.id;
END;
CREATE TRIGGER IF NOT EXISTS listRemoved AFTER DELETE ON lists BEGIN
  DELETE FROM listFacts WHERE listId = OLD.id;
  DELETE FROM grants WHERE scope = 'list ' || OLD.id;
  DELETE FROM subscriptions WHERE listId = OLD.id;
END;
`;
