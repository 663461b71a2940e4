import { makeStyles, Skeleton, SkeletonItem } from "@fluentui/react-components";

/** The shape of what is coming: so many lines, or tiles. */
export function Bones({ lines = 4, tiles = 0, label }: { lines?: number; tiles?: number; label: string }) {
  const styles = useStyles();
  return (
    <Skeleton aria-label={label}>
      {tiles > 0 && (
        <div className={styles.tiles}>
          {Array.from({ length: tiles }, (_, at) => (
            <SkeletonItem key={at} className={styles.tile} />
          ))}
        </div>
      )}
      <div className={styles.lines}>
        {Array.from({ length: lines }, (_, at) => (
          <SkeletonItem key={at} size={24} style={{ width: `${96 - ((at * 17) % 41)}%` }} />
        ))}
      </div>
    </Skeleton>
  );
}

const useStyles = makeStyles({
  tiles: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(240px, 100%), 1fr))",
    gap: "16px",
    marginBottom: "16px",
  },
  tile: { height: "132px", borderRadius: "8px" },
  lines: { display: "grid", rowGap: "14px" },
});
