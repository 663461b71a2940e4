import { Button, Field, makeStyles, Select, Textarea, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { giveContext } from "#api/operations/give-context.ts";
import { useNames } from "../../../ask/use-names.ts";
import { useSend } from "../../../ask/use-send.ts";
import { holds, useMe } from "../../../frame/me-context.ts";
import { Card } from "../../../look/card.tsx";
import { ProblemNote } from "../../../look/problem-note.tsx";
import { useRowNames } from "../../../register/use-row-names.ts";
import { FigureTile } from "../../figures/figure-tile.tsx";
import { figuresOf, type ShownSection, type ShownText } from "./shown-commentary.ts";

interface Props {
  readonly cycle: string;
  readonly section: ShownSection;
  readonly text: ShownText;
}

/** What stands behind a text: the numbers, and what the managers said was going on. */
export function WhatIsKnown({ cycle, section, text }: Props) {
  const styles = useStyles();
  return (
    <>
      <section aria-label="What the numbers say" className={styles.part}>
        <h2 className={styles.title}>What the numbers say</h2>
        {figuresOf(section, text).map((figure) => (
          <div key={figure.indicator} className={styles.part}>
            <FigureTile cycle={cycle} figure={figure} />
            {figure.chart?.signal && <p className={styles.says}>{figure.chart.signal}</p>}
          </div>
        ))}
      </section>
      <Card title="What managers said">
        <Told text={text} />
        <GiveContext text={text} />
      </Card>
    </>
  );
}

function Told({ text: { answers } }: { readonly text: ShownText }) {
  const styles = useStyles();
  const nameOf = useNames();
  const serviceOf = useServiceNames();
  const told = answers.context ?? [];
  const silent = (answers.services ?? []).filter((service) => !told.some((each) => each.service === service));
  return (
    <ul className={styles.told}>
      {told.map(({ service, text, by }) => (
        <li key={`${service} ${text}`}>
          <strong>{serviceOf(service)}</strong> <span className={styles.quiet}>{nameOf(by)}</span>
          <br />“{text}”
        </li>
      ))}
      {silent.length > 0 && <li className={styles.quiet}>Nothing yet from {silent.map(serviceOf).join(", ")}.</li>}
    </ul>
  );
}

function GiveContext({ text }: { readonly text: ShownText }) {
  const styles = useStyles();
  const me = useMe();
  const serviceOf = useServiceNames();
  const mine = (text.answers.services ?? []).filter((service) => me.services.some(({ key }) => key === service));
  const [service, setService] = useState(mine[0] ?? "");
  const [words, setWords] = useState("");
  const send = useSend<typeof giveContext>(() => "Thank you. It is kept beside the figure.");
  const open = ["planned", "context-given", "drafted"].includes(text.answers.status ?? "");
  if (!open || mine.length === 0 || !holds(me, "registered-manager", "regional-manager")) return null;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(
          { path: `/commentary/${text.key}/context`, body: { etag: text.etag, service, text: words } },
          { onSuccess: () => setWords("") },
        );
      }}
    >
      {send.error && <ProblemNote problem={send.error} />}
      {mine.length > 1 && (
        <Field label="Service">
          <Select value={service} onChange={(_, { value }) => setService(value)}>
            {mine.map((key) => (
              <option key={key} value={key}>
                {serviceOf(key)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={`What was going on at ${serviceOf(service)}?`} hint="No names of people we support.">
        <Textarea rows={3} value={words} onChange={(_, { value }) => setWords(value)} />
      </Field>
      <div>
        <Button type="submit" disabledFocusable={words.trim() === "" || send.isPending}>
          Say it
        </Button>
      </div>
    </form>
  );
}

function useServiceNames() {
  const services = useRowNames(["services"])("services");
  return (service: string) => services.find(({ key }) => key === service)?.name ?? service;
}

const useStyles = makeStyles({
  part: { display: "grid", rowGap: "8px", gridTemplateColumns: "minmax(0, 1fr)" },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: 600 },
  says: { margin: "0 0 4px", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  told: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: "12px" },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  form: { display: "grid", rowGap: "8px", marginTop: "16px" },
});
