import { check } from "./check.ts";
import { isFiled } from "./pack-not-filed.ts";
import { packSubject } from "./subjects.ts";

export const packUnversioned = check({
  id: "pack.unversioned",
  blocks: "submit",
  severity: "blocking",
  finds: "Something was sent that is not a filed, versioned pack.",
  why: "Nobody could show later what the commissioner was given.",
  acts: "contracts-manager",
  clear: "File the pack that was sent as a version, or send the filed one and tell the commissioner which counts.",
  find: ({ packs }) =>
    packs
      .filter((pack) => (pack.submittedAt !== undefined || pack.status === "submitted") && !isFiled(pack))
      .map((pack) => ({ subject: packSubject(pack), say: `“${pack.name}” was sent but is not filed as a version.` })),
});
