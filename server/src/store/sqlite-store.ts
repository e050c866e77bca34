import type { LiveInfo, LivePage } from 'live-battles/core';
import {
  changedContributions,
  changesOf,
  doWork,
  liveCursor,
  loadSlice,
  readLiveCursor,
  type BattleRecord,
  type LedgerEntry,
  type LiveRecord,
  type Scope,
  type Slice,
  type Store,
  type Work,
} from 'live-battles/referee';
import { GroupCommit } from './group-commit.js';
import { openSqlite, type Sqlite } from './open-sqlite.js';
import { SqliteLedger } from './sqlite-ledger.js';
import { SqliteRecords } from './sqlite-records.js';
import { migrate } from './sqlite-schema.js';

/** Keeps all records and the ledger in one SQLite file. When `transact` resolves, its changes are on the disk. */
export class SqliteStore implements Store {
  readonly #db: Sqlite;
  readonly #records: SqliteRecords;
  readonly #ledger: SqliteLedger;
  readonly #commits: GroupCommit;
  readonly #statements;

  constructor(path: string) {
    const db = openSqlite(path);
    migrate(db);
    this.#db = db;
    this.#records = new SqliteRecords(db);
    this.#ledger = new SqliteLedger(db);
    this.#commits = new GroupCommit(db);
    this.#statements = {
      listed: db.prepare(
        `SELECT json FROM lives WHERE is_listed = 1 AND (created_at < ? OR (created_at = ? AND live_id > ?))
         ORDER BY created_at DESC, live_id LIMIT ?`,
      ),
      running: db.prepare('SELECT live_id FROM lives WHERE is_running = 1'),
      waitedFor: db.prepare('SELECT live_id FROM lives WHERE is_waited_for = 1'),
      asked: db.prepare('SELECT inviter_live_id AS live_id FROM requests UNION SELECT invitee_live_id FROM requests'),
      activeBattles: db.prepare('SELECT json FROM battles WHERE is_active = 1'),
    };
  }

  async transact<T>(scope: Scope, work: (slice: Slice) => Work<T>): Promise<T> {
    return await this.#commits.add(() => {
      const { before, slice, events, value } = doWork(this.#records, scope, work);
      for (const change of changesOf(before, slice)) this.#records.write(change);
      for (const contribution of changedContributions(before, slice)) this.#records.give(contribution);
      for (const event of events) this.#ledger.add(event);
      return value;
    });
  }

  async read(scope: Scope): Promise<Slice> {
    return loadSlice(this.#records, scope);
  }

  async listLives({ cursor, count }: { cursor: string; count: number }): Promise<LivePage> {
    const after = readLiveCursor(cursor) ?? { createdAt: Number.MAX_SAFE_INTEGER, liveId: '' };
    // One row more than asked for shows whether there is a next page.
    const rows = this.#statements.listed.all(after.createdAt, after.createdAt, after.liveId, count + 1);
    const lives = rows.slice(0, count).map((row): LiveInfo => (JSON.parse(jsonOf(row)) as LiveRecord).info);
    const last = lives.at(-1);
    return { lives, cursor: last && rows.length > count ? liveCursor(last) : '' };
  }

  async runningLiveIds(): Promise<readonly string[]> {
    return this.#statements.running.all().map(liveIdOf);
  }

  async pendingScopes(): Promise<readonly Scope[]> {
    const battles = this.#statements.activeBattles.all().map((row) => JSON.parse(jsonOf(row)) as BattleRecord);
    const liveIds = new Set([
      ...this.#statements.waitedFor.all().map(liveIdOf),
      ...this.#statements.asked.all().map(liveIdOf),
      ...battles.flatMap(({ members }) => members.filter(({ exited }) => !exited).map(({ liveId }) => liveId)),
    ]);
    return [...liveIds].map((liveId) => ({ liveIds: [liveId] }));
  }

  async ledger(battleId: string): Promise<readonly LedgerEntry[]> {
    return this.#ledger.ofBattle(battleId);
  }

  /** Commits the waiting work, and closes the file. */
  close(): void {
    this.#commits.flush();
    this.#db.close();
  }
}

function jsonOf(row: unknown): string {
  return (row as { json: string }).json;
}

function liveIdOf(row: unknown): string {
  return (row as { live_id: string }).live_id;
}
