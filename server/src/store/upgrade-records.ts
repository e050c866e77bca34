import type { BattleConfig, BattleResult, CoHostRequest, LiveInfo } from 'live-battles/core';
import { apply, emptySlice, type BattleRecord, type LiveRecord, type RuleEvent } from 'live-battles/referee';
import type { Sqlite } from './open-sqlite.js';

const liveInfo = {
  notice: '',
  backgroundUrl: '',
  categoryList: [],
  activityStatus: 0,
  isSeatEnabled: true,
  keepOwnerOnSeat: true,
  maxSeatCount: 9,
  seatMode: 'apply',
  seatLayoutTemplate: 600,
} as const satisfies Partial<LiveInfo>;

const config = {
  extraTime: 0,
  multipliers: [],
  teams: null,
  rematchWindow: 0,
} as const satisfies Partial<BattleConfig>;

const battle = {
  extraTimeStartedAt: null,
  rematchEndsAt: null,
  rematchUserIds: [],
  rematchDeclinedBy: null,
  contributors: {},
} as const satisfies Partial<BattleRecord>;

/** Gives records from before seats, guests, teams and rematches what the rules expect to find there; the ledger too. */
export function completeRecords(db: Sqlite): void {
  rewrite(db, 'lives', 'live_id', (record: LiveRecord) => {
    const info = { ...liveInfo, ...record.info };
    const begun = apply(emptySlice, { at: info.createdAt, type: 'live-created', info }).lives[info.liveId];
    return { ...begun, ...record, info };
  });
  rewrite(db, 'requests', 'request_id', (request: CoHostRequest) => ({
    ...request,
    battle: request.battle && { ...config, ...request.battle },
  }));
  rewrite(db, 'battles', 'battle_id', completeBattle);
  // A ledger may be large, and nearly all of it are score events.
  rewrite(db, 'ledger', 'sequence', completeEvent, `battle_id IS NOT NULL AND type <> 'score-added'`);
}

/** Counts challenges from now on, and takes whoever asks for a seat to be there. */
export function completeLives(db: Sqlite): void {
  rewrite(db, 'lives', 'live_id', (live: LiveRecord) => ({
    ...{ challengedAt: [] },
    ...live,
    guestRequests: live.guestRequests.map((request) => ({ ...{ guestLostAt: null }, ...request })),
  }));
}

/**
 * A link's `seats` became its `lives`, and a battle's `sides` its `members`. Personal documents got revisions of their own:
 * they go on where the common ones were, so that no page takes the next for an old one.
 */
export function renameParts(db: Sqlite): void {
  rewrite(db, 'lives', 'live_id', (live: LiveRecord) => ({ ...live, personalRevision: live.revision }));
  // For whom and how much an event counted was not kept: those rows stay null.
  for (const column of ['user_id TEXT', 'points INTEGER', 'total INTEGER']) {
    db.exec(`ALTER TABLE counted_events ADD COLUMN ${column}`);
  }
  rewrite(db, 'links', 'link_id', (link: object) => renamed(link, 'seats', 'lives'));
  rewrite(db, 'battles', 'battle_id', (record: object) => renamed(record, 'sides', 'members'));
  const rename = (event: { battle: object }): object => ({
    ...event,
    battle: renamed(event.battle, 'sides', 'members'),
  });
  rewrite(db, 'ledger', 'sequence', rename, "type = 'battle-requested'");
}

function renamed(record: object, from: string, to: string): object {
  const { [from]: value, ...rest } = record as Record<string, unknown>;
  return value === undefined ? record : { ...rest, [to]: value };
}

function completeBattle(record: BattleRecord): BattleRecord {
  const result = record.result && completeResult(record.result);
  return { ...battle, ...record, config: { ...config, ...record.config }, result };
}

/** Streaks count from the upgrade on. */
function completeResult(result: BattleResult): BattleResult {
  const standings = result.standings.map((standing) => ({ ...{ winStreak: 0 }, ...standing }));
  return { ...{ teams: [], mvp: null }, ...result, standings };
}

/** Those of battles, which are replayed. Where a battle was shown was not told then. */
function completeEvent(event: RuleEvent): RuleEvent {
  switch (event.type) {
    case 'battle-requested':
      return { ...event, battle: completeBattle(event.battle) };
    case 'countdown-started':
    case 'battle-started':
      return { ...{ shownIn: [] }, ...event };
    case 'battle-ended':
      return { ...event, result: completeResult(event.result) };
    default:
      return event;
  }
}

function rewrite(
  db: Sqlite,
  table: string,
  key: string,
  complete: (record: never) => object,
  condition = 'TRUE',
): void {
  const update = db.prepare(`UPDATE ${table} SET json = ? WHERE ${key} = ?`);
  const rows = db.prepare(`SELECT ${key} AS id, json FROM ${table} WHERE ${condition}`).all();
  for (const { id, json } of rows as { id: string | number; json: string }[]) {
    update.run(JSON.stringify(complete(JSON.parse(json) as never)), id);
  }
}
