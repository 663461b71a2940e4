const neverSent = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

/** Says what a failed sending means: refused or never left is `unreachable`; anything else may have arrived. */
export function deliveryOf(error: unknown): "unknown" | "unreachable" {
  const { statusCode, code } = detailsOf(error);
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500 && statusCode !== 408) return "unreachable";
  return code !== undefined && neverSent.has(code) ? "unreachable" : "unknown";
}

function detailsOf(error: unknown): { readonly statusCode?: number; readonly code?: string } {
  if (typeof error !== "object" || error === null) return {};
  const { statusCode, code, cause, message } = error as Readonly<Record<string, unknown>>;
  const inner = detailsOf(cause);
  const named = typeof message === "string" ? [...neverSent].find((each) => message.includes(each)) : undefined;
  const found = typeof code === "string" && neverSent.has(code) ? code : (named ?? inner.code);
  return {
    ...(typeof statusCode === "number"
      ? { statusCode }
      : inner.statusCode === undefined
        ? {}
        : { statusCode: inner.statusCode }),
    ...(found === undefined ? {} : { code: found }),
  };
}
