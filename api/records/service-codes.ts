import type { Store } from "#domain/ports.ts";
import { profiles } from "#domain/registers/profiles.ts";
import { services } from "#domain/registers/services.ts";

/** What each source product calls a service → the service's key, from the confirmed mappings. */
export function serviceCodes(store: Store): Readonly<Record<string, string>> {
  const keys = new Set(store.all(services).map(({ key }) => key));
  const codes = store
    .all(profiles)
    .filter(({ status }) => status === "confirmed")
    .flatMap((profile) => profile.codes ?? [])
    .filter(({ means }) => keys.has(means));
  return Object.fromEntries(codes.map(({ value, means }) => [value, means]));
}
