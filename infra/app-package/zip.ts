import { strToU8, zipSync } from "fflate";
import { colourIcon, outlineIcon } from "./icon.ts";
import { type AppSettings, manifestFor } from "./manifest.ts";

/** So that the same settings give the same bytes. */
const MADE = "2026-01-01T00:00:00";

/** The app package Teams takes: manifest and both icons at the root of a zip. */
export const appPackage = (template: string, settings: AppSettings): Uint8Array =>
  zipSync(
    {
      "manifest.json": strToU8(`${JSON.stringify(manifestFor(template, settings), null, 2)}\n`),
      "color.png": colourIcon(),
      "outline.png": outlineIcon(),
    },
    { mtime: MADE },
  );
