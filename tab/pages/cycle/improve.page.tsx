import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { optionWords } from "#domain/register/option-words.ts";
import type { Theme } from "#domain/registers/themes.ts";
import { type ShownRow, useRows } from "../../ask/use-rows.ts";
import { holds, useMe } from "../../frame/me-context.ts";
import { Answered } from "../../look/answered.tsx";
import { ButtonTo } from "../../look/button-to.tsx";
import { Card } from "../../look/card.tsx";
import { Empty } from "../../look/empty.tsx";
import { LinkTo } from "../../look/link-to.tsx";
import { StatusPill } from "../../look/status-pill.tsx";
import { capital } from "../../register/choices.tsx";
import { AddTheme } from "./improve/add-theme.tsx";
import { ThemeVerdict } from "./improve/theme-verdict.tsx";
import type { StageProps } from "./stage-page.ts";

const tones = { improved: "good", stable: "none", escalated: "bad" } as const;

/** Improving: what keeps coming back gets its verdict, and an action where it needs one. */
export function StageWork({ cycle }: StageProps) {
  const { answer, rows } = useRows<Theme>("themes", { field: "contract", is: cycle.contract });
  const styles = useStyles();
  const me = useMe();
  return (
    <Card
      title="Themes"
      aside={
        <span className={styles.aside}>
          {holds(me, "senior-leader", "quality-lead") && <AddTheme cycle={cycle.key} contract={cycle.contract} />}
          <ButtonTo to={`/actions?whose=all&contract=${cycle.contract}`}>Actions of this contract</ButtonTo>
        </span>
      }
    >
      <Answered answer={answer} reading="Reading the themes">
        {() =>
          rows.length === 0 ? (
            <Empty title="Nothing keeps coming back">
              When leadership notices something that does, every later cycle has to look at it. The quality lead or a
              senior leader adds it here.
            </Empty>
          ) : (
            <ul className={styles.list}>
              {rows.map((theme) => (
                <OneTheme key={theme.key} theme={theme} cycle={cycle.key} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Card>
  );
}

function OneTheme({ theme, cycle }: { readonly theme: ShownRow<Theme>; readonly cycle: string }) {
  const styles = useStyles();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const { verdicts = [], category = "", status = "open" } = theme.answers;
  const now = verdicts.find((each) => each.cycle === cycle);
  return (
    <li className={styles.theme}>
      <div className={styles.words}>
        <LinkTo to={`/registers/themes/${theme.key}`} strong>
          {theme.headline}
        </LinkTo>
        <span className={styles.quiet}>
          {capital(optionWords(category))} · judged in {verdicts.length} {verdicts.length === 1 ? "cycle" : "cycles"}
        </span>
        {now && <span className={styles.numbers}>{now.numbers.replaceAll(/\s*\[[^\]]*\]/g, "")}</span>}
      </div>
      {now ? (
        <StatusPill status={now.verdict} tone={tones[now.verdict]} />
      ) : (
        <StatusPill status="waiting" tone="near" says={status === "closed" ? "Closed" : "No verdict yet"} />
      )}
      {!now && status !== "closed" && holds(me, "senior-leader", "quality-lead") && (
        <Button size="small" onClick={() => setOpen(true)}>
          Give the verdict
        </Button>
      )}
      {open && <ThemeVerdict theme={theme} cycle={cycle} onClose={() => setOpen(false)} />}
    </li>
  );
}

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  theme: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "6px 12px",
    padding: "12px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ":last-child": { borderBottom: "none", paddingBottom: 0 },
  },
  words: { display: "grid", flexGrow: 1, flexBasis: "260px", minWidth: 0 },
  aside: { display: "flex", flexWrap: "wrap", gap: "8px" },
  numbers: { marginTop: "2px" },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});
