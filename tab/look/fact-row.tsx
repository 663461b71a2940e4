import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

interface Props {
  readonly facts: readonly { readonly name: string; readonly value: ReactNode }[];
}

/** A few numbers side by side, each under its name. */
export function FactRow({ facts }: Props) {
  const styles = useStyles();
  return (
    <dl className={styles.row}>
      {facts.map(({ name, value }) => (
        <div key={name} className={styles.fact}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", columnGap: "32px", rowGap: "12px", margin: 0 },
  fact: { display: "grid" },
  name: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  value: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: 600, fontVariantNumeric: "tabular-nums" },
});
