import { Toast, ToastBody, Toaster, ToastTitle, useId, useToastController } from "@fluentui/react-components";
import { createContext, type ReactNode, use, useCallback } from "react";

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
      <Toaster toasterId={id} position="bottom-end" />
    </SaidContext>
  );
}
