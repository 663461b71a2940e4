import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { Register } from "#domain/register/register.ts";
import type { Problem } from "../ask/problem.ts";
import { ShowAnswer } from "./show-answer.tsx";

interface Conflict {
  /** The row as it now stands. */
  readonly theirs: Readonly<Record<string, unknown>>;
  /** What was to be changed. */
  readonly yours: Readonly<Record<string, unknown>>;
}

/** The two versions of a lost race; undefined for any other problem. */
export function conflictOf(problem: Problem | null): Conflict | undefined {
  const details = problem?.code === "conflict" ? problem.details : undefined;
  return typeof details === "object" && details !== null && "theirs" in details && "yours" in details
    ? (details as Conflict)
    : undefined;
}

interface Props extends Conflict {
  readonly register: Register;
  /** Save mine over theirs, knowing both: given the version that was seen. */
  readonly onMine: (etag: string) => void;
  readonly onTheirs: () => void;
}

/** Somebody else saved first: both versions side by side, nothing overwritten until one is chosen. */
export function ConflictDialog({ register, theirs, yours, onMine, onTheirs }: Props) {
  const styles = useStyles();
  const fields = Object.entries(register.fields).filter(([name]) => name in yours);
  const who = String(theirs.changedByName || "Somebody");
  return (
    <Dialog open modalType="alert">
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{who} changed this while you had it open</DialogTitle>
          <DialogContent>
            <p className={styles.lead}>Nothing was overwritten. Look at both and choose.</p>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">Question</th>
                  <th scope="col">{who} saved</th>
                  <th scope="col">You wrote</th>
                </tr>
              </thead>
              <tbody>
                {fields.map(([name, field]) => (
                  <tr key={name}>
                    <th scope="row">{field.label}</th>
                    <td>
                      <ShowAnswer field={field} value={theirs[name]} />
                    </td>
                    <td className={styles.mine}>
                      <ShowAnswer field={field} value={yours[name]} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </DialogContent>
          <DialogActions>
            <Button onClick={onTheirs}>Keep theirs</Button>
            <Button appearance="primary" onClick={() => onMine(String(theirs.etag))}>
              Save mine
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

const useStyles = makeStyles({
  surface: { maxWidth: "760px" },
  lead: { margin: "0 0 12px" },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    "& th, & td": {
      textAlign: "left",
      verticalAlign: "top",
      padding: "8px 12px",
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    "& tbody th": { fontWeight: 400, color: tokens.colorNeutralForeground3 },
  },
  mine: { backgroundColor: tokens.colorBrandBackground2 },
});
