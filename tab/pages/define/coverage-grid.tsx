import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { RowAnswer } from "#api/operations/row-answer.ts";
import type { MappedSource } from "#domain/registers/evidence-map.ts";
import type { ShownRow } from "../../ask/use-rows.ts";
import { Card } from "../../look/card.tsx";
import { DownIcon, OnIcon } from "../../look/icons.ts";
import { LinkTo } from "../../look/link-to.tsx";
import { StatusPill } from "../../look/status-pill.tsx";
import { phone } from "../../look/theme.ts";
import { PersonName } from "../../register/show-answer.tsx";
import { sayBrings, sayReport } from "../../words/say-source.ts";
import { coverageOf, type Needed, neededBy, type Section, sectionsOf } from "./sections.ts";

type Source = ShownRow<MappedSource>;

interface Props {
  readonly specification: RowAnswer;
  readonly sources: readonly Source[];
  /** The name of an indicator, by its code. */
  readonly nameOf: (code: string) => string;
}

const isCovered = (needed: Needed): boolean => coverageOf(needed) === "covered";

/** Section by section: what is needed, where it comes from, who looks after it. What is wholly covered is folded away. */
export function CoverageGrid({ specification, sources, nameOf }: Props) {
  const styles = useStyles();
  const sections = sectionsOf(specification).map((section) => ({ section, needed: neededBy(section, sources) }));
  const all = sections.flatMap(({ needed }) => needed);
  return (
    <Card title="Evidence map" id="map" aside={`${all.filter(isCovered).length} of ${all.length} covered`} flush>
      <div className={styles.box}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Needed</th>
              <th scope="col">Comes from</th>
              <th scope="col" className={styles.wide}>
                Owner
              </th>
              <th scope="col">Covered</th>
            </tr>
          </thead>
          {sections.map(({ section, needed }) => (
            <SectionRows key={section.code} section={section} needed={needed} nameOf={nameOf} />
          ))}
        </table>
      </div>
    </Card>
  );
}

interface SectionProps {
  readonly section: Section;
  readonly needed: readonly Needed[];
  readonly nameOf: Props["nameOf"];
}

function SectionRows({ section, needed, nameOf }: SectionProps) {
  const styles = useStyles();
  const covered = needed.filter(isCovered).length;
  const [open, setOpen] = useState(covered < needed.length);
  const id = useId();
  return (
    <>
      <tbody>
        <tr>
          <th scope="rowgroup" colSpan={4} className={styles.section}>
            <span className={styles.heading}>
              <Button
                appearance="transparent"
                className={styles.fold}
                icon={open ? <DownIcon /> : <OnIcon />}
                aria-expanded={open}
                aria-controls={id}
                onClick={() => setOpen(!open)}
              >
                {section.title}
              </Button>
              <span className={styles.count}>
                {covered} of {needed.length}
              </span>
            </span>
          </th>
        </tr>
      </tbody>
      <tbody id={id} hidden={!open}>
        {needed.map((each) => (
          <NeededRow
            key={`${each.kind} ${each.name}`}
            needed={each}
            name={each.kind === "indicator" ? nameOf(each.name) : each.name}
          />
        ))}
      </tbody>
    </>
  );
}

function NeededRow({ needed, name }: { readonly needed: Needed; readonly name: string }) {
  const styles = useStyles();
  const owner = ({ answers }: RowAnswer) =>
    typeof answers.owner === "string" && answers.owner ? <PersonName id={answers.owner} /> : "Nobody";
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {needed.sources.length === 0 && "No source is mapped"}
        {needed.sources.map((source) => (
          <div key={source.key}>
            <LinkTo to={`/registers/evidence-map/${source.key}`}>{sayBrings(source.answers)}</LinkTo>
            <div className={styles.quiet}>{sayReport(source.answers)}</div>
            <div className={mergeClasses(styles.quiet, styles.narrow)}>{owner(source)}</div>
          </div>
        ))}
      </td>
      <td className={styles.wide}>
        {needed.sources.map((source) => (
          <div key={source.key}>{owner(source)}</div>
        ))}
      </td>
      <td>
        <StatusPill status={coverageOf(needed)} />
      </td>
    </tr>
  );
}

const useStyles = makeStyles({
  box: {
    overflow: "hidden",
    marginTop: "8px",
    borderRadius: `0 0 ${tokens.borderRadiusXLarge} ${tokens.borderRadiusXLarge}`,
  },
  table: {
    width: "100%",
    tableLayout: "fixed",
    borderCollapse: "collapse",
    overflowWrap: "anywhere",
    "& th:nth-child(1)": { width: "36%" },
    "& thead th:last-child": { width: "112px" },
    "& th, & td": {
      padding: "9px 12px",
      textAlign: "left",
      verticalAlign: "top",
      fontWeight: 400,
      borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
      [phone]: { padding: "9px 8px" },
    },
    "& th:first-child": { paddingLeft: "20px", [phone]: { paddingLeft: "16px" } },
    "& td:last-child": { paddingRight: "20px", [phone]: { paddingRight: "16px" } },
    "& thead th": { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, borderTop: "none" },
    "& th[scope=rowgroup]": { padding: "4px 20px 4px 12px", [phone]: { padding: "4px 16px 4px 8px" } },
  },
  section: { backgroundColor: tokens.colorNeutralBackground2 },
  heading: { display: "flex", alignItems: "center", justifyContent: "space-between", columnGap: "12px" },
  fold: { justifyContent: "flex-start", textAlign: "left", minWidth: 0, padding: "4px 0" },
  count: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
    whiteSpace: "nowrap",
  },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  wide: { [phone]: { display: "none" } },
  narrow: { display: "none", [phone]: { display: "block" } },
});
