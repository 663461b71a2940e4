import { noContent } from "../http/answer.ts";
import { type Handler, objectIn } from "./call.ts";
import { notImplemented } from "./graph-error.ts";
import { userOf } from "./users.ts";

/** Opens or closes an account; nothing else of a person is changed here. */
export const patchUser: Handler = (call) => {
  const { accountEnabled, ...more } = objectIn(call);
  if (typeof accountEnabled !== "boolean" || Object.keys(more).length > 0)
    throw notImplemented("changing anything of a person but accountEnabled");
  const { id, data } = userOf(call);
  call.database.run(
    "UPDATE users SET data = ? WHERE id = ?",
    JSON.stringify({ ...JSON.parse(data), accountEnabled }),
    id,
  );
  return noContent;
};

export const removeUser: Handler = (call) => {
  call.database.run("DELETE FROM users WHERE id = ?", userOf(call).id);
  return noContent;
};
