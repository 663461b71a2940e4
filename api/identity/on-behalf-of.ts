import {
  AuthError,
  type ConfidentialClientApplication,
  InteractionRequiredAuthError,
  ServerError,
} from "@azure/msal-node";
import { LineOfSightError } from "#domain/errors.ts";
import { GRAPH_SCOPE } from "./graph-token.ts";
import { remembering } from "./remembering.ts";

/** A person's own token for Graph, for the verified token they asked us with; undefined where Entra was not told to allow it. */
export type OnBehalfOf = (assertion: string) => Promise<string | undefined>;

const LONGEST_WAIT_MS = 10_000;
const ASKED_AGAIN_MS = 60_000;
/** Entra's numbers for a permission nobody has agreed to, and for one that somebody withdrew. */
const notAgreed = new Set(["65001", "65004", "90094"]);

/**
 * Exchanges people's tokens for theirs at Graph (OAuth 2.0 on-behalf-of). A new client each time, because MSAL keeps every
 * token a client ever got; what is kept is kept by {@link remembering}. Throws `unavailable` with Entra's code alone:
 * neither token is in any error.
 */
export function onBehalfOf(
  client: () => Pick<ConfidentialClientApplication, "acquireTokenOnBehalfOf">,
  now: () => number = () => Date.now(),
): OnBehalfOf {
  return remembering(async (assertion) => {
    try {
      const asked = client().acquireTokenOnBehalfOf({ oboAssertion: assertion, scopes: [GRAPH_SCOPE] });
      const answer = await within(LONGEST_WAIT_MS, asked);
      return { value: answer?.accessToken, until: answer?.expiresOn?.getTime() ?? now() };
    } catch (error) {
      if (isNotAgreed(error)) return { value: undefined, until: now() + ASKED_AGAIN_MS };
      throw unavailable(error);
    }
  }, now);
}

const isNotAgreed = (error: unknown): boolean =>
  error instanceof InteractionRequiredAuthError || notAgreed.has(numberOf(error));

/** MSAL types it as text and hands on the number that Entra sent. */
const numberOf = (error: unknown): string => (error instanceof ServerError ? String(error.errorNo ?? "") : "");

/** No cause: MSAL's errors may quote what was sent. */
const unavailable = (error: unknown) =>
  new LineOfSightError(
    "unavailable",
    "Microsoft 365 did not answer for you. Nothing was lost: try again in a minute.",
    {
      facts: {
        doing: "on-behalf-of",
        ...(error instanceof AuthError && { code: error.errorCode }),
        ...(numberOf(error) && { number: numberOf(error) }),
      },
    },
  );

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error("Entra did not answer in time.")), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
