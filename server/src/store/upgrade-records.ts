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
  contributors: {},
} as const satisfies Partial<BattleRecord>;

/** Adds the fields for seats, guests, teams and rematches to older records, and to the events of the ledger. */
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
  // Score events need no new fields. They are left out because they are nearly all of a ledger, which may be large.
  rewrite(db, 'ledger', 'sequence', completeEvent, `battle_id IS NOT NULL AND type <> 'score-added'`);
}

/**
 * Adds `challengedAt`, which counts challenges from now on, `guestLostAt`: open requests count as present, and
 * `userSuspendStatus`: every page counts as visible.
 */
export function completeLives(db: Sqlite): void {
  rewrite(db, 'lives', 'live_id', (live: LiveRecord) => ({
    ...{ challengedAt: [] },
    ...live,
    seats: live.seats.map((seat) => ({
      ...seat,
      occupant: seat.occupant && { ...{ userSuspendStatus: 'none' }, ...seat.occupant },
    })),
    guestRequests: live.guestRequests.map((request) => ({ ...{ guestLostAt: null }, ...request })),
  }));
}

/**
 * Renames a link's `seats` to `lives`, and a battle's `sides` to `members`. Adds effects: older battles neither have nor
 * allow any. Adds `rematchDeclinedBy`: nobody could decline. Gives personal documents their own revision. It begins at
 * the common one, so that no page takes the next personal document for an old one.
 */
export function renameParts(db: Sqlite): void {
  rewrite(db, 'lives', 'live_id', (live: LiveRecord) => ({ ...live, personalRevision: live.revision }));
  // Older rows do not say for whom and how much an event counted. These columns stay null there.
  for (const column of ['user_id TEXT', 'points INTEGER', 'total INTEGER']) {
    db.exec(`ALTER TABLE counted_events ADD COLUMN ${column}`);
  }
  rewrite(db, 'links', 'link_id', (link: object) => renamed(link, 'seats', 'lives'));
  rewrite(db, 'battles', 'battle_id', withLaterParts);
  const complete = (event: { battle: BattleRecord }): object => ({ ...event, battle: withLaterParts(event.battle) });
  rewrite(db, 'ledger', 'sequence', complete, "type = 'battle-requested'");
  rewrite(db, 'requests', 'request_id', (request: CoHostRequest) => ({
    ...request,
    battle: request.battle && { ...{ effects: [] }, ...request.battle },
  }));
}

function withLaterParts(record: BattleRecord): object {
  const battle = {
    ...{ effects: [], rematchDeclinedBy: null },
    ...record,
    config: { ...{ effects: [] }, ...record.config },
  };
  return renamed(battle, 'sides', 'members');
}

function renamed(record: object, from: string, to: string): object {
  const { [from]: value, ...rest } = record as Record<string, unknown>;
  return value === undefined ? record : { ...rest, [to]: value };
}

function completeBattle(record: BattleRecord): BattleRecord {
  const result = record.result && completeResult(record.result);
  return { ...battle, ...record, config: { ...config, ...record.config }, result };
}

/** Win streaks count from the upgrade on. */
function completeResult(result: BattleResult): BattleResult {
  const standings = result.standings.map((standing) => ({ ...{ winStreak: 0 }, ...standing }));
  return { ...{ teams: [], mvp: null }, ...result, standings };
}

/** Adds the new fields to a battle's events, which `replay` reads. Older events do not say where a battle was shown. */
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
