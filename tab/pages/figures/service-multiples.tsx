import { makeStyles, tokens } from "@fluentui/react-components";
import type { FigureAnswer } from "#api/operations/figure-answer.ts";
import { useMe } from "../../frame/me-context.ts";
import { FigureTile } from "./figure-tile.tsx";

/** The same figure for each service the person may see. */
export function ServiceMultiples({ cycle, figure }: { readonly cycle: string; readonly figure: FigureAnswer }) {
  const styles = useStyles();
  const { services } = useMe();
  if (figure.services.length === 0) return null;
  return (
    <section aria-label="By service" className={styles.section}>
      <h2 className={styles.heading}>By service</h2>
      <div className={styles.tiles}>
        {figure.services.map(({ service }) => (
          <FigureTile
            key={service}
            cycle={cycle}
            service={service}
            figure={{ ...figure, name: services.find(({ key }) => key === service)?.name ?? service }}
          />
        ))}
      </div>
    </section>
  );
}

const useStyles = makeStyles({
  section: { display: "grid", rowGap: "12px", gridTemplateColumns: "minmax(0, 1fr)" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  tiles: { display: "grid", gap: "16px", gridTemplateColumns: "repeat(auto-fill, minmax(min(244px, 100%), 1fr))" },
});
