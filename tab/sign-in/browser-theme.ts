import type { Host, ThemeName } from "./host.ts";

const CHOSEN = "line-of-sight.theme";
const queries = { contrast: "(forced-colors: active)", dark: "(prefers-color-scheme: dark)" } as const;
const CHANGED = "line-of-sight-theme";

/** The theme the person chose in the person menu; `auto` follows the machine. */
export type Chosen = ThemeName | "auto";

export const chosenTheme = (): Chosen => {
  const kept = localStorage.getItem(CHOSEN);
  return kept === "light" || kept === "dark" || kept === "contrast" ? kept : "auto";
};

export function chooseTheme(theme: Chosen): void {
  localStorage.setItem(CHOSEN, theme);
  window.dispatchEvent(new Event(CHANGED));
}

/** A browser's theme: what was chosen, else what the machine prefers, followed as it changes. */
export function browserTheme(): Pick<Host, "theme" | "onTheme"> {
  const now = (): ThemeName => {
    const chosen = chosenTheme();
    if (chosen !== "auto") return chosen;
    if (matchMedia(queries.contrast).matches) return "contrast";
    return matchMedia(queries.dark).matches ? "dark" : "light";
  };
  return {
    get theme() {
      return now();
    },
    onTheme(listener) {
      const tell = () => listener(now());
      const lists = Object.values(queries).map((query) => matchMedia(query));
      for (const list of lists) list.addEventListener("change", tell);
      window.addEventListener(CHANGED, tell);
      return () => {
        for (const list of lists) list.removeEventListener("change", tell);
        window.removeEventListener(CHANGED, tell);
      };
    },
  };
}
