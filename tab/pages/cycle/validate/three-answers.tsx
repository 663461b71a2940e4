import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { BadIcon, GoodIcon, NoneIcon } from "../../../look/icons.ts";
import { phone } from "../../../look/theme.ts";

type Result = "agrees" | "differs" | "not-found";

const answers = [
  { result: "agrees", words: "They agree", Icon: GoodIcon },
  { result: "differs", words: "They differ", Icon: BadIcon },
  { result: "not-found", words: "Not found", Icon: NoneIcon },
] as const;

/** The three answers a check can have, large enough for a tablet held in one hand. */
export function ThreeAnswers({ busy, onAnswer }: { busy: boolean; onAnswer: (result: Result) => void }) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      {answers.map(({ result, words, Icon }) => (
        <Button
          key={result}
          size="large"
          className={styles.answer}
          icon={<Icon className={styles[result]} />}
          disabledFocusable={busy}
          onClick={() => onAnswer(result)}
        >
          {words}
        </Button>
      ))}
    </div>
  );
}

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "repeat(3, 1fr)",
    gap: "12px",
    [phone]: { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  answer: { minHeight: "56px" },
  agrees: { color: tokens.colorStatusSuccessForeground1 },
  differs: { color: tokens.colorStatusDangerForeground1 },
  "not-found": { color: tokens.colorNeutralForeground3 },
});
