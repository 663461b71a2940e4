import { useSyncExternalStore } from "react";
import type { Host, ThemeName } from "./host.ts";

/** The host's theme, followed as it changes. */
export const useTheme = (host: Host): ThemeName =>
  useSyncExternalStore(
    (changed) => host.onTheme(changed),
    () => host.theme,
  );
