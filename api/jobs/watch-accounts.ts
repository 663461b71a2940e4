import { people } from "#domain/registers/people.ts";
import type { Outside } from "../outside.ts";

const LOOK_MS = 5_000;

/** Looks every few seconds whether it is time to read who has left the directory. Answers how to stop. */
export function watchAccounts(outside: Outside): () => void {
  const { log } = outside;
  let stopped = false;
  let said = "";
  const turn = async () => {
    if (stopped) return;
    const result = await lookOnce(outside).then(
      () => "",
      (error: unknown) => (error instanceof Error ? error.message : "failed"),
    );
    if (result !== said && result !== "") log.error({ event: "accounts.unread", result });
    said = result;
    setTimeout(turn, LOOK_MS).unref();
  };
  setTimeout(turn, LOOK_MS).unref();
  return () => {
    stopped = true;
  };
}

/** Reads the accounts of everybody the register has as active, when that is due. */
export const lookOnce = ({ store, accounts }: Pick<Outside, "store" | "accounts">): Promise<void> =>
  accounts.keepUp(
    store
      .all(people)
      .filter(({ status }) => status === "active")
      .map(({ person }) => person),
  );
