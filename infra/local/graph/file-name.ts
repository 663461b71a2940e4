import { GraphError, invalidRequest } from "./graph-error.ts";

const LONGEST_PATH = 400;
const illegal = /["*:<>?/\\|]|\p{Cc}/u;
const reserved = /^(?:\.lock|con|prn|aux|nul|com\d|lpt\d|desktop\.ini|~\$.*|.*_vti_.*)$/i;

/** Holds a file or folder to SharePoint's rules for names. Throws invalidRequest. */
export function checkFileName(name: string): void {
  if (name === "" || illegal.test(name) || reserved.test(name) || /^[\s]|[\s.]$/.test(name)) {
    throw invalidRequest("The provided name cannot contain the following characters or is not a legal name.");
  }
}

/** Throws pathIsTooLong. */
export function checkPathLength(names: readonly string[]): void {
  if (names.join("/").length > LONGEST_PATH) {
    throw new GraphError(400, "pathIsTooLong", `The path is longer than ${LONGEST_PATH} characters.`);
  }
}

/** The n-th other name for a file whose name is taken: `report.pdf`, 1 → `report 1.pdf`. */
export function otherName(name: string, n: number): string {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? `${name.slice(0, dot)} ${n}${name.slice(dot)}` : `${name} ${n}`;
}
