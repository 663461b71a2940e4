import { describe, expect, test } from "vitest";
import type { Caller } from "./call.ts";
import { checkPermission } from "./permission.ts";
import type { Need } from "./route.ts";
import { forMe } from "./same-place.ts";

const app = { id: "22222222-2222-4222-8222-222222222222", name: "Line of Sight" };
const grace = { id: "aaaaaaaa-0000-4000-8000-000000000001", name: "Grace Okonkwo" };
const asGrace = (...permissions: string[]): Caller => ({ app, user: grace, permissions });
const asApp = (...permissions: string[]): Caller => ({ app, permissions });
const own = { "user-id": grace.id };
const another = { "user-id": "aaaaaaaa-0000-4000-8000-000000000002" };

test.each<[Need, Caller, Readonly<Record<string, string>>, boolean]>([
  ["users", asGrace("User.Read"), own, true],
  ["users", asGrace("User.Read"), another, false],
  ["users", asGrace("User.ReadBasic.All"), another, true],
  ["users", asApp("User.Read"), own, false],
  ["users", asApp("User.Read.All"), another, true],
  ["changing users", asGrace("User.ReadWrite"), own, true],
  ["changing users", asGrace("User.ReadWrite"), another, false],
  ["changing users", asApp("User.Read.All"), another, false],
  ["people", asGrace("People.Read"), own, true],
  ["people", asGrace("User.Read"), own, false],
  ["people", asApp("People.Read.All"), another, true],
  ["groups", asApp("GroupMember.Read.All"), {}, true],
  ["groups", asApp("User.Read.All"), {}, false],
  ["apps", asApp("TeamsAppInstallation.ReadForUser.All"), another, true],
  ["changing apps", asApp("TeamsAppInstallation.ReadForUser.All"), another, false],
  ["changing apps", asApp("TeamsAppInstallation.ReadWriteSelfForUser.All"), another, true],
  ["apps", asApp("TeamsAppInstallation.ReadForTeam.All"), another, false],
  ["notifying", asApp("TeamsActivity.Send"), another, true],
  ["notifying", asApp("TeamsActivity.Read.All"), another, false],
  ["sites", asGrace("Sites.ReadWrite.All"), {}, false],
  ["sites", asApp("Sites.Selected"), {}, true],
])("%s for %j on %j: %s", (need, caller, parameters, isLetIn) => {
  const check = () => checkPermission(caller, need, parameters);
  if (isLetIn) expect(check).not.toThrow();
  else expect(check).toThrow(/privileges|denied/i);
});

describe("/me", () => {
  test("is whoever asks", () => {
    expect(forMe("/me", asGrace())).toBe(`/users/${grace.id}`);
    expect(forMe("/me/photo/$value", asGrace())).toBe(`/users/${grace.id}/photo/$value`);
    expect(forMe("/meetings", asGrace())).toBe("/meetings");
  });

  test("is nobody for an application", () => {
    expect(() => forMe("/me/people", asApp("People.Read.All"))).toThrow(/delegated/);
  });
});
