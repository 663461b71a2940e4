import { makeStyles, Spinner } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { me } from "#api/operations/me.ts";
import { londonDay } from "#domain/day.ts";
import { useAnswer } from "../ask/use-answer.ts";
import { ButtonTo } from "../look/button-to.tsx";
import { ProblemNote } from "../look/problem-note.tsx";
import { useHost } from "../sign-in/host.ts";
import { TodayContext } from "../words/today-context.ts";
import { MeContext } from "./me-context.ts";

/** Waits until the api has said who this is; without a place in the people register there is nothing to show. */
export function SignedIn({ children }: { children: ReactNode }) {
  const styles = useStyles();
  const host = useHost();
  const { data, error, refetch } = useAnswer<typeof me>("/me");
  if (!data)
    return (
      <main className={styles.middle}>
        <h1 className={styles.title}>Line of Sight</h1>
        {error ? (
          <>
            <ProblemNote problem={error} again={() => void refetch()} />
            {host.signOut && (
              <ButtonTo to="/" appearance="subtle">
                Start again
              </ButtonTo>
            )}
          </>
        ) : (
          <Spinner label="Opening Line of Sight" />
        )}
      </main>
    );
  return (
    <MeContext value={data}>
      <TodayContext value={londonDay(data.now)}>{children}</TodayContext>
    </MeContext>
  );
}

const useStyles = makeStyles({
  middle: {
    display: "grid",
    alignContent: "center",
    gap: "16px",
    minHeight: "100dvh",
    maxWidth: "560px",
    margin: "0 auto",
    padding: "16px",
    boxSizing: "border-box",
  },
  title: { margin: 0 },
});
