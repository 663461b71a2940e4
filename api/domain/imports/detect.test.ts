import { describe, expect, it } from "vitest";
import { datasets } from "#domain/figures/dataset.ts";
import { detect, headingsRead } from "./detect.ts";
import { accessAdultVisits } from "./profiles/access-adult-visits.ts";
import { shippedProfiles } from "./shipped-profiles.ts";

describe("every shipped profile", () => {
  it.each(shippedProfiles.map((profile) => [profile.name, profile] as const))("%s", (_, profile) => {
    expect(detect(profile.headings)).toMatchObject({ profile, missing: [], strange: [], repeated: [] });
    expect(headingsRead(profile).filter((heading) => !profile.headings.includes(heading))).toEqual([]);
    expect(headingsRead(profile).filter((heading) => profile.ignored.includes(heading))).toEqual([]);
  });

  const workedOut = [
    "record",
    "record_version",
    "content_hash",
    "source_file",
    "src_row",
    "month_key",
    "rk",
    "deadline",
  ];
  it.each(shippedProfiles.map((profile) => [profile.name, profile] as const))(
    "%s gives its dataset every column",
    (_, profile) => {
      const wanted = Object.keys(datasets[profile.dataset].columns).filter((column) => !workedOut.includes(column));
      expect(Object.keys(profile.columns).toSorted()).toEqual(wanted.toSorted());
    },
  );
});

describe("detect", () => {
  const { headings } = accessAdultVisits;

  it("does not mind case, blanks and punctuation", () => {
    expect(detect(headings.map((heading) => ` ${heading.toLowerCase()}_`))?.missing).toEqual([]);
  });

  it("names what is missing, unknown and there twice", () => {
    const changed = [...headings.filter((heading) => heading !== "VisitDate"), "Day of call", "ServiceUserRef"];
    expect(detect(changed)).toMatchObject({
      missing: ["VisitDate"],
      strange: ["Day of call"],
      repeated: ["ServiceUserRef"],
    });
  });

  it("takes a heading for another when told so", () => {
    const changed = headings.map((heading) => (heading === "VisitDate" ? "Day of call" : heading));
    expect(detect(changed, { VisitDate: "Day of call" })).toMatchObject({ missing: [], at: { VisitDate: 12 } });
  });

  it("does not guess from a few headings that many reports share", () => {
    expect(detect(["Record Reference", "Version", "Service", "Person Reference"])).toBeUndefined();
    expect(detect([])).toBeUndefined();
  });
});
