/** What a replica saw that nobody of ours did. */
export interface Oddity {
  readonly register: string;
  readonly key: string;
  readonly what: "changed-outside" | "deleted-outside" | "seal-broken" | "no-key" | "key-twice";
}
