import { makeStyles, tokens } from "@fluentui/react-components";
import type { rowLinks } from "#api/operations/row-links.ts";
import { registerBySlug } from "#domain/registers/index.ts";
import type { AnswerOf } from "../ask/answer-of.ts";
import { LinkTo } from "../look/link-to.tsx";
import { StatusPill } from "../look/status-pill.tsx";
import { rowPath } from "./row-path.ts";

export type Links = AnswerOf<typeof rowLinks>;

/** As many of a register as one looks through; the register has the others. */
const SHOWN = 5;

/** The rows of other registers that name this one, by register. */
export function RowLinks({ links }: { readonly links: Links["links"] }) {
  const styles = useStyles();
  if (links.length === 0) return <p className={styles.quiet}>Nothing names it yet.</p>;
  return (
    <div className={styles.groups}>
      {links.map(({ register, label, total, rows }) => (
        <section key={`${register} ${label}`} aria-label={`${titleOf(register)}: ${label}`}>
          <h3 className={styles.title}>
            <LinkTo to={`/registers/${register}`}>{titleOf(register)}</LinkTo>{" "}
            <span className={styles.quiet}>as “{label}”</span>
          </h3>
          <ul className={styles.list}>
            {rows.slice(0, SHOWN).map(({ key, name, status }) => (
              <li key={key} className={styles.row}>
                <LinkTo to={rowPath(register, key)} className={styles.name}>
                  {name}
                </LinkTo>
                {status && <StatusPill status={status} />}
              </li>
            ))}
          </ul>
          {total > SHOWN && (
            <p className={styles.quiet}>and {(total - SHOWN).toLocaleString("en-GB")} more in the register</p>
          )}
        </section>
      ))}
    </div>
  );
}

const titleOf = (slug: string): string => registerBySlug(slug)?.title ?? slug;

const useStyles = makeStyles({
  groups: { display: "grid", rowGap: "16px", gridTemplateColumns: "minmax(0, 1fr)" },
  title: { margin: "0 0 4px", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: 600 },
  quiet: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: 400, color: tokens.colorNeutralForeground3 },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: "6px" },
  row: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", alignItems: "center", gap: "2px 8px" },
  name: { overflowWrap: "anywhere", flexBasis: "120px", flexGrow: 1, minWidth: 0 },
});
