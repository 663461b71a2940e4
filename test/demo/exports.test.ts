import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shippedProfiles } from "#domain/imports/shipped-profiles.ts";
import { windowFor } from "../../infra/demo/exports/calendar.ts";
import { concerns } from "../../infra/demo/exports/concerns.ts";
import { contradictionIn } from "../../infra/demo/exports/contradiction.ts";
import { headings, type Source } from "../../infra/demo/exports/headings.ts";
import { carePackages } from "../../infra/demo/exports/supported-people.ts";
import { visitsOf } from "../../infra/demo/exports/visits.ts";
import { writeExports } from "../../infra/demo/exports/write-exports.ts";

const asOf = "2026-10-12";
const root = mkdtempSync(join(tmpdir(), "exports-"));
const folder = (name: string) => join(root, name);
afterAll(() => rmSync(root, { recursive: true }));

const hashesOf = (directory: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(directory, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".csv"))
      .sort()
      .map((name) => [
        name,
        createHash("sha256")
          .update(readFileSync(join(directory, name)))
          .digest("hex"),
      ]),
  );

type Line = Readonly<Record<string, string>>;
const read = (name: string, directory = "one"): readonly Line[] =>
  parse(readFileSync(join(folder(directory), name)), { columns: true, bom: true });
const months = (source: string): readonly Line[] =>
  readdirSync(folder("one"))
    .filter((name) => name.startsWith(source))
    .flatMap((name) => read(name));
const iso = (slashed: string) => slashed.split("/").reverse().join("-");
const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
const refused = ({ ServiceUserRef = "", VisitDate = "" }: Line) =>
  !/^(WS|EM|MB)\d+$/.test(ServiceUserRef) || iso(VisitDate) > asOf;

let visits: readonly Line[] = [];
let plans: readonly Line[] = [];
let packages: readonly Line[] = [];
beforeAll(() => {
  writeExports({ out: folder("one"), seed: 1, scale: 1, asOf });
  visits = months("access-adult-visits-").filter((line) => !refused(line));
  plans = months("planned-visits-");
  packages = read("packages.csv");
});

describe("the same wishes and other wishes", () => {
  test("the same seed gives the same bytes in every file", () => {
    writeExports({ out: folder("again"), seed: 1, scale: 1, asOf });
    expect(hashesOf(folder("again"))).toEqual(hashesOf(folder("one")));
  });

  test("another seed gives other data in every file, under the same names", () => {
    writeExports({ out: folder("other"), seed: 2, scale: 1, asOf });
    const [one, other] = [hashesOf(folder("one")), hashesOf(folder("other"))];
    expect(Object.keys(other)).toEqual(Object.keys(one));
    expect(Object.keys(one).filter((name) => one[name] === other[name])).toEqual([]);
  });

  test("scale multiplies the people and the visits", () => {
    const written = writeExports({ out: folder("three"), seed: 1, scale: 3, asOf });
    const rows = Object.entries(written).reduce((sum, [name, count]) => sum + (/^planned/.test(name) ? count : 0), 0);
    expect(rows / plans.length).toBeGreaterThan(2.4);
    expect(rows / plans.length).toBeLessThan(3.6);
    expect(read("packages.csv", "three").length / packages.length).toBeGreaterThan(2.4);
  });

  test("one file holds what the monthly files hold", () => {
    const written = writeExports({ out: folder("whole"), seed: 1, scale: 1, asOf, oneFile: true });
    expect(written["planned-visits.csv"]).toBe(plans.length);
    expect(written["access-adult-visits.csv"]).toBe(months("access-adult-visits-").length);
  });
});

describe("the command", () => {
  const run = (...words: string[]) =>
    spawnSync(process.execPath, ["infra/demo/exports.ts", ...words], { encoding: "utf8" });

  test("says everything that is wrong with what was asked, at once, and writes nothing", () => {
    const { status, stderr } = run("--seed", "x", "--scale", "0", "--as-of", "2026-02-30");
    expect(status).toBe(1);
    expect(stderr.match(/--(out|seed|scale|as-of)/g)).toEqual(["--out", "--seed", "--scale", "--as-of"]);
  });

  test("without more said, writes seed 1 at scale 1 for the committed as-of day, and how many rows", () => {
    const { status, stdout } = run("--out", folder("command"));
    expect(status).toBe(0);
    expect(stdout).toContain("access-adult-visits-2026-09.csv");
    expect(hashesOf(folder("command"))).toEqual(hashesOf(folder("one")));
  });

  test("an earlier as-of day gives the quarter before it", () => {
    const written = writeExports({ out: folder("earlier"), seed: 1, scale: 1, asOf: "2026-03-31" });
    const visitFiles = Object.keys(written).filter((name) => name.startsWith("access-adult-visits-"));
    expect([visitFiles[0], visitFiles.at(-1), visitFiles.length]).toEqual([
      "access-adult-visits-2024-07.csv",
      "access-adult-visits-2025-12.csv",
      18,
    ]);
  });
});

describe("files as their products write them", () => {
  test.each(Object.keys(headings) as Source[])("%s has its headings exactly, in order, in every file", (source) => {
    const named = readdirSync(folder("one")).filter(
      (name) => name === `${source}.csv` || /-\d{4}-\d\d\.csv$/.test(name),
    );
    const files = named.filter((name) => name.startsWith(source));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const [first = ""] = readFileSync(join(folder("one"), file), "utf8")
        .replace("\uFEFF", "")
        .split(/\r?\n/);
      expect(first).toBe(headings[source].join(","));
    }
  });

  test.each(Object.keys(headings) as Source[])(
    "%s has the headings of a mapping that comes with the product",
    (source) => {
      const profile = shippedProfiles.find(({ name }) => name === source);
      expect(headings[source]).toEqual(profile?.headings);
    },
  );

  test("there are eighteen months of visits, ending with the last full quarter, and 40,000 to 60,000 of them", () => {
    const files = readdirSync(folder("one")).filter((name) => name.startsWith("access-adult-visits-"));
    expect([files.length, files[0], files.at(-1)]).toEqual([
      18,
      "access-adult-visits-2025-04.csv",
      "access-adult-visits-2026-09.csv",
    ]);
    expect(plans.length).toBeGreaterThan(40_000);
    expect(plans.length).toBeLessThan(60_000);
  });

  test("every file of smaller records reaches the last month of the quarter", () => {
    const days = {
      incidents: "Incident Date",
      complaints: "Received Date",
      safeguarding: "Aware Date",
      reviews: "Review Due Date",
      feedback: "Feedback Date",
    };
    for (const directory of ["one", "other"])
      for (const [source, heading] of Object.entries(days))
        expect(read(`${source}.csv`, directory).some((line) => line[heading]?.endsWith("/09/2026"))).toBe(true);
    const window = windowFor(asOf);
    const none = Array.from({ length: 200 }, (_, seed) => {
      const making = { packages: carePackages(seed, 1, window), window, seed, scale: 1 };
      return concerns(making).some(({ day }) => day.startsWith("2026-09"));
    }).filter((reaches) => !reaches);
    expect(none).toEqual([]);
  });

  test("no file reference is used twice, the corrected file's included", () => {
    const files = readdirSync(folder("one"), { recursive: true, encoding: "utf8" }).filter((name) =>
      name.includes("access-adult-visits-"),
    );
    const references = files.map((name) => new Set(read(name).map((line) => line.FileReference)));
    expect(references.every((each) => each.size === 1)).toBe(true);
    expect(new Set(references.flatMap((each) => [...each])).size).toBe(files.length);
  });

  test("no person's name leaves the cells that the visit file keeps names in", () => {
    const names = new Set(visits.map(({ ServiceUserDetails = "" }) => ServiceUserDetails.split(",")[0] ?? ""));
    const others = readdirSync(folder("one")).filter((name) => /^(?!access).*\.csv$/.test(name));
    const text = others.map((name) => readFileSync(join(folder("one"), name), "utf8")).join("\n");
    expect(names.size).toBeGreaterThan(30);
    expect([...names].filter((name) => text.includes(name))).toEqual([]);
  });
});

describe("rows that belong together", () => {
  test("every visit is in the plan, at the start claimed, and nobody had cancelled it", () => {
    const planned = new Map(
      plans.map((line) => [
        `${line["Person Reference"]} ${line["Visit Date"]} ${line["Planned Start"]}`,
        line["Cancelled By"],
      ]),
    );
    const keys = visits.map((line) => `${line.ServiceUserRef} ${line.VisitDate} ${line.StartTimeClaimed?.slice(0, 5)}`);
    expect(keys.filter((key) => planned.get(key) !== "")).toEqual([]);
  });

  test("every visit and every smaller record joins a package on person, service and day", () => {
    const held = Map.groupBy(packages, (line) => line["Person Reference"]);
    const joins = (person: string | undefined, service: string | undefined, day: string) =>
      (held.get(person) ?? []).some(
        (line) =>
          line.Service === service &&
          iso(line["Start Date"] ?? "") <= day &&
          (line["End Date"] === "" || iso(line["End Date"] ?? "") >= day),
      );
    const loose = visits.filter(
      ({ ServiceUserRef, ProviderRef = "", VisitDate = "" }) =>
        !joins(ServiceUserRef, ProviderRef.slice(3).toLowerCase(), iso(VisitDate)),
    );
    expect(loose).toEqual([]);
    const days = { incidents: "Incident Date", complaints: "Received Date", safeguarding: "Aware Date" };
    for (const [source, heading] of Object.entries(days)) {
      const records = read(`${source}.csv`).filter((line) => iso(line[heading] ?? "") <= asOf);
      expect(records.length).toBeGreaterThan(30);
      expect(records.filter((l) => !joins(l["Person Reference"], l.Service, iso(l[heading] ?? "")))).toEqual([]);
    }
  });

  test("a contract is named for council and joint packages only, and the person's number says the same", () => {
    for (const { Funding = "", Contract = "", "Person Reference": person = "" } of packages) {
      expect(Contract !== "").toBe(["council", "joint"].includes(Funding));
      expect(person.slice(0, 2)).toBe({ westshire: "WS", eastmoor: "EM" }[Contract] ?? "MB");
    }
    expect(new Set(packages.map(({ Funding }) => Funding)).size).toBe(5);
  });
});

describe("the story and what is planted in it", () => {
  const rate = (service: string, from: string, to: string) => {
    const there = visits.filter(
      ({ ProviderRef = "", VisitDate = "", SecondaryVisit }) =>
        ProviderRef === `MB-${service}` && iso(VisitDate) >= from && iso(VisitDate) <= to && SecondaryVisit === "False",
    );
    const late = there
      .filter(({ ActualStartTime }) => ActualStartTime !== "")
      .map(({ ActualStartTime = "", StartTimeClaimed = "" }) => minutes(ActualStartTime) - minutes(StartTimeClaimed));
    return {
      unrecorded: 1 - late.length / there.length,
      over15: late.filter((by) => by > 15).length / late.length,
    };
  };

  test("Ashdown misses fewer than half as many visits from February 2026", () => {
    const before = rate("ASHDOWN", "2025-04-01", "2026-01-31").unrecorded;
    expect(rate("ASHDOWN", "2026-02-01", "2026-09-30").unrecorded).toBeLessThan(before / 2);
  });

  test("Birchwood grows later month by month through the quarter, Coppice does not", () => {
    const [july, august, september] = ["07", "08", "09"].map(
      (month) => rate("BIRCHWOOD", `2026-${month}-01`, `2026-${month}-31`).over15,
    );
    expect(july).toBeLessThan(august ?? 0);
    expect(august).toBeLessThan(september ?? 0);
    const coppice = [rate("COPPICE", "2026-04-01", "2026-06-30"), rate("COPPICE", "2026-07-01", "2026-09-30")];
    expect(Math.abs((coppice[0]?.over15 ?? 0) - (coppice[1]?.over15 ?? 1))).toBeLessThan(0.03);
  });

  test("Elm House has under half as many falls a month after April 2026", () => {
    const falls = read("incidents.csv").filter((line) => line.Service === "elm-house" && line.Kind === "fall");
    const before = falls.filter((line) => iso(line["Incident Date"] ?? "") < "2026-04-01").length / 12;
    const after = falls.filter((line) => iso(line["Incident Date"] ?? "") >= "2026-04-01").length / 6;
    expect(after).toBeLessThan(before / 2);
  });

  test("holds double-handed visits, visits across midnight and on both clock changes, and every kind of cancellation", () => {
    expect(
      visits.some(({ SecondaryVisit, NumberOfCarers }) => SecondaryVisit === "True" && NumberOfCarers === "2"),
    ).toBe(true);
    const across = visits.filter(
      ({ ActualStartTime = "", ActualDuration = "" }) => minutes(ActualStartTime) + minutes(ActualDuration) > 1440,
    );
    expect(across.length).toBeGreaterThan(10);
    for (const day of ["29/03/2026", "25/10/2025"])
      expect(visits.some(({ VisitDate, StartTimeClaimed = "" }) => VisitDate === day && StartTimeClaimed < "02")).toBe(
        true,
      );
    expect(new Set(plans.map((line) => line["Cancelled By"]))).toEqual(new Set(["", "person", "provider", "hospital"]));
  });

  test("no visit starts in the hour that London clocks skip, though night visits on other days do", () => {
    const window = windowFor(asOf);
    const starts = Array.from({ length: 40 }, (_, seed) =>
      carePackages(seed, 1, window)
        .filter(({ calls }) => calls.some(({ start }) => start < 60))
        .flatMap((care) => visitsOf(care, { month: "2026-03", number: 11, seed })),
    ).flat();
    const inTheHour = starts.filter(({ recorded }) => recorded && recorded.start >= 60 && recorded.start < 120);
    expect(inTheHour.length).toBeGreaterThan(50);
    expect(starts.filter(({ day }) => day === "2026-03-29").length).toBeGreaterThan(40);
    expect(inTheHour.filter(({ day }) => day === "2026-03-29")).toEqual([]);
  });

  test("holds some visits carried out after the next was due, exact duplicates, and later versions", () => {
    const starts = Map.groupBy(
      plans.filter((line) => line["Cancelled By"] === ""),
      (line) => `${line["Person Reference"]} ${line["Visit Date"]}`,
    );
    const overtaken = visits.filter(({ ServiceUserRef, VisitDate, StartTimeClaimed = "", ActualStartTime = "" }) =>
      (starts.get(`${ServiceUserRef} ${VisitDate}`) ?? []).some(
        (plan) =>
          (plan["Planned Start"] ?? "") > StartTimeClaimed.slice(0, 5) &&
          ActualStartTime.slice(0, 5) > (plan["Planned Start"] ?? ""),
      ),
    );
    expect(overtaken.length).toBeGreaterThan(20);
    expect(visits.length - new Set(visits.map((line) => Object.values(line).join("|"))).size).toBeGreaterThan(5);
    expect(plans.some((line) => line.Version === "2")).toBe(true);
    expect(read("incidents.csv").some((line) => line.Version === "2")).toBe(true);
  });

  test("two lines of August and one incident are to be refused, and no others", () => {
    const bad = months("access-adult-visits-").filter(refused);
    expect(bad.map(({ FileReference }) => FileReference)).toEqual(["MB-202608-01", "MB-202608-01"]);
    expect(bad.map(({ ServiceUserRef = "" }) => / /.test(ServiceUserRef))).toEqual([true, false]);
    expect(read("incidents.csv").filter((line) => iso(line["Incident Date"] ?? "") > asOf)).toHaveLength(1);
  });

  test.each([1, 2])(
    "with seed %i the on-call log contradicts one recorded start, which the corrected file puts right",
    (seed) => {
      const directory = seed === 1 ? "one" : "other";
      const at = (name: string) =>
        new Map(
          read(name, directory)
            .filter(({ SecondaryVisit }) => SecondaryVisit === "False")
            .map((line) => [
              `${line.ServiceUserRef} ${line.VisitDate} ${line.StartTimeClaimed?.slice(0, 5)}`,
              line.ActualStartTime?.slice(0, 5),
            ]),
        );
      const [first, corrected] = [
        at("access-adult-visits-2026-08.csv"),
        at("corrected/access-adult-visits-2026-08.csv"),
      ];
      const log = read("independent/on-call-log.csv", directory).map((line) => ({
        key: `${line["Person Reference"]} ${line["Visit Date"]} ${line["Visit Due At"]}`,
        arrived: line["Carer Arrived At"],
        service: line.Service,
      }));
      const against = log.filter(({ key, arrived }) => first.get(key) !== arrived);
      expect(against.map(({ service }) => service)).toEqual(["birchwood"]);
      expect(log.filter(({ key, arrived }) => corrected.get(key) !== arrived)).toEqual([]);
      expect(log.length).toBeGreaterThan(4);
    },
  );

  test("whatever the seed, somebody is there for the on-call log to contradict", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        const window = windowFor(asOf);
        const planted = contradictionIn(carePackages(seed, 1, window), window, seed);
        expect(planted?.service).toBe("birchwood");
        expect((planted?.truth ?? 0) - (planted?.call.start ?? 0)).toBe(73);
      }),
      { numRuns: 300 },
    );
  });

  test("the complaints book agrees with the complaints of the quarter", () => {
    const book = read("independent/complaints-book.csv").map((line) => [line["Record Reference"], line["Received On"]]);
    const exported = read("complaints.csv").filter((line) => iso(line["Received Date"] ?? "") >= "2026-07-01");
    expect(book).toEqual(exported.map((line) => [line["Record Reference"], line["Received Date"]]));
  });

  test("one safeguarding concern at Birchwood in August was documented six days late", () => {
    const late = read("safeguarding.csv").filter(
      (line) =>
        line.Service === "birchwood" &&
        line["Aware Date"]?.endsWith("/08/2026") &&
        Date.parse(iso(line["Documents Complete Date"] ?? "")) - Date.parse(iso(line["Documents Due Date"] ?? "")) ===
          6 * 86_400_000,
    );
    expect(late).toHaveLength(1);
  });
});
