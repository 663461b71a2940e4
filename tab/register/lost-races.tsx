import { type ReactNode, useCallback, useState } from "react";
import { registerBySlug } from "#domain/registers/index.ts";
import { type LostRace, type Settle, SettleContext, type Settled } from "../ask/lost-race.ts";
import { LostRaceDialog } from "./lost-race-dialog.tsx";

interface Open {
  readonly race: LostRace;
  readonly written: Readonly<Record<string, unknown>>;
  readonly settled: (settled: Settled) => void;
}

/** Around everything that saves: whoever lost a race chooses here, and what they were doing then goes on. */
export function LostRaces({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState<Open>();
  const settle = useCallback<Settle>(
    (race, written) => new Promise((settled) => setOpen({ race, written, settled })),
    [],
  );
  const register = open && registerBySlug(open.race.register);
  return (
    <SettleContext value={settle}>
      {children}
      {open && register && (
        <LostRaceDialog
          register={register}
          race={open.race}
          written={open.written}
          onSettled={(settled) => {
            setOpen(undefined);
            open.settled(settled);
          }}
        />
      )}
    </SettleContext>
  );
}
