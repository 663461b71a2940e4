import { makeStyles } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import type { Contract } from "#domain/registers/contracts.ts";
import type { MappedSource } from "#domain/registers/evidence-map.ts";
import type { Import } from "#domain/registers/imports.ts";
import type { ManagerReview } from "#domain/registers/manager-reviews.ts";
import { useUnderWay } from "../../ask/under-way.ts";
import { useNames } from "../../ask/use-names.ts";
import { type ShownRow, useRows } from "../../ask/use-rows.ts";
import { holds, type Me, useMe } from "../../frame/me-context.ts";
import { Answered } from "../../look/answered.tsx";
import { Card } from "../../look/card.tsx";
import { Empty } from "../../look/empty.tsx";
import { JobLine } from "../../look/job-line.tsx";
import { phone } from "../../look/theme.ts";
import { sayPeriod } from "../../words/say-day.ts";
import { coverageOf } from "./collect/coverage.ts";
import { CoverageGrid, type CoverageProps } from "./collect/coverage-grid.tsx";
import { CoverageList } from "./collect/coverage-list.tsx";
import { DropFiles } from "./collect/drop-files.tsx";
import { FiguresAndCutOff } from "./collect/figures-and-cut-off.tsx";
import { FilesIn } from "./collect/files-in.tsx";
import { IncomingFile } from "./collect/incoming-file.tsx";
import { AskedOfYou } from "./reviews/asked-of-you.tsx";
import { ReviewList } from "./reviews/review-list.tsx";
import { type CycleShown, hasBegun, type StageProps } from "./stage-page.ts";

/** Collecting: what is there and what is missing, files on their way in, managers' word, figures and the cut-off. */
export function StageWork({ cycle }: StageProps) {
  const me = useMe();
  const reviews = usePeriodReviews(cycle);
  return (
    <>
      <AskedOfYou
        reviews={reviews.rows}
        question={(service) => `Do the figures for ${sayPeriod(cycle.period.from, cycle.period.to)} match ${service}?`}
        look={{ to: (service) => `/figures?cycle=${cycle.key}&service=${service}`, words: "Look at them first" }}
        {...(!hasBegun(cycle, "collect") && { wait: "You can answer once the exports are in." })}
      />
      {mayBring(me) && <ComingIn cycle={cycle} />}
      <WhatIsThere cycle={cycle} />
      <ManagersWord {...reviews} />
      <FiguresAndCutOff cycle={cycle} />
    </>
  );
}

const mayBring = (me: Me): boolean => holds(me, "ecm-administrator", "contracts-manager", "quality-lead");

/** Files being looked at, and those being taken into the figures, also when the page was left meanwhile. */
function ComingIn({ cycle }: StageProps) {
  const [files, setFiles] = useState<readonly { readonly id: string; readonly file: File }[]>([]);
  const { underWay, follow, forget } = useUnderWay(cycle.key);
  const add = useCallback(
    (some: readonly File[]) =>
      setFiles((before) => [...some.map((file) => ({ id: crypto.randomUUID(), file })), ...before]),
    [],
  );
  const drop = (id: string) => setFiles((before) => before.filter((each) => each.id !== id));
  return (
    <>
      <DropFiles onFiles={add} primary={cycle.stage === "collect" && !cycle.gate.clear} />
      {underWay.map(({ job, name }) => (
        <JobLine
          key={job}
          job={job}
          name={name}
          onClose={() => forget(job)}
          done={({ result }) =>
            `Taken into the figures: ${count(result?.loaded)} rows${result?.rejected ? `; ${count(result.rejected)} could not be read` : ""}`
          }
        />
      ))}
      {files.map(({ id, file }) => (
        <IncomingFile
          key={id}
          file={file}
          onClose={() => drop(id)}
          onTaken={(job) => {
            follow({ job, name: file.name });
            drop(id);
          }}
        />
      ))}
    </>
  );
}

const count = (rows: unknown) => (typeof rows === "number" ? rows.toLocaleString("en-GB") : "all");

function WhatIsThere({ cycle }: StageProps) {
  const me = useMe();
  const nameOf = useNames();
  const imports = useRows<Import>("imports");
  const map = useRows<MappedSource>("evidence-map", { field: "contract", is: cycle.contract });
  const services = useServicesOf(cycle);
  const seen = me.services.filter(({ key }) => services.includes(key));
  const sources = coverageOf(map.rows.map(whole<MappedSource>), imports.rows.map(whole<Import>), {
    services: seen.map(({ key }) => key),
    period: cycle.period,
  });
  const open = sources.filter(({ gap }) => gap).length;
  const begun = hasBegun(cycle, "collect");
  return (
    <>
      <Card
        title="Sources and services"
        id="sources"
        flush
        aside={
          open === 0
            ? "the whole period is covered"
            : `${open} of ${sources.length} ${begun ? "with days missing" : "still to come"}`
        }
      >
        <Answered answer={map.answer} reading="Reading the evidence map">
          {() => <Coverage sources={sources} services={seen} nameOf={nameOf} begun={begun} />}
        </Answered>
      </Card>
      <Card title="Files brought in" id="files" aside="for days of the period">
        <Answered answer={imports.answer} reading="Reading the imports">
          {() => <FilesIn mayBring={mayBring(me)} imports={imports.rows.filter((row) => touches(row, cycle))} />}
        </Answered>
      </Card>
    </>
  );
}

/** A grid where there is room for one, a list on a phone. */
function Coverage(props: CoverageProps) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.wide}>
        <CoverageGrid {...props} />
      </div>
      <div className={styles.narrow}>
        <CoverageList {...props} />
      </div>
    </>
  );
}

const useStyles = makeStyles({
  wide: { [phone]: { display: "none" } },
  narrow: { display: "none", [phone]: { display: "block" } },
});

function useServicesOf({ contract }: CycleShown): readonly string[] {
  const { rows } = useRows<Contract>("contracts");
  return rows.find(({ key }) => key === contract)?.answers.services ?? [];
}

/** A shown row as the rules of the domain read it. Nothing they need of these registers is ever withheld. */
const whole = <R,>({ key, createdAt, answers }: ShownRow<R>): R => ({ ...answers, key, createdAt }) as R;

const touches = ({ answers: { periodFrom, periodTo } }: ShownRow<Import>, { period }: CycleShown): boolean =>
  (periodFrom ?? "") <= period.to && (periodTo ?? "9999") >= period.from;

function usePeriodReviews(cycle: CycleShown) {
  const { answer, rows } = useRows<ManagerReview>("manager-reviews", { field: "subjectKind", is: "period-data" });
  const services = useServicesOf(cycle);
  const period = `${cycle.period.from}_${cycle.period.to}`;
  const own = rows.filter(({ answers }) => answers.period === period && services.includes(answers.service ?? ""));
  return { answer, rows: own };
}

function ManagersWord({ answer, rows }: ReturnType<typeof usePeriodReviews>) {
  const waiting = rows.filter(({ answers: { status } }) => status === "asked").length;
  return (
    <Card
      title="Managers' word on the figures"
      id="managers"
      {...(waiting > 0 && { aside: `${waiting} still to answer` })}
    >
      <Answered answer={answer} reading="Reading what managers said">
        {() =>
          rows.length === 0 ? (
            <Empty title="No manager was asked yet">They are asked once the period is over.</Empty>
          ) : (
            <ReviewList reviews={rows} says={{ yes: "Matches", partly: "Partly matches", no: "Does not match" }} />
          )
        }
      </Answered>
    </Card>
  );
}
