import { parseArgs } from "node:util";
import { type Verdict, verifyPack } from "../api/packs/verify-pack.ts";

const usage = `npm run verify -- PATH [--key FINGERPRINT]

PATH is pack.zip with pack.zip.sig beside it, or the folder it unpacks to.
FINGERPRINT is the SHA-256 of the provider's public key, as the provider gave it to you by another route.`;

/** The lines to print, and the exit code: 0 when the pack holds, 1 when it does not. */
function report(verdict: Verdict): readonly string[] {
  if (!verdict.holds) {
    return ["This pack does NOT verify.", ...verdict.problems.map(({ file, say }) => `  ${file} ${say}.`)];
  }
  const { manifest, signature, notProven } = verdict;
  return [
    "This pack verifies.",
    `  ${manifest.provider} for ${manifest.commissioner}, ${manifest.period.replace("_", " to ")}`,
    `  ${manifest.cycle}, version ${manifest.packVersion}, ${manifest.edition} edition, ${manifest.standing}`,
    `  ${manifest.files.length + 1} files, none changed, added or missing`,
    `  content ${manifest.contentHash}`,
    `  signed${signature.signedAt ? ` ${signature.signedAt}` : ""} with key ${signature.keyFingerprint}`,
    "Not proven by this check:",
    ...notProven.map((each) => `  ${each}`),
  ];
}

function words() {
  try {
    const { values, positionals } = parseArgs({ options: { key: { type: "string" } }, allowPositionals: true });
    return positionals.length === 1 ? { path: positionals[0], key: values.key } : undefined;
  } catch {
    return undefined;
  }
}

const asked = words();
if (
  asked?.path === undefined ||
  (asked.key !== undefined && !/^[0-9a-f]{64}$/i.test(asked.key.replace(/[\s:]/g, "")))
) {
  console.error(usage);
  process.exitCode = 1;
} else {
  const verdict = await verifyPack(asked.path, asked.key === undefined ? {} : { key: asked.key });
  console.log(report(verdict).join("\n"));
  process.exitCode = verdict.holds ? 0 : 1;
}
