import { beginning, type TrailEvent } from "./audit-event.ts";

/** A row as the app found it in SharePoint: its id, version and fingerprint, not what it says. */
export interface RowPrint {
  readonly register: string;
  readonly key: string;
  readonly etag: string;
  /** Key of the event of its last change. */
  readonly event: string;
  /** SHA-256 of the row's canonical answers. */
  readonly payloadHash: string;
  /** What the app saw that nobody of ours did. */
  readonly odd?: string;
}

const saysOdd: Readonly<Record<string, string>> = {
  "changed-outside": "was last changed by somebody other than the app",
  "seal-broken": "has a broken seal",
  "no-key": "was added by somebody other than the app",
  "key-twice": "is there twice",
  "deleted-outside": "was removed past the app",
};

/** Compares rows with the last event of each. Events are taken one by one; nothing of them is kept but what rows name. */
export class RowCheck {
  readonly #rows: ReadonlyMap<string, RowPrint>;
  readonly #waiting: Map<string, RowPrint>;
  readonly #erased = new Set<string>();
  readonly #seen = new Set<string>();
  readonly #faults: string[] = [];

  constructor(rows: readonly RowPrint[]) {
    this.#rows = new Map(rows.map((row) => [idOf(row.register, row.key), row]));
    this.#waiting = new Map(rows.filter(({ event }) => event !== "").map((row) => [row.event, row]));
    for (const row of rows) if (row.odd) this.#faults.push(say(row, saysOdd[row.odd] ?? "is not as the app left it"));
  }

  take(event: TrailEvent): void {
    if (event.payloadHash === beginning) return;
    const id = idOf(event.register, event.rowKey);
    if (event.did.endsWith(".erase")) this.#erased.add(id);
    else if (!this.#rows.has(id)) this.#seen.add(id);
    const row = this.#waiting.get(event.key);
    if (!row) return;
    this.#waiting.delete(event.key);
    if (id !== idOf(row.register, row.key)) this.#faults.push(say(row, "names an entry about another row"));
    else if (event.payloadHash !== row.payloadHash)
      this.#faults.push(say(row, "does not say what its last entry recorded: it was changed past the app"));
    else if (event.rowEtag !== row.etag)
      this.#faults.push(say(row, "is not the version its last entry recorded: it was written to past the app"));
  }

  faults(): readonly string[] {
    const unknown = [...this.#waiting.values()].map((row) => say(row, "names an entry that is not in the trail"));
    const gone = [...this.#seen]
      .filter((id) => !this.#erased.has(id))
      .map((id) => `The row ${id} was removed past the app.`);
    return [...this.#faults, ...unknown, ...gone];
  }
}

const idOf = (register: string, key: string): string => `${register}/${key}`;

const say = ({ register, key }: RowPrint, what: string): string => `The row ${idOf(register, key)} ${what}.`;
