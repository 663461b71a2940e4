import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useEffect } from "react";
import { OnIcon } from "../look/icons.ts";
import { LinkTo } from "../look/link-to.tsx";
import { phone } from "../look/theme.ts";

interface Props {
  readonly title: string;
  /** One sentence under the title. */
  readonly lead?: ReactNode;
  /** The page's one primary action. */
  readonly action?: ReactNode;
  /** The pages above this one, outermost first. */
  readonly above?: readonly { readonly to: string; readonly name: string }[];
  readonly children: ReactNode;
}

/** One page: where it is, its title, its one primary action, and its content. */
export function Page({ title, lead, action, above = [], children }: Props) {
  const styles = useStyles();
  useEffect(() => {
    document.title = `${title} · Line of Sight`;
  }, [title]);
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <div className={styles.words}>
          {above.length > 0 && (
            <nav aria-label="Above this page" className={styles.crumbs}>
              {above.map(({ to, name }) => (
                <span key={to} className={styles.crumb}>
                  <LinkTo to={to}>{name}</LinkTo>
                  <OnIcon aria-hidden />
                </span>
              ))}
            </nav>
          )}
          <h1 className={styles.title}>{title}</h1>
          {lead && <div className={styles.lead}>{lead}</div>}
        </div>
        {action && <div className={styles.action}>{action}</div>}
      </div>
      {children}
    </div>
  );
}

const useStyles = makeStyles({
  page: {
    display: "grid",
    rowGap: "24px",
    maxWidth: "1280px",
    margin: "0 auto",
    gridTemplateColumns: "minmax(0, 1fr)",
  },
  top: { display: "flex", flexWrap: "wrap", alignItems: "flex-end", justifyContent: "space-between", gap: "12px 24px" },
  words: { minWidth: 0, flex: "1 1 400px" },
  crumbs: { display: "flex", flexWrap: "wrap", marginBottom: "4px", fontSize: tokens.fontSizeBase200 },
  crumb: { display: "inline-flex", alignItems: "center", columnGap: "4px", marginRight: "4px" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: 600,
    letterSpacing: "-0.015em",
    textWrap: "balance",
    [phone]: { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  },
  lead: { marginTop: "4px", color: tokens.colorNeutralForeground2, maxWidth: "76ch", textWrap: "pretty" },
  action: { minWidth: 0, maxWidth: "100%" },
});
