import { type OriginalStanding, originalsDue, originalsStanding } from "#domain/governance/originals-due.ts";
import { cycles } from "#domain/registers/cycles.ts";
import { type Import, imports } from "#domain/registers/imports.ts";
import { personalData } from "#domain/registers/personal-data.ts";
import type { Outside } from "../outside.ts";
import { forgetOriginal } from "../records/forget-original.ts";

const LEASE_MINUTES = 30;

/** Where every original stands, and which would be erased now. Erases nothing. */
export function dueForErasure({ store, clock }: Pick<Outside, "store" | "clock">) {
  const standing = originalsStanding(store.all(imports), store.all(cycles), store.all(personalData));
  return { standing, due: originalsDue(standing, clock()) };
}

/** Erases the originals whose time is over, each with a certificate in the personal data log. Cut off, it goes on. */
export async function eraseDue(outside: Outside): Promise<void> {
  const { due } = dueForErasure(outside);
  if (due.length === 0 || !(await outside.claims.take("erase-due", LEASE_MINUTES))) return;
  for (const each of due) await eraseOne(outside, each);
}

async function eraseOne(outside: Outside, { import: key }: OriginalStanding): Promise<void> {
  const row = outside.store.one(imports, key);
  if (row) await eraseOriginal(outside, row, { reason: "90 days after the last cycle it served was closed" });
}

/** Erases one original and the list of its rejected rows, and certifies it. The certificate's key makes it once only. */
export async function eraseOriginal(
  outside: Outside,
  { key, fileHash, sourcePath, rejectsPath }: Import,
  { reason, ask }: { readonly reason: string; readonly ask?: string },
): Promise<void> {
  const { store, sharePoint, clock } = outside;
  const paths = [sourcePath, rejectsPath].filter((path) => path !== undefined);
  for (const path of paths) await sharePoint.eraseFile("Source files", path);
  await forgetOriginal(outside, fileHash);
  const done = paths.map((path) => ({ what: "erased" as const, path, ...(path === sourcePath && { hash: fileHash }) }));
  await store.add(
    personalData,
    `${key}.original-erased`,
    { kind: "erasure", about: "original", subject: key, reason, at: clock(), done, ...(ask && { ask }) },
    { by: "system", did: "original.certify-erasure" },
  );
  const now = store.one(imports, key);
  if (now && now.originalErasedAt === undefined)
    await store.change(
      imports,
      key,
      now.etag,
      { originalErasedAt: clock(), rejectsPath: null },
      { by: "system", did: "import.erase-original", reason },
    );
}
