import { makeStyles, tokens } from "@fluentui/react-components";
import { BadIcon } from "../../../look/icons.ts";
import { piecesOf } from "./pieces.ts";
import type { Citable, Sentence } from "./shown-commentary.ts";

interface Props {
  readonly sentences: readonly Sentence[];
  readonly citable: readonly Citable[];
}

/** A text as it reads: each citation a chip with the figure as it is now, each wrong number underlined and said in words. */
export function ReadText({ sentences, citable }: Props) {
  const styles = useStyles();
  const problems = sentences.flatMap((sentence) => sentence.problems);
  return (
    <div className={styles.text}>
      <p className={styles.prose}>
        {sentences.map((sentence) => (
          <span key={sentence.text}>
            <Read sentence={sentence} citable={citable} />{" "}
          </span>
        ))}
      </p>
      {problems.length > 0 && (
        <ul className={styles.problems} aria-label="What is not right yet">
          {problems.map(({ say }) => (
            <li key={say} className={styles.problem}>
              <BadIcon aria-hidden className={styles.bad} />
              {say}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Read({ sentence, citable }: { readonly sentence: Sentence; readonly citable: readonly Citable[] }) {
  const styles = useStyles();
  const wrong = sentence.problems.map(({ written }) => written);
  return piecesOf(sentence.text, wrong).map((piece, at) => {
    const key = `${at} ${piece.kind}`;
    if (piece.kind === "cite")
      return <Chip key={key} cite={piece.cite} citable={citable} doubted={sentence.problems.length > 0} />;
    if (piece.kind === "account")
      return (
        <span key={key} className={styles.account}>
          manager's account
        </span>
      );
    return piece.kind === "wrong" ? (
      <mark key={key} className={styles.wrong}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    );
  });
}

interface ChipProps {
  readonly cite: string;
  readonly citable: readonly Citable[];
  /** Something in the sentence is wrong: a citation nobody knows is then a mistake, and not merely somebody else's. */
  readonly doubted: boolean;
}

function Chip({ cite, citable, doubted }: ChipProps) {
  const styles = useStyles();
  const figure = citable.find((each) => each.cite === cite);
  const [, of] = cite.split("@");
  if (!figure && !doubted)
    return (
      <span className={styles.account} title="For those who look after the whole contract">
        whole contract
      </span>
    );
  const name = figure ? `${figure.name}${of === "before" ? ", the period before" : of ? `, ${of}` : ""}` : cite;
  return (
    <span className={figure ? styles.chip : styles.unknown} title={name}>
      <span className={styles.unseen}>{name} is now </span>
      {figure ? (figure.value ?? "none due") : "no such figure"}
    </span>
  );
}

const useStyles = makeStyles({
  text: { display: "grid", rowGap: "12px" },
  prose: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: "1.65", maxWidth: "68ch" },
  chip: {
    display: "inline-block",
    padding: "0 7px",
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: 600,
    lineHeight: "18px",
    whiteSpace: "nowrap",
    fontVariantNumeric: "tabular-nums",
  },
  unknown: {
    padding: "0 7px",
    borderRadius: tokens.borderRadiusCircular,
    border: `1px dashed ${tokens.colorStatusDangerBorder1}`,
    color: tokens.colorStatusDangerForeground1,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: "nowrap",
  },
  account: {
    padding: "0 7px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: "nowrap",
  },
  wrong: {
    color: "inherit",
    backgroundColor: tokens.colorStatusDangerBackground1,
    textDecorationLine: "underline",
    textDecorationStyle: "wavy",
    textDecorationColor: tokens.colorStatusDangerForeground1,
    textUnderlineOffset: "3px",
  },
  problems: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: "4px" },
  problem: { display: "flex", columnGap: "8px", alignItems: "baseline" },
  bad: { color: tokens.colorStatusDangerForeground1, flexShrink: 0, alignSelf: "center" },
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});
