import { type Theme, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from "@fluentui/react-components";
import type { ThemeName } from "../sign-in/host.ts";

/** Teams' own themes, so that the tab never looks like a guest in them. */
export const themes: Readonly<Record<ThemeName, Theme>> = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** Below this the rail is a bar at the bottom. */
export const phone = "@media (max-width: 719px)";
/** Below this the rail shows icons only and side columns go below. */
export const narrow = "@media (max-width: 1079px)";
