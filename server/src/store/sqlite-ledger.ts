import { countedEventOf, type LedgerEntry, type RuleEvent } from 'live-battles/referee';
import type { Sqlite } from './open-sqlite.js';

/** An event sets either `points` or `total`. */
interface CountedColumns {
  userId: string;
  points: number;
  total: number;
}

/** All events in order, and which score events have counted. */
export class SqliteLedger {
  readonly #statements;

  constructor(db: Sqlite) {
    this.#statements = {
      add: db.prepare('INSERT INTO ledger (battle_id, at, type, json) VALUES (?, ?, ?, ?)'),
      // A second row for an event would count a score twice. The primary key makes the whole transaction fail instead.
      count: db.prepare(
        'INSERT INTO counted_events (battle_id, event_id, user_id, points, total) VALUES (?, ?, ?, ?, ?)',
      ),
      ofBattle: db.prepare('SELECT sequence, json FROM ledger WHERE battle_id = ? ORDER BY sequence'),
    };
  }

  add(event: RuleEvent): void {
    this.#statements.add.run(battleIdOf(event), event.at, event.type, JSON.stringify(event));
    const counts = countedEventOf(event);
    if (counts) {
      const { userId = null, points = null, total = null } = { ...counts.counted } as Partial<CountedColumns>;
      this.#statements.count.run(counts.battleId, counts.eventId, userId, points, total);
    }
  }

  ofBattle(battleId: string): readonly LedgerEntry[] {
    const rows = this.#statements.ofBattle.all(battleId) as { sequence: number; json: string }[];
    return rows.map(({ sequence, json }) => ({ sequence, event: JSON.parse(json) as RuleEvent }));
  }
}

function battleIdOf(event: RuleEvent): string | null {
  if (event.type === 'battle-requested') return event.battle.battleId;
  return 'battleId' in event ? event.battleId : null;
}
