import fc from "fast-check";

/** Pieces that mean something to OData, addresses, paths or headers. */
const pieces = fc.constantFrom(
  ..."' '' \" & # ? % %27 %2527 + = / \\ ; , ( ) $ @ : .. // \n \r \0 \t".split(" "),
  " ",
  "' or 1 eq 1",
  "') or startswith(fields/key,'",
  "fields/key",
  "$filter=",
  "&$top=999",
  "/../../",
  "\u2019",
  "\uff07",
  "\u0000",
  "\ud800",
  "\udfff",
  "é",
  "e\u0301",
  "💥",
  "null",
);

/** Text somebody might type to break out of a filter, an address or a path; not always well-formed Unicode. */
export const hostile: fc.Arbitrary<string> = fc
  .array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 6 })), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join("").slice(0, 100));
