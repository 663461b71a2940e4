import type { Pack } from "../registers/packs.ts";
import { check } from "./check.ts";
import { currentPack } from "./required.ts";
import { cycleSubject, packSubject } from "./subjects.ts";

export const packNotFiled = check({
  id: "pack.not-filed",
  blocks: "compile",
  severity: "blocking",
  finds: "The signed pack is not built and filed yet.",
  why: "Only a filed version can be sent and later be proven.",
  acts: "contracts-manager",
  clear: "Compile the pack: it is built from what was signed and filed in the library.",
  find: (facts) => {
    const pack = currentPack(facts);
    if (pack && isFiled(pack)) return [];
    const subject = pack ? packSubject(pack) : cycleSubject(facts);
    return [{ subject, say: `${pack ? `“${pack.name}”` : "The pack"} is not built and filed.` }];
  },
});

/** Built, versioned and in the library: what anything that is sent must be. */
export const isFiled = ({ status, manifestHash, files = [] }: Pack): boolean =>
  status !== "draft" && manifestHash !== undefined && files.length > 0;
