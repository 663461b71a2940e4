import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

const found = () => places.find((place) => existsSync(place));

/**
 * The path of a Chromium to test in. One already there is used; on Debian as root it is installed.
 * Anywhere else the run stops with one sentence that says what to do.
 */
export function chromium(): string {
  const there = found();
  if (there) return there;
  const debian = existsSync("/etc/debian_version") && process.getuid?.() === 0;
  if (debian) {
    for (const words of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]])
      spawnSync("apt-get", ["-qq", ...words], { stdio: ["ignore", "ignore", "inherit"] });
  }
  const installed = found();
  if (installed) return installed;
  throw new Error("The browser tests need Chromium: install your system's chromium package and run npm test again.");
}
