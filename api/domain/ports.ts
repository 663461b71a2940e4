import type { Instant } from "./day.ts";
import type { Person } from "./people/person.ts";
import type { Answers, Register, Row } from "./register/register.ts";

/** The injected clock; nothing else knows what time it is. */
export type Clock = () => Instant;

/** 26 characters, `a-z0-9`, sortable by when they were made. Seeded in `cycle`, random in production. */
export type NewId = () => string;

/** Who does it and what it is called in the audit trail, e.g. `{ by, did: "accept" }`. `system` acts for nobody. */
export interface Act {
  readonly by: Person | "system";
  /** The audit event's name, `thing.verb`, e.g. `action.accept`. */
  readonly did: `${string}.${string}`;
  readonly reason?: string;
  /** For a move: where the row stood and stands now. Written to the row's own history. */
  readonly from?: string;
  readonly to?: string;
}

/**
 * Rows of every register. Reads come from the replica in memory and never wait; they are not limited by anybody's scope,
 * so only rules use them directly: what a person is shown comes through {@link Rows}.
 */
export interface Store {
  all<R extends Register>(register: R): readonly Row<R>[];
  one<R extends Register>(register: R, key: string): Row<R> | undefined;
  /** Read again from SharePoint, for a decision that must not be stale. */
  fresh<R extends Register>(register: R, key: string): Promise<Row<R> | undefined>;
  /**
   * Creates a row once. The same key twice is the same row: the first one stays as it is and is answered
   * (`created: false`). Checks the answers first; throws `invalid` with every problem.
   */
  add<R extends Register>(
    register: R,
    key: string,
    answers: Answers<R>,
    act: Act,
  ): Promise<{ row: Row<R>; created: boolean }>;
  /**
   * Changes the named fields of a row; `null` empties one. Throws `conflict` with `details: { theirs }` when the
   * etag is no longer the row's, and `not-found`.
   */
  change<R extends Register>(
    register: R,
    key: string,
    etag: string,
    changes: { readonly [K in keyof Answers<R>]?: Answers<R>[K] | null },
    act: Act,
  ): Promise<Row<R>>;
}

/** The same rows as one person may see and change them: lists are filtered, single rows out of scope are not there. */
export type Rows = Store;

/** A file in one of the libraries, addressed by path. */
export interface StoredFile {
  readonly path: string;
  readonly size: number;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly hash: string;
}

export const libraries = ["Source files", "Data", "Evidence", "Packs", "Governance file"] as const;
export type Library = (typeof libraries)[number];

/** Files in SharePoint, immutable: a path is written once. Bytes read back are checked against the hash. */
export interface Files {
  /** Writes once: when the path is there with the same bytes nothing happens; with other bytes it throws `conflict`. */
  put(library: Library, path: string, bytes: Uint8Array | { readonly local: string }): Promise<StoredFile>;
  /** The bytes; throws `not-found`. */
  get(library: Library, path: string): Promise<Uint8Array>;
  /** A copy on the local disk, kept by hash so that it is fetched once; for files too large to hold in memory. */
  local(library: Library, path: string): Promise<string>;
  /** What a folder holds, paths from the library's root; an absent folder holds nothing. */
  list(library: Library, folder: string): Promise<readonly { readonly path: string; readonly size: number }[]>;
}

/** Once-only keys: an empty file in `Claims`, created or not. */
export interface Claims {
  /** True when this process now holds the key, until `leaseMinutes` from now. Taking over a lapsed lease also answers true. */
  take(key: string, leaseMinutes: number): Promise<boolean>;
}

/** Keys that never leave the outside. All answers are lower-case hex unless said otherwise. */
export interface Keys {
  /** Id of the pseudonym key, stamped on every `Data` file. */
  readonly pseudonymKeyId: string;
  /** The key itself, for the import engine alone: 64 hex characters. */
  pseudonymKey(): string;
  /** HMAC-SHA-256 seal of canonical text, for rows that carry authority. */
  seal(text: string): string;
  /** SHA-256 fingerprint of the signing key's public half (DER). */
  readonly fingerprint: string;
  /** SPKI PEM. */
  readonly publicKey: string;
  /** RS256 signature, base64. */
  sign(bytes: Uint8Array): Promise<string>;
}
