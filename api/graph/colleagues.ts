import { type Client, GraphError, ResponseType } from "@microsoft/microsoft-graph-client";
import { onErrand } from "../errand.ts";
import { statusOf, unavailable } from "./graph-error.ts";

/** The person who asks, as the directory has them. */
export interface Self {
  readonly name: string;
  readonly jobTitle?: string;
  readonly office?: string;
  readonly hasPhoto: boolean;
}

export interface Photo {
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Colleague {
  /** Entra object id. */
  readonly person: string;
  readonly name: string;
  readonly jobTitle?: string;
}

export const NOT_PERMITTED = "not-permitted";
type Permitted<T> = T | typeof NOT_PERMITTED;

/**
 * What Microsoft 365 shows a person of themselves and their colleagues, with their own rights and nobody else's. Each
 * answers `NOT_PERMITTED` where the organisation has not let us ask for them, and throws `unavailable`.
 */
export interface Colleagues {
  self(): Promise<Permitted<Self>>;
  /** A small picture; undefined when there is none, or no such person. */
  photo(person: string): Promise<Permitted<Photo | undefined>>;
  /** Those whose name has words that begin so, ten at most. */
  find(name: string): Promise<Permitted<readonly Colleague[]>>;
}

const MOST = 10;
const LARGEST_PHOTO = 1024 * 1024;
/** A picture or a name is not worth a longer wait. */
const PATIENCE_MS = 5_000;
const pictures = new Set(["image/jpeg", "image/png", "image/gif"]);

/** By the person's own token, got when it is first needed; undefined when there is none to be had. */
export function colleaguesOf(
  token: () => Promise<string | undefined>,
  clientOf: (token: string) => Client,
): Colleagues {
  const asked = async <T>(doing: string, ask: (client: Client) => Promise<T>): Promise<Permitted<T>> => {
    const theirs = await token();
    if (theirs === undefined) return NOT_PERMITTED;
    try {
      return await onErrand({ patience: PATIENCE_MS }, () => ask(clientOf(theirs)));
    } catch (error) {
      if (statusOf(error) === 403) return NOT_PERMITTED;
      throw unavailable(doing, error);
    }
  };
  return {
    self: () => asked("read the profile", readSelf),
    photo: (person) => asked("read a photo", (client) => readPhoto(client, person)),
    find: (name) => asked("find people", (client) => findByName(client, name)),
  };
}

interface User {
  readonly id: string;
  readonly displayName: string | null;
  readonly jobTitle: string | null;
  readonly officeLocation?: string | null;
}

async function readSelf(client: Client): Promise<Self> {
  const [user, hasPhoto] = await Promise.all([
    client.api("/me").select(["id", "displayName", "jobTitle", "officeLocation"]).get() as Promise<User>,
    client
      .api("/me/photo")
      .get()
      .then(() => true)
      .catch(noneAs(false)),
  ]);
  return {
    name: user.displayName ?? "",
    ...(user.jobTitle && { jobTitle: user.jobTitle }),
    ...(user.officeLocation && { office: user.officeLocation }),
    hasPhoto,
  };
}

async function readPhoto(client: Client, person: string): Promise<Photo | undefined> {
  const path = `/users/${encodeURIComponent(person)}/photos/96x96/$value`;
  const answer: Response = await client.api(path).responseType(ResponseType.RAW).get();
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new GraphError(answer.status);
  const type = answer.headers.get("content-type") ?? "";
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return pictures.has(type) && bytes.length <= LARGEST_PHOTO ? { type, bytes } : undefined;
}

async function findByName(client: Client, name: string): Promise<readonly Colleague[]> {
  const words = plainWords(name);
  if (words === "") return [];
  const found: { readonly value: readonly User[] } = await client
    .api("/users")
    .header("ConsistencyLevel", "eventual")
    .search(`"displayName:${words}"`)
    .select(["id", "displayName", "jobTitle"])
    .top(MOST)
    .get();
  return found.value.map(({ id, displayName, jobTitle }) => ({
    person: id,
    name: displayName ?? "",
    ...(jobTitle && { jobTitle }),
  }));
}

/** Nothing that means something in `$search`. */
const plainWords = (name: string): string =>
  name
    .normalize("NFC")
    .replaceAll(/[^\p{L}\p{M}\p{N}'’.-]+/gu, " ")
    .trim();

const noneAs =
  <T>(none: T) =>
  (error: unknown): T => {
    if (statusOf(error) === 404) return none;
    throw error;
  };
