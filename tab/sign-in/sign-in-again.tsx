import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { useCallback, useRef, useState } from "react";
import { type Host, SignedOut } from "./host.ts";

interface Again {
  readonly open: boolean;
  /** Resolves when the person has signed in again; requests that ran out wait for it together. */
  readonly ask: () => Promise<void>;
  readonly signIn: () => void;
}

export function useSignInAgain(host: Host): Again {
  const [open, setOpen] = useState(false);
  const waiting = useRef<(() => void)[]>([]);
  const ask = useCallback((): Promise<void> => {
    if (!host.signInAgain) return Promise.reject(new SignedOut());
    setOpen(true);
    return new Promise((resolve) => {
      waiting.current.push(resolve);
    });
  }, [host]);
  const signIn = () =>
    void host.signInAgain?.().then(() => {
      setOpen(false);
      for (const resolve of waiting.current.splice(0)) resolve();
    });
  return { open, ask, signIn };
}

/** The sign-in has run out: a new one opens in a window of its own and what is on the page stays. */
export function SignInAgain({ open, signIn }: Again) {
  return (
    <Dialog open={open} modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Your sign-in has run out</DialogTitle>
          <DialogContent>Sign in again to go on. Nothing you typed is lost.</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={signIn}>
              Sign in again
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
