import { columnsLacking, type LackingHeadings, lackingHeadings } from "#domain/imports/missing-columns.ts";
import { shippedProfiles } from "#domain/imports/shipped-profiles.ts";
import type { Store } from "#domain/ports.ts";
import { imports } from "#domain/registers/imports.ts";
import type { Missing } from "./blocked.ts";
import { currentSnapshot } from "./current-data.ts";

/** Headings that the data as it stands now lacks, by profile. */
export const headingsMissingNow = (store: Store): LackingHeadings =>
  lackingHeadings(store.all(imports), currentSnapshot(store).files);

/** Columns that figures of the data as it stands now cannot be worked out from. */
export const columnsMissingNow = (store: Store): Missing => columnsLacking(headingsMissingNow(store), shippedProfiles);
