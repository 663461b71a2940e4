import { Button, makeStyles } from "@fluentui/react-components";
import { useSearchParams } from "wouter";
import type { proposeCommentary } from "#api/operations/propose-commentary.ts";
import type { readCommentary } from "#api/operations/read-commentary.ts";
import type { AnswerOf } from "../../ask/answer-of.ts";
import { useAnswer } from "../../ask/use-answer.ts";
import { useSend } from "../../ask/use-send.ts";
import { holds, useMe } from "../../frame/me-context.ts";
import { Answered } from "../../look/answered.tsx";
import { Card } from "../../look/card.tsx";
import { Empty } from "../../look/empty.tsx";
import { ProblemNote } from "../../look/problem-note.tsx";
import { OneText } from "./explain/one-text.tsx";
import { textsIn } from "./explain/shown-commentary.ts";
import { ThemeList } from "./explain/theme-list.tsx";
import { WhatIsKnown } from "./explain/what-is-known.tsx";
import type { StageProps } from "./stage-page.ts";

type Commentary = AnswerOf<typeof readCommentary>;

/** Explaining: themes to the left, one text in the middle, what the numbers and the managers say to the right. */
export function StageWork({ cycle }: StageProps) {
  const answer = useAnswer<typeof readCommentary>(`/cycles/${cycle.key}/commentary`);
  return (
    <Answered answer={answer} reading="Reading the commentary">
      {(commentary) => <Explain cycle={cycle.key} commentary={commentary} />}
    </Answered>
  );
}

function Explain({ cycle, commentary }: { readonly cycle: string; readonly commentary: Commentary }) {
  const styles = useStyles();
  const [params] = useSearchParams();
  const { sections, citable } = commentary;
  const all = sections.flatMap((section) => textsIn(section).map((text) => ({ section, text })));
  if (all.length === 0) return <Propose cycle={cycle} first />;
  const shown =
    all.find(({ text }) => text.key === params.get("theme")) ??
    all.find(({ text }) => text.answers.status !== "approved") ??
    all[0];
  return (
    <div className={styles.columns}>
      <div className={styles.left}>
        <Card title="Themes">
          <ThemeList cycle={cycle} sections={sections} shown={shown?.text.key} />
        </Card>
        <Propose cycle={cycle} />
      </div>
      {shown && (
        <>
          <div>
            <OneText key={shown.text.key} text={shown.text} citable={citable} />
          </div>
          <div className={styles.right}>
            <WhatIsKnown key={shown.text.key} cycle={cycle} section={shown.section} text={shown.text} />
          </div>
        </>
      )}
    </div>
  );
}

function Propose({ cycle, first }: { readonly cycle: string; readonly first?: boolean }) {
  const me = useMe();
  const send = useSend<typeof proposeCommentary>(({ proposed }) =>
    proposed.length === 0 ? "The numbers ask for nothing more" : `${proposed.length} proposed from the numbers`,
  );
  const may = holds(me, "contracts-manager", "quality-lead");
  const button = may && (
    <Button
      appearance={first ? "primary" : "subtle"}
      disabledFocusable={send.isPending}
      onClick={() => send.mutate({ path: `/cycles/${cycle}/commentary`, body: {} })}
    >
      {first ? "See what the numbers ask for" : "Look at the numbers again"}
    </Button>
  );
  if (!first)
    return (
      <>
        {send.error && <ProblemNote problem={send.error} />}
        {button}
      </>
    );
  return (
    <Card>
      {send.error && <ProblemNote problem={send.error} />}
      <Empty title="Nothing is planned to be explained yet" action={button}>
        Every figure off its target or with a real change needs words: what happened, why, and what is being done.
      </Empty>
    </Card>
  );
}

const useStyles = makeStyles({
  columns: {
    display: "grid",
    gridTemplateColumns: "240px minmax(0, 1fr) 300px",
    gap: "16px",
    alignItems: "start",
    "@media (max-width: 1199px)": { gridTemplateColumns: "220px minmax(0, 1fr)" },
    "@media (max-width: 819px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  // On a phone the text comes first: that is what one came to read or write.
  left: {
    display: "grid",
    rowGap: "8px",
    "@media (max-width: 819px)": { order: 1 },
    "@media (min-width: 820px) and (max-width: 1199px)": { gridRow: "1 / 3" },
  },
  right: { display: "grid", rowGap: "16px", gridTemplateColumns: "minmax(0, 1fr)" },
});
