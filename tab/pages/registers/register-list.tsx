import { makeStyles, tokens } from "@fluentui/react-components";
import type { Register } from "#domain/register/register.ts";
import { Card } from "../../look/card.tsx";
import { LinkTo } from "../../look/link-to.tsx";

/** Registers as cards: title, purpose, and the practice names that open them ready filtered. */
export function RegisterList({
  registers,
  level = "h3",
}: {
  readonly registers: readonly Register[];
  readonly level?: "h2" | "h3";
}) {
  const styles = useStyles();
  const Heading = level;
  return (
    <div className={styles.cards}>
      {registers.map(({ slug, title, purpose, views }) => (
        <Card key={slug}>
          <Heading className={styles.title}>
            <LinkTo to={`/registers/${slug}`} strong>
              {title}
            </LinkTo>
          </Heading>
          <p className={styles.purpose}>{purpose}</p>
          {views.length > 0 && (
            <ul className={styles.views} aria-label={`${title} is also`}>
              {views.map(({ name }) => (
                <li key={name}>
                  <LinkTo to={`/registers/${slug}?view=${encodeURIComponent(name)}`} className={styles.view}>
                    {name}
                  </LinkTo>
                </li>
              ))}
            </ul>
          )}
        </Card>
      ))}
    </div>
  );
}

const useStyles = makeStyles({
  cards: { display: "grid", gap: "16px", gridTemplateColumns: "repeat(auto-fill, minmax(min(320px, 100%), 1fr))" },
  title: { margin: "4px 0 0", fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  purpose: { margin: "2px 0 10px", color: tokens.colorNeutralForeground2 },
  views: { display: "flex", flexWrap: "wrap", gap: "6px", listStyleType: "none", margin: 0, padding: 0 },
  view: {
    display: "inline-block",
    padding: "1px 8px",
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
});
