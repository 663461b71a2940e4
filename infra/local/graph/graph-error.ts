/** A refusal as Graph answers it: `{"error":{"code","message"}}`. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export const invalidRequest = (message: string): GraphError => new GraphError(400, "invalidRequest", message);
export const notFound = (message = "The resource could not be found."): GraphError =>
  new GraphError(404, "itemNotFound", message);
export const nameTaken = (message = "The specified item name already exists."): GraphError =>
  new GraphError(409, "nameAlreadyExists", message);
export const accessDenied = (message = "Access denied"): GraphError => new GraphError(403, "accessDenied", message);
/** Loud, so that nobody takes silence for support. */
export const notImplemented = (what: string): GraphError =>
  new GraphError(501, "notImplemented", `The local Microsoft Graph does not serve ${what}.`);
