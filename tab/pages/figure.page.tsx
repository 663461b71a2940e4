import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { FigureAnswer } from "#api/operations/figure-answer.ts";
import type { readFigures } from "#api/operations/read-figures.ts";
import { figureText } from "#domain/figures/figure-value.ts";
import type { Unit } from "#domain/figures/indicator.ts";
import { useAnswer } from "../ask/use-answer.ts";
import { ControlChart } from "../charts/control-chart.tsx";
import { useMe } from "../frame/me-context.ts";
import { Page } from "../frame/page.tsx";
import { useScope } from "../frame/scope.ts";
import { Answered } from "../look/answered.tsx";
import { ButtonTo } from "../look/button-to.tsx";
import { Card } from "../look/card.tsx";
import { Empty } from "../look/empty.tsx";
import { StatusPill } from "../look/status-pill.tsx";
import { sayPeriod } from "../words/say-day.ts";
import { sayMoment } from "../words/say-time.ts";
import { ratings, Value } from "./figures/figure-tile.tsx";
import { LineageDrawer } from "./figures/lineage-drawer.tsx";
import { ServiceMultiples } from "./figures/service-multiples.tsx";
import { shownFigure } from "./figures/shown-figure.ts";

/** One figure: what it is, how it moves, each service, and the way to every row it counted. */
export function FigurePage({ cycle = "", indicator = "" }: Readonly<Record<string, string>>) {
  const answer = useAnswer<typeof readFigures>(`/cycles/${cycle}/figures`);
  const [{ service }] = useScope();
  const { services } = useMe();
  const [open, setOpen] = useState(false);
  const figure = answer.data?.sections.flatMap(({ figures }) => figures).find((each) => each.indicator === indicator);
  const period = answer.data?.period;
  return (
    <Page
      title={figure?.name ?? "Figure"}
      lead={
        period &&
        [
          service && (services.find(({ key }) => key === service)?.name ?? service),
          sayPeriod(period.from, period.to),
          answer.data?.computedAt && `worked out ${sayMoment(answer.data.computedAt)}`,
        ]
          .filter(Boolean)
          .join(" · ")
      }
      above={[{ to: `/figures?cycle=${cycle}`, name: "Figures" }]}
      action={
        figure &&
        !figure.blocked && (
          <Button appearance="primary" onClick={() => setOpen(true)}>
            How do you know?
          </Button>
        )
      }
    >
      <Answered answer={answer} reading="Reading the figure">
        {() =>
          figure ? (
            <Figure cycle={cycle} figure={figure} service={service} />
          ) : (
            <Empty
              title="This figure is not part of the cycle"
              action={<ButtonTo to={`/figures?cycle=${cycle}`}>See the cycle's figures</ButtonTo>}
            >
              It may have been left out of the specification since the link was made.
            </Empty>
          )
        }
      </Answered>
      {open && <LineageDrawer cycle={cycle} indicator={indicator} service={service} onClose={() => setOpen(false)} />}
    </Page>
  );
}

interface Props {
  readonly cycle: string;
  readonly figure: FigureAnswer;
  readonly service: string | undefined;
}

function Figure({ cycle, figure, service }: Props) {
  const styles = useStyles();
  if (figure.blocked)
    return (
      <Card>
        <Empty title="This figure is blocked">{figure.blocked}</Empty>
      </Card>
    );
  const shown = shownFigure(figure, service);
  return (
    <>
      <div className={styles.columns}>
        <Card title="Now">
          {shown && (
            <div className={styles.now}>
              <Value text={shown.text} />
              <StatusPill status={shown.rating} says={ratings[shown.rating] ?? shown.rating} />
              <dl className={styles.facts}>
                <dt>Target</dt>
                <dd>{figure.target ?? "none"}</dd>
                <dt>Counted</dt>
                <dd>{shown.numerator.toLocaleString("en-GB")}</dd>
                <dt>Out of</dt>
                <dd>{shown.denominator.toLocaleString("en-GB")}</dd>
                <dt>Edition</dt>
                <dd>{figure.edition}</dd>
              </dl>
              {shown.note && <p className={styles.note}>{shown.note}</p>}
            </div>
          )}
        </Card>
        <Card title={service && figure.total ? "Month by month, whole contract" : "Month by month"}>
          <Trend figure={figure} />
        </Card>
      </div>
      <ServiceMultiples cycle={cycle} figure={figure} />
      {figure.gaps.length > 0 && <p className={styles.note}>Not covered by an import: {figure.gaps.join(", ")}.</p>}
    </>
  );
}

function Trend({ figure }: { readonly figure: FigureAnswer }) {
  const styles = useStyles();
  const { chart } = figure;
  if (!chart || chart.points.length < 2) return <Empty title="Too few months for a chart yet" />;
  const say = (value: number) => figureText(value, figure.unit as Unit, 1);
  return (
    <>
      {[chart.signal, chart.outlook, chart.warning].map(
        (words) =>
          words && (
            <p key={words} className={styles.says}>
              {words}
            </p>
          ),
      )}
      <ControlChart name={figure.name} chart={chart} say={say} />
    </>
  );
}

const useStyles = makeStyles({
  columns: {
    display: "grid",
    gap: "16px",
    alignItems: "start",
    gridTemplateColumns: "260px minmax(0, 1fr)",
    "@media (max-width: 899px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  now: { display: "grid", rowGap: "8px", justifyItems: "start" },
  facts: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    columnGap: "24px",
    rowGap: "6px",
    margin: "12px 0 0",
    width: "100%",
    fontVariantNumeric: "tabular-nums",
    "& dt": { color: tokens.colorNeutralForeground3 },
    "& dd": { margin: 0, textAlign: "right" },
  },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  says: { margin: "0 0 8px" },
});
