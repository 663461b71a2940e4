/**
 * What a library keeps beside its files: list item, versions, label, checkout, grants, and the number of each change.
 * Triggers keep it, so that every way of writing a file is told in delta and counted as a version.
 */
export const driveSchema = `
CREATE TABLE IF NOT EXISTS fileStates (
  driveId TEXT NOT NULL, itemId TEXT NOT NULL, number INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1,
  fields TEXT NOT NULL DEFAULT '{}', description TEXT, fileSystemInfo TEXT, label TEXT, checkout TEXT, comment TEXT,
  PRIMARY KEY (driveId, itemId)) STRICT;
CREATE TABLE IF NOT EXISTS fileVersions (
  driveId TEXT NOT NULL, itemId TEXT NOT NULL, version INTEGER NOT NULL, blob TEXT NOT NULL, quickXor TEXT, size INTEGER NOT NULL,
  fields TEXT NOT NULL, modified TEXT NOT NULL, modifiedBy TEXT NOT NULL, comment TEXT,
  PRIMARY KEY (driveId, itemId, version)) STRICT;
CREATE TABLE IF NOT EXISTS filePermissions (
  driveId TEXT NOT NULL, itemId TEXT NOT NULL, id TEXT NOT NULL, permission TEXT NOT NULL,
  PRIMARY KEY (driveId, itemId, id)) STRICT;
CREATE TABLE IF NOT EXISTS driveChanges (
  driveId TEXT NOT NULL, itemId TEXT NOT NULL, parentId TEXT, change INTEGER NOT NULL, deleted INTEGER NOT NULL,
  PRIMARY KEY (driveId, itemId)) STRICT;
CREATE INDEX IF NOT EXISTS driveChangesByChange ON driveChanges (driveId, change);
CREATE TABLE IF NOT EXISTS uploadItems (session TEXT PRIMARY KEY, item TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS copies (
  id TEXT PRIMARY KEY, driveId TEXT NOT NULL, itemId TEXT NOT NULL, asked INTEGER NOT NULL) STRICT;

CREATE TRIGGER IF NOT EXISTS fileAdded AFTER INSERT ON driveItems BEGIN
  UPDATE lists SET lastItem = lastItem + 1 WHERE driveId = NEW.driveId AND NEW.parentId IS NOT NULL;
  INSERT INTO fileStates (driveId, itemId, number) VALUES
    (NEW.driveId, NEW.id, (SELECT coalesce(max(lastItem), 0) FROM lists WHERE driveId = NEW.driveId));
  UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'change';
  INSERT INTO driveChanges VALUES
    (NEW.driveId, NEW.id, NEW.parentId, (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'change'), 0);
END;
CREATE TRIGGER IF NOT EXISTS fileChanged AFTER UPDATE ON driveItems BEGIN
  UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'change';
  UPDATE driveChanges SET parentId = NEW.parentId, change = (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'change')
    WHERE driveId = NEW.driveId AND itemId = NEW.id;
END;
CREATE TRIGGER IF NOT EXISTS fileRewritten BEFORE UPDATE OF blob ON driveItems WHEN OLD.blob IS NOT NULL BEGIN
  INSERT INTO fileVersions SELECT OLD.driveId, OLD.id, version, OLD.blob, OLD.quickXor, OLD.size, fields, OLD.modified,
    OLD.modifiedBy, comment FROM fileStates WHERE driveId = OLD.driveId AND itemId = OLD.id;
  UPDATE fileStates SET version = version + 1, comment = NULL WHERE driveId = OLD.driveId AND itemId = OLD.id;
END;
CREATE TRIGGER IF NOT EXISTS fileDescribed BEFORE UPDATE OF fields ON fileStates
  WHEN EXISTS (SELECT 1 FROM driveItems WHERE driveId = OLD.driveId AND id = OLD.itemId AND blob IS NOT NULL) BEGIN
  INSERT INTO fileVersions SELECT OLD.driveId, OLD.itemId, OLD.version, blob, quickXor, size, OLD.fields, modified, modifiedBy,
    OLD.comment FROM driveItems WHERE driveId = OLD.driveId AND id = OLD.itemId;
END;
CREATE TRIGGER IF NOT EXISTS fileRemoved AFTER DELETE ON driveItems BEGIN
  DELETE FROM fileStates WHERE driveId = OLD.driveId AND itemId = OLD.id;
  DELETE FROM fileVersions WHERE driveId = OLD.driveId AND itemId = OLD.id;
  DELETE FROM filePermissions WHERE driveId = OLD.driveId AND itemId = OLD.id;
  UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'change';
  UPDATE driveChanges SET deleted = 1, change = (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'change')
    WHERE driveId = OLD.driveId AND itemId = OLD.id;
END;

-- Files kept before there was anything beside them.
INSERT INTO fileStates (driveId, itemId, number) SELECT driveId, id, lastItem + row_number() OVER (PARTITION BY driveId ORDER BY rowid)
  FROM (SELECT i.driveId, i.id, i.rowid, l.lastItem FROM driveItems i JOIN lists l ON l.driveId = i.driveId
    WHERE NOT EXISTS (SELECT 1 FROM fileStates s WHERE s.driveId = i.driveId AND s.itemId = i.id));
INSERT INTO driveChanges SELECT driveId, id, parentId, -rowid, 0 FROM driveItems WHERE true ON CONFLICT DO NOTHING;
UPDATE lists SET lastItem = max(lastItem, coalesce((SELECT max(number) FROM fileStates s WHERE s.driveId = lists.driveId), 0))
  WHERE driveId IS NOT NULL;
`;
