import canonicalize from "canonicalize";

/** The one way to write a value as JSON (RFC 8785): sorted keys, no spaces, no line end. */
export function canonicalText(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("Only an object can be written as canonical JSON.");
  return text;
}
