import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useDownload } from "../../../ask/use-download.ts";
import { DownloadIcon } from "../../../look/icons.ts";
import { PlainTable } from "../../../look/plain-table.tsx";
import { ProblemNote } from "../../../look/problem-note.tsx";
import { type PackInList, short } from "../approve/use-pack.ts";

const editions: Readonly<Record<string, string>> = {
  commissioner: "For the commissioner: totals, results and hashes; rows only where the sharing agreement allows",
  internal: "For ourselves: with the rows behind every figure",
};

/** The filed files of a version by edition, each with its hash. */
export function PackFiles({ pack }: { readonly pack: PackInList }) {
  const styles = useStyles();
  const download = useDownload();
  return (
    <div className={styles.editions}>
      {download.error && <ProblemNote problem={download.error} />}
      {[...Map.groupBy(pack.files, ({ edition }) => edition)].map(([edition, files]) => (
        <section key={edition} aria-label={edition}>
          <h3 className={styles.title}>{editions[edition] ?? edition}</h3>
          <PlainTable
            caption={`Files of the ${edition} edition`}
            columns={[{ name: "File" }, { name: "Size", number: true }, { name: "Fingerprint (SHA-256)" }]}
            rows={files.toSorted(byUse).map(({ path, size, hash }) => {
              const name = path.slice(path.lastIndexOf("/") + 1);
              return {
                key: path,
                cells: [
                  <span key="get" className={styles.named}>
                    <Button
                      appearance="transparent"
                      className={styles.file}
                      icon={<DownloadIcon />}
                      aria-label={`Download ${name}, ${edition} edition`}
                      onClick={() => download.mutate(`/packs/${pack.key}/file?edition=${edition}&name=${name}`)}
                    >
                      {name}
                    </Button>
                    <span className={styles.purpose}>{purposes[name]}</span>
                  </span>,
                  saySize(size),
                  <code key="hash" title={hash} className={styles.hash}>
                    {short(hash)}…
                  </code>,
                ],
              };
            })}
          />
        </section>
      ))}
    </div>
  );
}

/** What each file is for, in a few words. */
const purposes: Readonly<Record<string, string>> = {
  "pack.pdf": "The pack, as it is read",
  "figures.xlsx": "Its figures as a workbook",
  "assurance-statement.pdf": "How the figures were checked, and by whom",
  "pack.zip": "The evidence: everything in one file",
  "pack.zip.sig": "Our signature on it",
  "content.json": "Exactly what was signed",
  "manifest.json": "Every file with its fingerprint",
  "sign-offs.json": "Who signed, and when",
};

/** What people read, then what proves it, then the parts. */
const use = ["pack.pdf", "figures.xlsx", "assurance-statement.pdf", "pack.zip", "pack.zip.sig"];
const placeOf = ({ path }: { readonly path: string }) => {
  const at = use.indexOf(path.slice(path.lastIndexOf("/") + 1));
  return at < 0 ? use.length : at;
};
const byUse = (a: { readonly path: string }, b: { readonly path: string }) => placeOf(a) - placeOf(b);

function saySize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

const useStyles = makeStyles({
  editions: { display: "grid", rowGap: "20px", gridTemplateColumns: "minmax(0, 1fr)" },
  title: { margin: "0 0 4px", fontSize: tokens.fontSizeBase300, fontWeight: 600 },
  file: { justifyContent: "flex-start", paddingLeft: 0, minWidth: 0, textAlign: "left" },
  named: { display: "grid", justifyItems: "start" },
  purpose: { paddingLeft: "26px", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  hash: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});
