import { useSearchParams } from "wouter";
import { useMe } from "./me-context.ts";

/** The part of the organisation a page is about, as its address says: `?contract=westshire&service=ashdown`. */
export interface Scope {
  readonly contract?: string;
  readonly service?: string;
}

const names = ["contract", "service"] as const;

export function useScope(): readonly [Scope, (scope: Scope) => void] {
  const [params, setParams] = useSearchParams();
  const { contracts, services } = useMe();
  const contract = params.get("contract") ?? undefined;
  const service = params.get("service") ?? undefined;
  const scope: Scope = {
    ...(contract && contracts.some(({ key }) => key === contract) && { contract }),
    ...(service && services.some(({ key }) => key === service) && { service }),
  };
  const set = (next: Scope) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      for (const name of names) {
        const value = next[name];
        if (value) after.set(name, value);
        else after.delete(name);
      }
      return after;
    });
  return [scope, set];
}

/** An address with the scope carried along. */
export function within(path: string, { contract, service }: Scope): string {
  const words = new URLSearchParams({ ...(contract && { contract }), ...(service && { service }) }).toString();
  return words ? `${path}?${words}` : path;
}
