import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useDownload } from "../../../ask/use-download.ts";
import { useMe } from "../../../frame/me-context.ts";
import { Card } from "../../../look/card.tsx";
import { FactRow } from "../../../look/fact-row.tsx";
import { PdfIcon } from "../../../look/icons.ts";
import { PlainTable } from "../../../look/plain-table.tsx";
import { ProblemNote } from "../../../look/problem-note.tsx";
import { StatusPill } from "../../../look/status-pill.tsx";
import { sayMoment } from "../../../words/say-time.ts";
import { ratings } from "../../figures/figure-tile.tsx";
import { type ShownPack, short } from "./use-pack.ts";

const mayOpen = [
  "contracts-manager",
  "quality-lead",
  "senior-leader",
  "auditor",
  "regional-manager",
  "external-reviewer",
  "registered-manager",
];

/** Exactly what is signed: the version and its fingerprint, its figures, and its words. */
export function WhatIsSigned({ pack }: { readonly pack: ShownPack }) {
  const styles = useStyles();
  const me = useMe();
  const download = useDownload();
  return (
    <Card
      title="What is signed"
      aside={
        me.roles.some((role) => mayOpen.includes(role)) && (
          <Button
            icon={<PdfIcon />}
            disabledFocusable={download.isPending}
            onClick={() => download.mutate(`/packs/${pack.key}/file?edition=draft&name=pack.pdf`)}
          >
            Read the draft (PDF)
          </Button>
        )
      }
    >
      <div className={styles.body}>
        {download.error && <ProblemNote problem={download.error} />}
        <FactRow
          facts={[
            { name: "Version", value: pack.packVersion },
            { name: "Content", value: <code className={styles.hash}>{short(pack.contentHash)}</code> },
            { name: "Drafted", value: sayMoment(pack.createdAt) },
          ]}
        />
        <p className={styles.quiet}>
          Written by {pack.authors.join(", ") || "nobody yet"}. Checked by {pack.validators.join(", ") || "nobody yet"}.
        </p>
        <Figures pack={pack} />
        {pack.commentary.map(({ section, theme, author, text }) => (
          <section key={`${section} ${theme}`} aria-label={theme}>
            <h3 className={styles.theme}>{theme}</h3>
            <p className={styles.prose}>{text.replaceAll(/\s*\[[^\]]*\]/g, "")}</p>
            <p className={styles.quiet}>{author}</p>
          </section>
        ))}
        {pack.knownGaps.length > 0 && (
          <section aria-label="Known gaps">
            <h3 className={styles.theme}>Known gaps</h3>
            <ul className={styles.gaps}>
              {pack.knownGaps.map((gap) => (
                <li key={gap}>{gap}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Card>
  );
}

const ONE_LINE = 15;

function Figures({ pack }: { readonly pack: ShownPack }) {
  const styles = useStyles();
  // A percentage stays on one line; “6.5 per 1,000 hours” may take two.
  const whole = (words = "") => (words.length <= ONE_LINE ? styles.whole : undefined);
  return (
    <PlainTable
      caption="The figures that are signed"
      columns={[
        { name: "Figure" },
        { name: "Now", number: true },
        { name: "Last time", number: true },
        { name: "Target", number: true },
        { name: "Stands" },
      ]}
      rows={pack.figures.map(({ indicator, name, display, previous, target, rating }) => ({
        key: indicator,
        cells: [
          name,
          <strong key="now" className={whole(display)}>
            {display}
          </strong>,
          <span key="last" className={whole(previous)}>
            {previous ?? "–"}
          </span>,
          <span key="target" className={whole(target)}>
            {target ?? "–"}
          </span>,
          <StatusPill key="stands" status={rating} says={ratings[rating] ?? rating} />,
        ],
      }))}
    />
  );
}

const useStyles = makeStyles({
  body: { display: "grid", rowGap: "16px", gridTemplateColumns: "minmax(0, 1fr)" },
  whole: { "@media (min-width: 720px)": { whiteSpace: "nowrap" } },
  hash: { fontFamily: tokens.fontFamilyMonospace },
  quiet: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  theme: { margin: "0 0 4px", fontSize: tokens.fontSizeBase300, fontWeight: 600 },
  prose: { margin: "0 0 4px", maxWidth: "72ch", lineHeight: "1.6" },
  gaps: { margin: 0, paddingLeft: "18px", maxWidth: "80ch" },
});
