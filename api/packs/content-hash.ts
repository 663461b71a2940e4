import { createHash } from "node:crypto";
import type { PackContent } from "#domain/packs/pack-content.ts";
import { canonicalText } from "./canonical-text.ts";

/** SHA-256 of the content's canonical JSON, lower-case hex: what is signed. */
export const contentHash = (content: PackContent): string =>
  createHash("sha256").update(canonicalText(content)).digest("hex");
