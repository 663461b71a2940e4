import type { TrailEvent } from "#domain/audit/audit-event.ts";
import type { Register, Row } from "#domain/register/register.ts";

export interface LateParts {
  /** Registers whose rows carry the event of their last change. */
  readonly kept: readonly Register[];
  rowsOf(register: Register): readonly Row[];
  rowOf(slug: string, key: string): Row | undefined;
  /** Whether the trail has this event, asked of SharePoint. */
  isThere(event: string): Promise<boolean>;
  tell(register: Register, row: Row): Promise<void>;
}

/**
 * Finds rows whose audit event a crash left out, however long ago, and adds it. Events that are read in passing say which
 * rows are told; only for a row nobody spoke of is the trail asked.
 */
export class LateEvents {
  readonly #parts: LateParts;
  #told = new Set<string>();

  constructor(parts: LateParts) {
    this.#parts = parts;
  }

  heard({ key, register, rowKey }: TrailEvent): void {
    if (this.#parts.rowOf(register, rowKey)?.auditEvent === key) this.#told.add(key);
  }

  /** To be called when both the rows and the trail have just been read. Answers how many events it added. */
  async addMissing(): Promise<number> {
    const { kept, rowsOf, isThere, tell } = this.#parts;
    const current = new Set<string>();
    let added = 0;
    for (const register of kept)
      for (const row of rowsOf(register)) {
        current.add(row.auditEvent);
        if (row.auditEvent === "" || this.#told.has(row.auditEvent) || (await isThere(row.auditEvent))) continue;
        await tell(register, row);
        added += 1;
      }
    this.#told = current;
    return added;
  }
}
