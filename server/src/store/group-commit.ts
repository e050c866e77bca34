import type { Sqlite } from './open-sqlite.js';

interface Job {
  run: () => void;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * Runs pieces of work one after another, each all or nothing. Work that came in at the same moment is committed
 * together, so that the disk is waited for only once.
 */
export class GroupCommit {
  #jobs: Job[] = [];
  readonly #begin;
  readonly #commit;
  readonly #save;
  readonly #keep;

  constructor(private readonly db: Sqlite) {
    this.#begin = db.prepare('BEGIN IMMEDIATE');
    this.#commit = db.prepare('COMMIT');
    this.#save = db.prepare('SAVEPOINT job');
    this.#keep = db.prepare('RELEASE job');
  }

  /** Resolves with the work's value once it is on the disk. Rejects when none of it is. */
  async add<T>(work: () => T): Promise<T> {
    let value!: T;
    const run = (): void => {
      value = work();
    };
    await new Promise<void>((resolve, reject) => {
      if (this.#jobs.push({ run, resolve, reject }) === 1) setImmediate(() => this.flush());
    });
    return value;
  }

  /** Commits the waiting work. It runs without `await`, so that no other code of this process runs in between. */
  flush(): void {
    const jobs = this.#jobs;
    this.#jobs = [];
    if (jobs.length === 0) return;
    try {
      this.#begin.run();
      const done = jobs.filter((job) => this.#runJob(job));
      this.#commit.run();
      for (const { resolve } of done) resolve();
    } catch (error) {
      if (this.db.inTransaction) this.db.exec('ROLLBACK');
      for (const { reject } of jobs) reject(error);
    }
  }

  #runJob({ run, reject }: Job): boolean {
    this.#save.run();
    try {
      run();
    } catch (error) {
      this.db.exec('ROLLBACK TO job; RELEASE job');
      reject(error);
      return false;
    }
    this.#keep.run();
    return true;
  }
}
