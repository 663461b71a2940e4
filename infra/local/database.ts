import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";

/** SQLite in one file. What a committed transaction wrote survives the process being killed. */
export class Database {
  readonly #file: string;
  readonly #schema: string;
  readonly #statements = new Map<string, StatementSync>();
  #open: DatabaseSync;

  constructor(file: string, schema: string) {
    mkdirSync(dirname(file), { recursive: true });
    this.#file = file;
    this.#schema = schema;
    this.#open = this.#opened();
  }

  #opened(): DatabaseSync {
    const open = new DatabaseSync(this.#file);
    open.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;");
    open.exec(this.#schema);
    return open;
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const prepared = this.#open.prepare(sql);
    if (this.#statements.size < 500) this.#statements.set(sql, prepared);
    return prepared;
  }

  all<T>(sql: string, ...values: SQLInputValue[]): T[] {
    return this.#statement(sql).all(...values) as T[];
  }

  one<T>(sql: string, ...values: SQLInputValue[]): T | undefined {
    return this.#statement(sql).get(...values) as T | undefined;
  }

  /** Answers how many rows changed. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#statement(sql).run(...values).changes);
  }

  /** Statements without values, such as creating an index. */
  define(sql: string): void {
    this.#open.exec(sql);
  }

  /** All or nothing; committed when it returns. */
  transaction<T>(work: () => T): T {
    this.#open.exec("BEGIN IMMEDIATE");
    try {
      const done = work();
      this.#open.exec("COMMIT");
      return done;
    } catch (error) {
      this.#open.exec("ROLLBACK");
      throw error;
    }
  }

  /** Writes everything to another file. */
  copyTo(file: string): void {
    mkdirSync(dirname(file), { recursive: true });
    rmSync(file, { force: true });
    this.#open.prepare("VACUUM INTO ?").run(file);
  }

  /** Goes back to what a copy holds; without one, to nothing. */
  replaceWith(file?: string): void {
    this.close();
    for (const part of ["", "-wal", "-shm"]) rmSync(`${this.#file}${part}`, { force: true });
    if (file) copyFileSync(file, this.#file);
    this.#open = this.#opened();
  }

  close(): void {
    this.#statements.clear();
    this.#open.close();
  }
}
