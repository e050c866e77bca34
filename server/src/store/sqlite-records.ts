import type { CoHostRequest, User } from 'live-battles/core';
import {
  awaitsTime,
  defaultGrace,
  liveDeadline,
  type BattleRecord,
  type BestGivers,
  type ContributionRecord,
  type CountedEvent,
  type Giver,
  type LinkRecord,
  type LiveRecord,
  type RecordChange,
  type RecordReader,
  type StoredRequest,
} from 'live-battles/referee';
import type { Sqlite } from './open-sqlite.js';

interface Row {
  json: string;
}

/** In rows of earlier versions all three are null. In newer rows one of `points` and `total` is null. */
interface CountedRow {
  user_id: string | null;
  points: number | null;
  total: number | null;
}

interface ContributionRow extends Row {
  giver_id: string;
  points: number;
  since: number;
}

/** Reads and writes single records. An update keeps the row's place, so requests stay in the order of sending. */
export class SqliteRecords implements RecordReader {
  readonly #statements;

  constructor(db: Sqlite) {
    this.#statements = {
      live: db.prepare('SELECT json FROM lives WHERE live_id = ?'),
      link: db.prepare('SELECT json FROM links WHERE link_id = ?'),
      battle: db.prepare('SELECT json FROM battles WHERE battle_id = ?'),
      // Uses the index of the few lives with a deadline, so that the cost of a score does not grow with the lives.
      lostHosts: db.prepare(
        `SELECT json FROM lives INDEXED BY lives_waited_for
         WHERE is_waited_for = 1 AND live_id IN (SELECT value FROM json_each(?)) AND json ->> 'hostLostAt' IS NOT NULL`,
      ),
      requestsOf: db.prepare(
        'SELECT request_id, rowid AS place, json FROM requests WHERE inviter_live_id = ? OR invitee_live_id = ?',
      ),
      countedEvent: db.prepare(
        'SELECT user_id, points, total FROM counted_events WHERE battle_id = ? AND event_id = ?',
      ),
      contribution: db.prepare('SELECT * FROM contributions WHERE battle_id = ? AND user_id = ? AND giver_id = ?'),
      bestContributions: db.prepare(
        `SELECT * FROM contributions WHERE battle_id = ? AND user_id = ? AND points > 0
         ORDER BY points DESC, since LIMIT ?`,
      ),
      putContribution: db.prepare(
        `INSERT INTO contributions (battle_id, user_id, giver_id, points, since, json) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET points = excluded.points, since = excluded.since, json = excluded.json`,
      ),
      putLive: db.prepare(
        `INSERT INTO lives (live_id, created_at, is_running, is_listed, is_waited_for, json) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET created_at = excluded.created_at, is_running = excluded.is_running,
           is_listed = excluded.is_listed, is_waited_for = excluded.is_waited_for, json = excluded.json`,
      ),
      putLink: db.prepare(
        'INSERT INTO links (link_id, json) VALUES (?, ?) ON CONFLICT DO UPDATE SET json = excluded.json',
      ),
      putBattle: db.prepare(
        `INSERT INTO battles (battle_id, is_active, json) VALUES (?, ?, ?)
         ON CONFLICT DO UPDATE SET is_active = excluded.is_active, json = excluded.json`,
      ),
      putRequest: db.prepare(
        `INSERT INTO requests (request_id, inviter_live_id, invitee_live_id, json) VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET json = excluded.json`,
      ),
      deleteLive: db.prepare('DELETE FROM lives WHERE live_id = ?'),
      deleteLink: db.prepare('DELETE FROM links WHERE link_id = ?'),
      deleteBattle: db.prepare('DELETE FROM battles WHERE battle_id = ?'),
      deleteRequest: db.prepare('DELETE FROM requests WHERE request_id = ?'),
    };
  }

  live(liveId: string): LiveRecord | undefined {
    return parse(this.#statements.live.get(liveId)) as LiveRecord | undefined;
  }

  livesWithLostHost(liveIds: readonly string[]): readonly LiveRecord[] {
    return this.#statements.lostHosts.all(JSON.stringify(liveIds)).map((row) => parse(row) as LiveRecord);
  }

  link(linkId: string): LinkRecord | undefined {
    return parse(this.#statements.link.get(linkId)) as LinkRecord | undefined;
  }

  battle(battleId: string): BattleRecord | undefined {
    return parse(this.#statements.battle.get(battleId)) as BattleRecord | undefined;
  }

  requestsOf(liveId: string): readonly StoredRequest[] {
    const rows = this.#statements.requestsOf.all(liveId, liveId) as (Row & { request_id: string; place: number })[];
    return rows.map((row) => ({
      requestId: row.request_id,
      place: row.place,
      read: () => parse(row) as CoHostRequest,
    }));
  }

  countedEvent(battleId: string, eventId: string): CountedEvent | undefined {
    const row = this.#statements.countedEvent.get(battleId, eventId) as CountedRow | undefined;
    if (row === undefined) return undefined;
    const { user_id: userId, points, total } = row;
    if (userId === null) return null;
    return total === null ? { userId, points: points ?? 0 } : { userId, total };
  }

  contribution(battleId: string, { hostUserId, giverId }: Giver): ContributionRecord | undefined {
    const row = this.#statements.contribution.get(battleId, hostUserId, giverId);
    return row === undefined ? undefined : contributionOf(battleId, hostUserId, row as ContributionRow);
  }

  bestContributions(battleId: string, { hostUserId, count }: BestGivers): readonly ContributionRecord[] {
    const rows = this.#statements.bestContributions.all(battleId, hostUserId, count) as ContributionRow[];
    return rows.map((row) => contributionOf(battleId, hostUserId, row));
  }

  give(contribution: ContributionRecord): void {
    const { battleId, hostUserId, userId, userName, avatarUrl, points, since } = contribution;
    // As plain text a name would be cut at a NUL, and a lone surrogate would become another character.
    const json = JSON.stringify({ userName, avatarUrl });
    this.#statements.putContribution.run(battleId, hostUserId, userId, points, since, json);
  }

  write({ kind, id, after }: RecordChange): void {
    const json = JSON.stringify(after);
    switch (kind) {
      case 'live':
        if (after) this.#putLive(after, json);
        else this.#statements.deleteLive.run(id);
        break;
      case 'link':
        if (after) this.#statements.putLink.run(id, json);
        else this.#statements.deleteLink.run(id);
        break;
      case 'battle':
        if (after) this.#statements.putBattle.run(id, Number(awaitsTime(after)), json);
        else this.#statements.deleteBattle.run(id);
        break;
      case 'request':
        if (after) this.#statements.putRequest.run(id, after.inviter.liveId, after.invitee.liveId, json);
        else this.#statements.deleteRequest.run(id);
    }
  }

  #putLive(live: LiveRecord, json: string): void {
    const { info } = live;
    const isRunning = info.endedAt === null;
    const isListed = isRunning && info.isPublicVisible;
    // Only whether there is a deadline counts here, not when, so the default grace will do.
    const isWaitedFor = liveDeadline(live, defaultGrace) !== null;
    const flags = [isRunning, isListed, isWaitedFor].map(Number);
    this.#statements.putLive.run(info.liveId, info.createdAt, ...flags, json);
  }
}

function contributionOf(battleId: string, hostUserId: string, row: ContributionRow): ContributionRecord {
  const { giver_id: userId, points, since } = row;
  const { userName, avatarUrl } = parse(row) as Pick<User, 'userName' | 'avatarUrl'>;
  return { battleId, hostUserId, userId, userName, avatarUrl, points, since };
}

function parse(row: unknown): unknown {
  return row === undefined ? undefined : JSON.parse((row as Row).json);
}
