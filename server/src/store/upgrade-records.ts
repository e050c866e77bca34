import type { BattleConfig, BattleResult, LiveInfo } from '../../../src/core/vocabulary.js';
import { apply, emptySlice, type BattleRecord, type LiveRecord } from '../../../src/referee/index.js';
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

/** Gives records from before seats, guests, teams and rematches what the rules expect to find there. */
export function completeRecords(db: Sqlite): void {
  rewrite(db, 'lives', 'live_id', (json) => {
    const record = JSON.parse(json) as LiveRecord;
    const info = { ...liveInfo, ...record.info };
    const begun = apply(emptySlice, { at: info.createdAt, type: 'live-created', info }).lives[info.liveId];
    return { ...begun, ...record, info };
  });
  rewrite(db, 'battles', 'battle_id', (json) => {
    const record = JSON.parse(json) as Omit<BattleRecord, 'result'> & {
      result: Pick<BattleResult, 'standings'> | null;
    };
    const result = record.result && { teams: [], mvp: null, ...record.result };
    return { ...battle, ...record, config: { ...config, ...record.config }, result };
  });
}

function rewrite(db: Sqlite, table: string, key: string, complete: (json: string) => object): void {
  const update = db.prepare(`UPDATE ${table} SET json = ? WHERE ${key} = ?`);
  for (const row of db.prepare(`SELECT ${key} AS id, json FROM ${table}`).all() as { id: string; json: string }[]) {
    update.run(JSON.stringify(complete(row.json)), row.id);
  }
}
