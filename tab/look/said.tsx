import { Toast, ToastBody, Toaster, ToastTitle, useId, useToastController } from "@fluentui/react-components";
import { createContext, type ReactNode, use, useCallback, useState } from "react";

type Say = (what: string, more?: string) => void;

const SaidContext = createContext<Say | null>(null);

/** Tells the person what was saved, in a corner, and to screen readers. */
export function useSaid(): Say {
  const say = use(SaidContext);
  if (!say) throw new Error("Rendered without <Said>.");
  return say;
}

export function Said({ children }: { children: ReactNode }) {
  const id = useId("said");
  // A named place of its own: screen readers find it, and nothing stands outside the page's landmarks.
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const { dispatchToast } = useToastController(id);
  const say = useCallback<Say>(
    (what, more) =>
      dispatchToast(
        <Toast>
          <ToastTitle>{what}</ToastTitle>
          {more && <ToastBody>{more}</ToastBody>}
        </Toast>,
        { intent: "success", timeout: 5_000 },
      ),
    [dispatchToast],
  );
  return (
    <SaidContext value={say}>
      {children}
      <aside ref={setPlace} aria-label="What was just done" style={{ position: "relative", zIndex: 1_000_001 }} />
      {place && <Toaster toasterId={id} position="bottom-end" mountNode={place} />}
    </SaidContext>
  );
}
