import type { Sqlite } from './open-sqlite.js';
import { completeContributions } from './upgrade-contributions.js';
import { completeLives, completeRecords, renameParts } from './upgrade-records.js';

/** Each entry upgrades a file by one version. Records are JSON; only what a query looks for has its own column. */
const steps: readonly (string | ((db: Sqlite) => void))[] = [
  `CREATE TABLE lives (
     live_id TEXT PRIMARY KEY,
     created_at INTEGER NOT NULL,
     is_running INTEGER NOT NULL,
     is_listed INTEGER NOT NULL,
     is_host_lost INTEGER NOT NULL,
     json TEXT NOT NULL
   ) STRICT;
   CREATE INDEX lives_running ON lives (live_id) WHERE is_running = 1;
   CREATE INDEX lives_listed ON lives (created_at DESC, live_id) WHERE is_listed = 1;
   CREATE INDEX lives_host_lost ON lives (live_id) WHERE is_host_lost = 1;

   CREATE TABLE links (link_id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT;

   CREATE TABLE battles (battle_id TEXT PRIMARY KEY, is_active INTEGER NOT NULL, json TEXT NOT NULL) STRICT;
   CREATE INDEX battles_active ON battles (battle_id) WHERE is_active = 1;

   CREATE TABLE requests (
     request_id TEXT PRIMARY KEY,
     inviter_live_id TEXT NOT NULL,
     invitee_live_id TEXT NOT NULL,
     json TEXT NOT NULL
   ) STRICT;
   CREATE INDEX requests_inviter ON requests (inviter_live_id);
   CREATE INDEX requests_invitee ON requests (invitee_live_id);

   CREATE TABLE ledger (
     sequence INTEGER PRIMARY KEY AUTOINCREMENT,
     battle_id TEXT,
     at INTEGER NOT NULL,
     type TEXT NOT NULL,
     json TEXT NOT NULL
   ) STRICT;
   CREATE INDEX ledger_battle ON ledger (battle_id, sequence) WHERE battle_id IS NOT NULL;

   CREATE TABLE counted_events (
     battle_id TEXT NOT NULL,
     event_id TEXT NOT NULL,
     PRIMARY KEY (battle_id, event_id)
   ) STRICT, WITHOUT ROWID;`,

  `CREATE TABLE contributions (
     battle_id TEXT NOT NULL,
     user_id TEXT NOT NULL,
     giver_id TEXT NOT NULL,
     points INTEGER NOT NULL,
     PRIMARY KEY (battle_id, user_id, giver_id)
   ) STRICT, WITHOUT ROWID;`,

  // Lives now also wait for lost guests and open seat requests, not only for lost hosts.
  `DROP INDEX lives_host_lost;
   ALTER TABLE lives RENAME COLUMN is_host_lost TO is_waited_for;
   CREATE INDEX lives_waited_for ON lives (live_id) WHERE is_waited_for = 1;`,

  completeRecords,

  (db) => {
    renameParts(db);
    completeLives(db);
    completeContributions(db);
  },
];

/** Makes the tables, or upgrades those of an earlier version. @throws Error when the file has a later version. */
export function migrate(db: Sqlite): void {
  const [row] = db.prepare('PRAGMA user_version').all() as { user_version: number }[];
  const found = row?.user_version ?? 0;
  if (found > steps.length) {
    throw new Error(`the database has schema version ${found}, this server knows ${steps.length}: use a newer server`);
  }
  for (const [index, step] of steps.entries()) {
    if (index < found) continue;
    db.exec('BEGIN IMMEDIATE');
    if (typeof step === 'string') db.exec(step);
    else step(db);
    db.exec(`PRAGMA user_version = ${index + 1}; COMMIT`);
  }
}
