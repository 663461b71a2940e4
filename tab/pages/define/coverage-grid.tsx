import { makeStyles, tokens } from "@fluentui/react-components";
import type { RowAnswer } from "#api/operations/row-answer.ts";
import { optionWords } from "#domain/register/option-words.ts";
import { Card } from "../../look/card.tsx";
import { LinkTo } from "../../look/link-to.tsx";
import { StatusPill } from "../../look/status-pill.tsx";
import { PersonName } from "../../register/show-answer.tsx";
import { coverageOf, type Needed, neededBy, type Section, sectionsOf } from "./sections.ts";

interface Props {
  readonly specification: RowAnswer;
  readonly sources: readonly RowAnswer[];
}

/** Section by section: what is needed, where it comes from, who looks after it, and what is not covered. */
export function CoverageGrid({ specification, sources }: Props) {
  const styles = useStyles();
  const sections = sectionsOf(specification);
  const all = sections.flatMap((section) => neededBy(section, sources));
  const covered = all.filter((needed) => coverageOf(needed) === "covered").length;
  return (
    <Card title="Evidence map" aside={`${covered} of ${all.length} covered`} flush>
      <div className={styles.box}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Needed</th>
              <th scope="col">Comes from</th>
              <th scope="col">Owner</th>
              <th scope="col">Covered</th>
            </tr>
          </thead>
          {sections.map((section) => (
            <SectionRows key={section.code} section={section} sources={sources} />
          ))}
        </table>
      </div>
    </Card>
  );
}

function SectionRows({ section, sources }: { readonly section: Section; readonly sources: readonly RowAnswer[] }) {
  const styles = useStyles();
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4} className={styles.section}>
          {section.title}
        </th>
      </tr>
      {neededBy(section, sources).map((needed) => (
        <NeededRow key={`${needed.kind} ${needed.name}`} needed={needed} />
      ))}
    </tbody>
  );
}

function NeededRow({ needed }: { readonly needed: Needed }) {
  const words = optionWords(needed.name);
  return (
    <tr>
      <th scope="row">{words.charAt(0).toUpperCase() + words.slice(1)}</th>
      <td>
        {needed.sources.length === 0 && "No source is mapped"}
        {needed.sources.map(({ key, headline }) => (
          <div key={key}>
            <LinkTo to={`/registers/evidence-map/${key}`}>{headline}</LinkTo>
          </div>
        ))}
      </td>
      <td>
        {needed.sources.map(({ key, answers }) => (
          <div key={key}>
            {typeof answers.owner === "string" && answers.owner ? <PersonName id={answers.owner} /> : "Nobody"}
          </div>
        ))}
      </td>
      <td>
        <StatusPill status={coverageOf(needed)} />
      </td>
    </tr>
  );
}

const useStyles = makeStyles({
  box: { overflowX: "auto", marginTop: "8px" },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    "& th, & td": {
      padding: "9px 12px",
      textAlign: "left",
      verticalAlign: "top",
      fontWeight: 400,
      borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    },
    "& th:first-child": { paddingLeft: "20px" },
    "& td:last-child": { paddingRight: "20px" },
    "& th[scope=rowgroup]": { fontWeight: 600 },
    "& thead th": { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, borderTop: "none" },
  },
  section: { backgroundColor: tokens.colorNeutralBackground2 },
});
