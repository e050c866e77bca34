import type { CoHostRequest } from '../core/vocabulary.js';
import type { Scope } from './ports.js';
import type { RecordReader } from './record-reader.js';
import {
  awaitsTime,
  contributionKey,
  type BattleRecord,
  type ContributionRecord,
  type CountedEvent,
  type LinkRecord,
  type LiveRecord,
  type Slice,
} from './rules/records.js';

/** Loads all records of one scope. */
export function loadSlice(reader: RecordReader, scope: Scope): Slice {
  const loader = new SliceLoader(reader);
  loader.add(scope);
  return loader.slice();
}

/**
 * Loads the records of scopes, each once. A live brings its requests, its link with all its lives, and the battles of
 * both. A battle that time may change brings its link too. A linked live brings its requests only if its host is lost.
 */
export class SliceLoader {
  readonly #lives = new Map<string, LiveRecord | undefined>();
  readonly #links = new Map<string, LinkRecord | undefined>();
  readonly #battles = new Map<string, BattleRecord | undefined>();
  readonly #requests = new Map<string, { place: number; request: CoHostRequest }>();
  /** Ids of lives whose requests are all loaded. */
  readonly #wholeLives = new Set<string>();
  /** Ids of lives whose link and battles are loaded, and of battles whose link is loaded if they need it. */
  readonly #followedLives = new Set<string>();
  readonly #followedBattles = new Set<string>();
  readonly #countedEvents = new Map<string, CountedEvent>();
  readonly #contributions = new Map<string, ContributionRecord | undefined>();

  constructor(private readonly reader: RecordReader) {}

  add(scope: Scope): void {
    if ('liveIds' in scope) for (const liveId of scope.liveIds) this.#addWholeLive(liveId);
    else if ('scoreEventIds' in scope) this.#addForScores(scope);
    else this.#addWholeBattle(scope.battleId);
  }

  slice(): Slice {
    const requests = [...this.#requests].sort(([, a], [, b]) => a.place - b.place);
    return {
      lives: found(this.#lives),
      links: found(this.#links),
      battles: found(this.#battles),
      requests: Object.fromEntries(requests.map(([requestId, { request }]) => [requestId, request])),
      wholeLives: new Set(this.#wholeLives),
      countedEvents: new Map(this.#countedEvents),
      contributions: found(this.#contributions),
    };
  }

  #addForScores({
    battleId,
    scoreEventIds,
    givers,
    bestGivers = [],
  }: Extract<Scope, { scoreEventIds: unknown }>): void {
    const { reader } = this;
    const contestants = this.#battle(battleId)?.members.filter(({ exited }) => !exited) ?? [];
    for (const live of reader.livesWithLostHost(contestants.map(({ liveId }) => liveId))) {
      this.#lives.set(live.info.liveId, live);
    }
    for (const eventId of new Set(scoreEventIds)) {
      const counted = reader.countedEvent(battleId, eventId);
      if (counted !== undefined) this.#countedEvents.set(eventId, counted);
    }
    for (const giver of givers) {
      const { hostUserId, giverId: userId } = giver;
      const key = contributionKey({ battleId, hostUserId, userId });
      once(this.#contributions, key, () => reader.contribution(battleId, giver));
    }
    for (const best of bestGivers) {
      for (const contribution of reader.bestContributions(battleId, best)) {
        this.#contributions.set(contributionKey(contribution), contribution);
      }
    }
  }

  #addWholeBattle(battleId: string): void {
    this.#followBattle(battleId);
    for (const { liveId } of this.#battle(battleId)?.members ?? []) this.#addWholeLive(liveId);
  }

  #addWholeLive(liveId: string): void {
    this.#addRequests(liveId);
    this.#followLive(liveId);
  }

  #followLive(liveId: string): void {
    if (this.#followedLives.has(liveId)) return;
    this.#followedLives.add(liveId);
    const live = once(this.#lives, liveId, () => this.reader.live(liveId));
    if (!live) return;
    // Any command may settle the end of this live, which also settles its invitations.
    if (live.hostLostAt !== null) this.#addRequests(liveId);
    this.#followBattle(live.battleId);
    const link = this.#link(live.linkId);
    this.#followBattle(link?.battleId ?? null);
    for (const linked of link?.lives ?? []) this.#followLive(linked.liveId);
  }

  #followBattle(battleId: string | null): void {
    if (battleId === null || this.#followedBattles.has(battleId)) return;
    this.#followedBattles.add(battleId);
    const battle = this.#battle(battleId);
    if (!battle || !awaitsTime(battle)) return;
    // Any command may settle what is due in this battle, even one for a live that left the link and shows its result.
    for (const { liveId } of this.#link(battle.linkId)?.lives ?? []) this.#followLive(liveId);
  }

  #addRequests(liveId: string): void {
    if (this.#wholeLives.has(liveId)) return;
    this.#wholeLives.add(liveId);
    for (const { requestId, place, read } of this.reader.requestsOf(liveId)) {
      if (!this.#requests.has(requestId)) this.#requests.set(requestId, { place, request: read() });
    }
  }

  #battle(battleId: string): BattleRecord | undefined {
    return once(this.#battles, battleId, () => this.reader.battle(battleId));
  }

  #link(linkId: string | null): LinkRecord | undefined {
    return linkId === null ? undefined : once(this.#links, linkId, () => this.reader.link(linkId));
  }
}

/** Reads a record once. A missing record is remembered too. */
function once<T>(known: Map<string, T | undefined>, id: string, read: () => T | undefined): T | undefined {
  if (!known.has(id)) known.set(id, read());
  return known.get(id);
}

function found<T>(records: ReadonlyMap<string, T | undefined>): Record<string, T> {
  const isFound = (entry: [string, T | undefined]): entry is [string, T] => entry[1] !== undefined;
  return Object.fromEntries([...records].filter(isFound));
}
