import { json } from "../http/answer.ts";
import { type Handler, parameter } from "./call.ts";
import { driveOf, toldDrive } from "./drive.ts";
import { type ListRow, toldList } from "./list.ts";
import { collection, entity } from "./shape.ts";
import { siteBy } from "./sites.ts";

export const getDrives: Handler = (call) => {
  const site = siteBy(call, parameter(call, "site-id"));
  const lists = call.database.all<ListRow>(
    "SELECT * FROM lists WHERE siteId = ? AND driveId IS NOT NULL ORDER BY rowid",
    site.id,
  );
  return json(collection("drives", call.path, call.query, { value: lists.map((list) => toldDrive(call, site, list)) }));
};

export const getDrive: Handler = (call) => {
  const { site, list } = driveOf(call);
  return json(entity("drives", toldDrive(call, site, list), call.query));
};

export const getDriveList: Handler = (call) => {
  const { site, list } = driveOf(call);
  return json(entity("lists", toldList(site, list), call.query));
};
