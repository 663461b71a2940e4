import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { figureRows } from "#api/operations/figure-rows.ts";
import type { AnswerOf } from "../../ask/answer-of.ts";
import { useAnswer } from "../../ask/use-answer.ts";
import { Answered } from "../../look/answered.tsx";
import { CloseIcon } from "../../look/icons.ts";
import { LinkTo } from "../../look/link-to.tsx";
import { LineageRows } from "./lineage-rows.tsx";

type Lineage = AnswerOf<typeof figureRows>;

interface Props {
  readonly cycle: string;
  readonly indicator: string;
  readonly service: string | undefined;
  readonly onClose: () => void;
}

const PAGE = 50;

/** How do you know? From the words to the numbers, the query, the rows it counted, and the files they came in. */
export function LineageDrawer({ cycle, indicator, service, onClose }: Props) {
  const [from, setFrom] = useState(0);
  const answer = useAnswer<typeof figureRows>(`/cycles/${cycle}/figures/${indicator}/rows`, {
    query: { service, from, most: PAGE },
  });
  return (
    <OverlayDrawer
      open
      position="end"
      size="large"
      onOpenChange={(_, { open }) => !open && onClose()}
      aria-label="How do you know?"
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={<Button appearance="subtle" aria-label="Close" icon={<CloseIcon />} onClick={onClose} />}
        >
          How do you know?
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <Answered answer={answer} reading="Tracing the figure to its rows">
          {(lineage) => <Trail lineage={lineage} from={from} onFrom={setFrom} />}
        </Answered>
      </DrawerBody>
    </OverlayDrawer>
  );
}

function Trail({
  lineage,
  from,
  onFrom,
}: {
  readonly lineage: Lineage;
  readonly from: number;
  readonly onFrom: (from: number) => void;
}) {
  const styles = useStyles();
  const { definition, why, rule, parts, queries, queryHash, snapshot } = lineage;
  const [main] = parts;
  const files = usedFiles(lineage);
  return (
    <ol className={styles.trail}>
      <Step title="In words">
        <p className={styles.text}>{definition}</p>
        {why && <p className={styles.quiet}>{why}</p>}
      </Step>
      <Step title="What is counted">
        <dl className={styles.rule}>
          <dt>Counted</dt>
          <dd>{rule.numerator}</dd>
          <dt>Out of</dt>
          <dd>{rule.denominator}</dd>
          <dt>Over</dt>
          <dd>{rule.population}</dd>
          {rule.exclusions && (
            <>
              <dt>Left out</dt>
              <dd>{rule.exclusions}</dd>
            </>
          )}
        </dl>
      </Step>
      <Step title="The numbers">
        {parts.map(({ dataset, total }) => (
          <p key={dataset} className={styles.numbers}>
            <strong>{total.numerator.toLocaleString("en-GB")}</strong> out of{" "}
            <strong>{total.denominator.toLocaleString("en-GB")}</strong>, from {total.lines.toLocaleString("en-GB")}{" "}
            rows of {dataset.replaceAll("-", " ")}
          </p>
        ))}
      </Step>
      <Step title="The query">
        <details className={styles.query}>
          <summary>Show the query, exactly as it ran</summary>
          {Object.entries(queries).map(([side, { sql, parameters }]) => (
            <div key={side}>
              <h4 className={styles.side}>{side}</h4>
              <pre className={styles.code}>{sql}</pre>
              <p className={styles.quiet}>
                with{" "}
                {Object.entries(parameters)
                  .map(([name, value]) => `${name} = ${value}`)
                  .join(", ")}
              </p>
            </div>
          ))}
        </details>
        <p className={styles.quiet}>
          Fingerprint {queryHash.slice(0, 16)} · data {snapshot}
        </p>
      </Step>
      <Step title="The rows">
        {main ? (
          <LineageRows part={main} files={lineage.files} from={from} page={PAGE} onFrom={onFrom} />
        ) : (
          <p className={styles.quiet}>No row was counted.</p>
        )}
      </Step>
      <Step title="The files they came in">
        <ul className={styles.files}>
          {files.map((file) => (
            <li key={file.hash}>
              <LinkTo to={`/registers/imports/${file.import}`}>{file.name}</LinkTo>{" "}
              <span className={styles.quiet}>
                {file.rows.toLocaleString("en-GB")} rows · {file.hash.slice(0, 12)}
              </span>
            </li>
          ))}
        </ul>
      </Step>
    </ol>
  );
}

/** The files of the rows on this page first; with no row to go by, all of them. */
function usedFiles({ files, parts }: Lineage) {
  const named = new Set(parts.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row))));
  const used = files.filter(({ hash }) => named.has(hash));
  return used.length > 0 ? used : files;
}

function Step({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  const styles = useStyles();
  return (
    <li className={styles.step}>
      <h3 className={styles.title}>{title}</h3>
      {children}
    </li>
  );
}

const useStyles = makeStyles({
  trail: { listStyleType: "none", margin: 0, padding: "4px 0 32px 24px" },
  step: {
    position: "relative",
    paddingBottom: "24px",
    minWidth: 0,
    "::before": {
      content: '""',
      position: "absolute",
      left: "-24px",
      top: "5px",
      width: "12px",
      height: "12px",
      boxSizing: "border-box",
      borderRadius: "50%",
      border: `3px solid ${tokens.colorCompoundBrandStroke}`,
      backgroundColor: tokens.colorNeutralBackground1,
      zIndex: 1,
    },
    "::after": {
      content: '""',
      position: "absolute",
      left: "-19px",
      top: "12px",
      bottom: "-6px",
      width: "2px",
      backgroundColor: tokens.colorNeutralStroke2,
    },
    ":last-child::after": { display: "none" },
  },
  title: { margin: "0 0 6px", fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase300, fontWeight: 600 },
  text: { margin: 0, maxWidth: "72ch" },
  quiet: {
    margin: "4px 0 0",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
  rule: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    gap: "6px 16px",
    margin: 0,
    "& dt": { color: tokens.colorNeutralForeground3 },
    "& dd": { margin: 0 },
  },
  numbers: { margin: 0, fontVariantNumeric: "tabular-nums" },
  query: { "& summary": { cursor: "pointer", color: tokens.colorBrandForegroundLink } },
  side: { margin: "12px 0 4px", textTransform: "capitalize", fontSize: tokens.fontSizeBase200 },
  code: {
    margin: 0,
    padding: "12px",
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
  },
  files: { margin: 0, paddingLeft: "16px", display: "grid", rowGap: "4px" },
});
