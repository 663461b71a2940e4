import { makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";

/** The work, and beside it what explains it; below it where there is no room. */
export function TwoColumns({ children, side }: { readonly children: ReactNode; readonly side: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.columns}>
      <div className={styles.column}>{children}</div>
      <div className={styles.column}>{side}</div>
    </div>
  );
}

const useStyles = makeStyles({
  columns: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 340px",
    gap: "24px",
    alignItems: "start",
    "@media (max-width: 1079px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  column: { display: "grid", rowGap: "16px", gridTemplateColumns: "minmax(0, 1fr)" },
});
