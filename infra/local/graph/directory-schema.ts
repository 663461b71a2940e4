/** What the directory and Teams keep beside people and groups. */
export const directorySchema = `
CREATE TABLE IF NOT EXISTS managers (userId TEXT PRIMARY KEY, managerId TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS photos (userId TEXT PRIMARY KEY, type TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS installedApps (
  userId TEXT NOT NULL, id TEXT NOT NULL, appId TEXT NOT NULL, chatId TEXT NOT NULL, installed TEXT NOT NULL,
  PRIMARY KEY (userId, id), UNIQUE (userId, appId)) STRICT;
CREATE TABLE IF NOT EXISTS activityNotifications (id INTEGER PRIMARY KEY, told TEXT NOT NULL) STRICT;
`;
