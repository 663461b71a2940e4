import { Button, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { computeFigures } from "#api/operations/compute-figures.ts";
import type { readFigures } from "#api/operations/read-figures.ts";
import type { AnswerOf } from "../ask/answer-of.ts";
import { useAnswer } from "../ask/use-answer.ts";
import { useSend } from "../ask/use-send.ts";
import { holds, useMe } from "../frame/me-context.ts";
import { Page } from "../frame/page.tsx";
import { useScope } from "../frame/scope.ts";
import { Answered } from "../look/answered.tsx";
import { Bones } from "../look/bones.tsx";
import { Empty } from "../look/empty.tsx";
import { ProblemNote } from "../look/problem-note.tsx";
import { sayPeriod } from "../words/say-day.ts";
import { sayMoment } from "../words/say-time.ts";
import { FigureTile } from "./figures/figure-tile.tsx";
import { useCycleChoice } from "./figures/use-cycle-choice.ts";

type Figures = AnswerOf<typeof readFigures>;

/** A contract's figures for one period, section by section as its specification has them. */
export function FiguresPage() {
  const { answer, cycles, chosen, choose } = useCycleChoice();
  const figures = useAnswer<typeof readFigures>(`/cycles/${chosen?.key ?? ""}/figures`, { off: !chosen });
  const compute = useCompute(chosen?.key ?? "");
  return (
    <Page
      title="Figures"
      lead={figures.data && <Lead figures={figures.data} />}
      action={
        cycles.length > 1 && (
          <Select
            aria-label="Cycle"
            style={{ maxWidth: "100%", minWidth: 0 }}
            select={{ style: { minWidth: 0, textOverflow: "ellipsis" } }}
            value={chosen?.key ?? ""}
            onChange={(_, { value }) => choose(value)}
          >
            {cycles.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </Select>
        )
      }
    >
      {compute.error && <ProblemNote problem={compute.error} />}
      <Answered answer={answer} reading="Reading the cycles">
        {() =>
          chosen ? (
            <Answered
              answer={figures}
              reading="Reading the figures"
              bones={<Bones tiles={8} lines={0} label="Reading the figures" />}
            >
              {(data) => <Sections figures={data} compute={compute} />}
            </Answered>
          ) : (
            <Empty title="No cycle is open here">
              Figures belong to a cycle. A contracts manager opens one from the reporting calendar.
            </Empty>
          )
        }
      </Answered>
    </Page>
  );
}

interface Compute {
  readonly may: boolean;
  readonly busy: boolean;
  readonly error: ReturnType<typeof useSend>["error"];
  readonly go: () => void;
}

function useCompute(cycle: string): Compute {
  const me = useMe();
  const send = useSend<typeof computeFigures>(({ computed, blocked }) =>
    blocked === 0 ? `${computed} figures worked out` : `${computed} figures worked out, ${blocked} blocked`,
  );
  return {
    may: holds(me, "contracts-manager", "quality-lead", "ecm-administrator", "auditor"),
    busy: send.isPending,
    error: send.error,
    go: () => send.mutate({ path: `/cycles/${cycle}/figures` }),
  };
}

function Lead({ figures: { period, computedAt, snapshot } }: { readonly figures: Figures }) {
  return (
    <>
      {sayPeriod(period.from, period.to)}
      {computedAt && ` · worked out ${sayMoment(computedAt)}`}
      {snapshot && ` · data ${snapshot.slice(0, 8)}`}
    </>
  );
}

function Sections({ figures, compute }: { readonly figures: Figures; readonly compute: Compute }) {
  const styles = useStyles();
  const [{ service }] = useScope();
  const sections = figures.sections.filter((section) => section.figures.length > 0);
  if (sections.length === 0)
    return (
      <Empty
        title="These figures have not been worked out yet"
        action={
          compute.may && (
            <Button appearance="primary" onClick={compute.go} disabledFocusable={compute.busy}>
              Work out the figures
            </Button>
          )
        }
      >
        They are counted from the records that have been imported for the period.
      </Empty>
    );
  return sections.map(({ code, title, figures: some }) => (
    <section key={code} aria-label={title} className={styles.section}>
      <h2 className={styles.heading}>{title}</h2>
      <div className={styles.tiles}>
        {some.map((figure) => (
          <FigureTile key={figure.indicator} cycle={figures.cycle} figure={figure} service={service} />
        ))}
      </div>
    </section>
  ));
}

const useStyles = makeStyles({
  section: { display: "grid", rowGap: "12px", gridTemplateColumns: "minmax(0, 1fr)" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  tiles: { display: "grid", gap: "16px", gridTemplateColumns: "repeat(auto-fill, minmax(min(244px, 100%), 1fr))" },
});
