import { makeStyles, tokens } from "@fluentui/react-components";
import type { myWork } from "#api/operations/my-work.ts";
import type { AnswerOf } from "../ask/answer-of.ts";
import { useAnswer } from "../ask/use-answer.ts";
import { useMe } from "../frame/me-context.ts";
import { Page } from "../frame/page.tsx";
import { useScope } from "../frame/scope.ts";
import { Answered } from "../look/answered.tsx";
import { Bones } from "../look/bones.tsx";
import { Card } from "../look/card.tsx";
import { Empty } from "../look/empty.tsx";
import { LinkTo } from "../look/link-to.tsx";
import { OpenCycles } from "./home/open-cycles.tsx";
import { ServiceCard } from "./home/service-card.tsx";
import { WorkList } from "./home/work-list.tsx";

type Home = AnswerOf<typeof myWork>;

/** What needs me today, and how my services stand. */
export function HomePage() {
  const styles = useStyles();
  const me = useMe();
  const [{ service }] = useScope();
  const answer = useAnswer<typeof myWork>("/home");
  return (
    <Page title={`Hello, ${me.name.split(" ")[0]}`} lead={answer.data && says(answer.data)}>
      <Answered
        answer={answer}
        reading="Reading your work"
        bones={<Bones lines={5} tiles={3} label="Reading your work" />}
      >
        {({ items, services }) => (
          <>
            <div className={styles.columns}>
              <Card title="Needs you" aside={items.length > 0 ? `${items.length}` : undefined} flush>
                {items.length === 0 ? (
                  <Empty title="Nothing waits for you">
                    What you are asked to answer, check, sign or do appears here.{" "}
                    <LinkTo to="/actions?whose=services">See your services' actions</LinkTo>.
                  </Empty>
                ) : (
                  <WorkList items={items} />
                )}
              </Card>
              <OpenCycles />
            </div>
            {services.length > 0 && (
              <section aria-label="Your services" className={styles.section}>
                <h2 className={styles.heading}>Your services</h2>
                <div className={styles.services}>
                  {services
                    .filter(({ key }) => !service || key === service)
                    .map((each) => (
                      <ServiceCard key={each.key} service={each} />
                    ))}
                </div>
              </section>
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}

function says({ items }: Home): string {
  const late = items.filter(({ overdue }) => overdue).length;
  if (items.length === 0) return "Nothing needs you today.";
  const things = items.length === 1 ? "1 thing needs you" : `${items.length} things need you`;
  return late === 0 ? `${things}. Nothing is overdue.` : `${things}, ${late} overdue.`;
}

const useStyles = makeStyles({
  columns: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 360px",
    gap: "24px",
    alignItems: "start",
    "@media (max-width: 1079px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  section: { display: "grid", rowGap: "12px", gridTemplateColumns: "minmax(0, 1fr)" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  services: { display: "grid", gap: "16px", gridTemplateColumns: "repeat(auto-fill, minmax(min(280px, 100%), 1fr))" },
});
