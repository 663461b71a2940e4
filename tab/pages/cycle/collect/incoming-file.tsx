import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { loadImport } from "#api/operations/load-import.ts";
import type { receiveImport } from "#api/operations/receive-import.ts";
import type { AnswerOf } from "../../../ask/answer-of.ts";
import { useSend } from "../../../ask/use-send.ts";
import { Card } from "../../../look/card.tsx";
import { ProblemNote } from "../../../look/problem-note.tsx";
import { ImportPreview } from "./import-preview.tsx";

export type Received = AnswerOf<typeof receiveImport>;
export type Answers = Partial<Pick<Received["preview"]["choice"], "renamed" | "days">>;

interface Props {
  readonly file: File;
  /** It is being taken into the figures by this job. */
  readonly onTaken: (job: string) => void;
  readonly onClose: () => void;
}

/** One file on its way in: sent, looked at with its problems first, questions answered, then taken into the figures. */
export function IncomingFile({ file, onTaken, onClose }: Props) {
  const styles = useStyles();
  const [answers, setAnswers] = useState<Answers>({});
  const receive = useSend<typeof receiveImport>(() => `“${file.name}” is here. Nothing of it counts yet.`);
  const again = useSend<typeof receiveImport>(() => "Looked at it again with your answer");
  const load = useSend<typeof loadImport>(() => `“${file.name}” is being taken into the figures`);
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    receive.mutate({ path: "/imports", file, query: { fileName: file.name } });
  }, [receive, file]);
  const received = again.data ?? receive.data;
  const answer = (given: Answers) => {
    const all = { renamed: { ...answers.renamed, ...given.renamed }, days: { ...answers.days, ...given.days } };
    setAnswers(all);
    again.mutate({ path: `/imports/${received?.key}/preview`, body: { answers: all } });
  };
  const problem = receive.error ?? again.error ?? load.error;
  return (
    <Card
      title={file.name}
      aside={
        <Button size="small" appearance="subtle" onClick={onClose}>
          Put aside
        </Button>
      }
    >
      <div className={styles.body}>
        {problem && <ProblemNote problem={problem} />}
        {!received && !problem && (
          <Spinner labelPosition="after" label="Reading every row of it" className={styles.wait} />
        )}
        {received && (
          <ImportPreview
            preview={received.preview}
            busy={again.isPending || load.isPending}
            onAnswer={answer}
            onTake={() =>
              load.mutate(
                { path: `/imports/${received.key}/load`, body: { choice: received.preview.choice } },
                { onSuccess: ({ job }) => onTaken(job) },
              )
            }
          />
        )}
      </div>
    </Card>
  );
}

const useStyles = makeStyles({
  body: { display: "grid", rowGap: "16px", gridTemplateColumns: "minmax(0, 1fr)" },
  wait: { justifySelf: "start", color: tokens.colorNeutralForeground2 },
});
