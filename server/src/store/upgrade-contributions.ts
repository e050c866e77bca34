import type { RuleEvent } from 'live-battles/referee';
import type { Sqlite } from './open-sqlite.js';

type ScoreAdded = Extract<RuleEvent, { type: 'score-added' }>;

/**
 * Adds name, picture and `since` to contributions. They come from the last gift, for battles that are not over: later
 * nobody reads them.
 */
export function completeContributions(db: Sqlite): void {
  const nobody = JSON.stringify({ userName: '', avatarUrl: '' });
  db.exec(`ALTER TABLE contributions ADD COLUMN json TEXT NOT NULL DEFAULT '${nobody}'`);
  db.exec('ALTER TABLE contributions ADD COLUMN since INTEGER NOT NULL DEFAULT 0');
  const update = db.prepare(
    'UPDATE contributions SET json = ?, since = ? WHERE battle_id = ? AND user_id = ? AND giver_id = ?',
  );
  const gifts = db
    .prepare(
      `SELECT json FROM ledger WHERE type = 'score-added'
         AND battle_id IN (SELECT battle_id FROM battles WHERE is_active = 1) ORDER BY sequence`,
    )
    .all() as { json: string }[];
  // A battle begins with version 1, and these versions knew no other score events.
  const versions = new Map<string, number>();
  for (const { json } of gifts) {
    const { battleId, userId, contributor } = JSON.parse(json) as ScoreAdded;
    const version = (versions.get(battleId) ?? 1) + 1;
    versions.set(battleId, version);
    if (!contributor) continue;
    const { userId: giverId, ...shown } = contributor;
    update.run(JSON.stringify(shown), version, battleId, userId, giverId);
  }
}
