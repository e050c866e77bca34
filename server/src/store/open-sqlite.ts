import Database from 'libsql';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

export type Sqlite = Database.Database;

/** Opens or makes a database. A committed transaction survives a loss of power. */
export function openSqlite(path: string): Sqlite {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  // Milliseconds to wait for a lock: no other process writes for long, and the wait blocks the whole server.
  const db = new Database(path, { timeout: 1000 });
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  return db;
}
