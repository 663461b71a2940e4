import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Problem } from "../ask/problem.ts";
import { sayTime } from "../words/say-time.ts";
import { Bones } from "./bones.tsx";
import { ProblemNote } from "./problem-note.tsx";

interface Props<T> {
  readonly answer: UseQueryResult<T, Problem>;
  /** What is being read, for those who cannot see its shape: “Reading your actions”. */
  readonly reading: string;
  readonly bones?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** An answer in each of its states: its shape while it loads, the problem when it fails, and the last known with its time. */
export function Answered<T>({ answer, reading, bones, children }: Props<T>) {
  const { data, error, dataUpdatedAt, refetch } = answer;
  if (data === undefined) {
    if (error) return <ProblemNote problem={error} again={() => void refetch()} />;
    return bones ?? <Bones label={reading} />;
  }
  return (
    <>
      {error && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {error.message} What you see is from {sayTime(new Date(dataUpdatedAt).toISOString())}.
          </MessageBarBody>
        </MessageBar>
      )}
      {children(data)}
    </>
  );
}
