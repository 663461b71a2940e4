import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Radio,
  RadioGroup,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { Field } from "#domain/register/field.ts";
import type { Register } from "#domain/register/register.ts";
import type { LostRace, Settled } from "../ask/lost-race.ts";
import { sayMoment } from "../words/say-time.ts";
import { ShowAnswer } from "./show-answer.tsx";

interface Props {
  readonly register: Register;
  readonly race: LostRace;
  /** What the person wrote themselves: where theirs differs, they may pick answer by answer. */
  readonly written: Readonly<Record<string, unknown>>;
  readonly onSettled: (settled: Settled) => void;
}

type Side = "theirs" | "mine";

/** Somebody else saved first: both versions side by side, nothing overwritten until one is chosen. */
export function LostRaceDialog({ register, race: { theirs, yours }, written, onSettled }: Props) {
  const styles = useStyles();
  const [picks, setPicks] = useState<Readonly<Record<string, Side>>>({});
  const who = String(theirs.changedByName || "Somebody");
  const fields = Object.entries(register.fields).filter(([name, field]) => differs(name, field, theirs, yours));
  const given = fields.filter(([name]) => picks[name] === "theirs" && name in written).map(([name]) => name);
  const mayPick = fields.filter(([name]) => name in written);
  const allTheirs = mayPick.length > 0 && given.length === mayPick.length;
  const save = () =>
    onSettled({ etag: String(theirs.etag), picked: Object.fromEntries(given.map((name) => [name, theirs[name]])) });
  return (
    <Dialog open modalType="alert">
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>
            {who} changed this {register.words.one} while you had it open
          </DialogTitle>
          <DialogContent className={styles.content}>
            <p className={styles.lead}>
              {typeof theirs.changedAt === "string" && `Saved ${sayMoment(theirs.changedAt)}. `}
              Nothing was overwritten. {fields.length > 0 ? "Look at both and choose." : "Yours can still be done."}
            </p>
            {fields.map(([name, field]) => (
              <BothAnswers
                key={name}
                field={field}
                who={who}
                status={name === register.status}
                theirs={theirs[name]}
                mine={yours[name]}
                pick={picks[name] ?? "mine"}
                {...(name in written && { onPick: (side) => setPicks((before) => ({ ...before, [name]: side })) })}
              />
            ))}
          </DialogContent>
          <DialogActions>
            <Button appearance={allTheirs ? "primary" : "secondary"} onClick={() => onSettled("theirs")}>
              Keep theirs
            </Button>
            {!allTheirs && (
              <Button appearance="primary" onClick={save}>
                {given.length > 0 ? "Save what is picked" : "Save mine"}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Something to choose about: it is in the change, reads differently, and is not what only the system writes. */
function differs(name: string, { kind }: Field, theirs: LostRace["theirs"], yours: LostRace["yours"]): boolean {
  if (!(name in yours) || kind === "hash" || kind === "instant") return false;
  return JSON.stringify(yours[name] ?? "") !== JSON.stringify(theirs[name] ?? "");
}

interface Both {
  readonly field: Field;
  readonly who: string;
  readonly status: boolean;
  readonly theirs: unknown;
  readonly mine: unknown;
  readonly pick: Side;
  /** Missing where the answer follows from what is done and cannot be picked by itself. */
  readonly onPick?: (side: Side) => void;
}

function BothAnswers({ field, who, status, theirs, mine, pick, onPick }: Both) {
  const styles = useStyles();
  const sides = [
    { side: "theirs", name: `${who} saved`, value: theirs },
    { side: "mine", name: "You wrote", value: mine },
  ] as const;
  const both = sides.map(({ side, name, value }) => (
    <div key={side} className={side === pick ? styles.picked : styles.side}>
      {onPick ? <Radio value={side} label={name} className={styles.radio} /> : <p className={styles.who}>{name}</p>}
      <div className={styles.answer}>
        <ShowAnswer field={field} value={value} status={status && typeof value === "string"} />
      </div>
    </div>
  ));
  return (
    <section aria-label={field.label} className={styles.one}>
      <h3 className={styles.question}>{field.label}</h3>
      {onPick ? (
        <RadioGroup
          aria-label={field.label}
          value={pick}
          onChange={(_, { value }) => onPick(value as Side)}
          className={styles.both}
        >
          {both}
        </RadioGroup>
      ) : (
        <div className={styles.both}>{both}</div>
      )}
    </section>
  );
}

const side = {
  padding: "8px 12px",
  borderRadius: tokens.borderRadiusLarge,
  border: `1px solid ${tokens.colorNeutralStroke2}`,
  minWidth: 0,
} as const;

const useStyles = makeStyles({
  surface: { maxWidth: "760px" },
  content: { display: "grid", rowGap: "16px", gridTemplateColumns: "minmax(0, 1fr)" },
  lead: { margin: 0 },
  one: { display: "grid", rowGap: "6px", gridTemplateColumns: "minmax(0, 1fr)" },
  question: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: 600 },
  both: {
    display: "grid",
    gap: "8px",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(240px, 100%), 1fr))",
    alignItems: "stretch",
  },
  side,
  picked: { ...side, border: `1px solid ${tokens.colorCompoundBrandStroke}` },
  radio: { marginLeft: "-8px" },
  who: { margin: "0 0 4px", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  answer: { overflowWrap: "anywhere" },
});
