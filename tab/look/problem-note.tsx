import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { Problem } from "../ask/problem.ts";

/** What went wrong or was refused, in the api's own plain words, what to do, and the reference to give to whoever helps. */
export function ProblemNote({ problem, again }: { readonly problem: Problem; readonly again?: () => void }) {
  const expected = problem.status === 409 || problem.status === 404 || problem.status === 403;
  return (
    <MessageBar intent={expected ? "warning" : "error"} layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{problem.message}</MessageBarTitle>
        {problem.next && <div>{problem.next}</div>}
        {problem.reference && !expected && <div>Reference: {problem.reference}</div>}
      </MessageBarBody>
      {again && (
        <MessageBarActions>
          <Button onClick={again}>Try again</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
