import type { CoHostRequest } from '../core/vocabulary.js';
import type { Giver, Scope } from './ports.js';
import {
  awaitsTime,
  contributionKey,
  type BattleRecord,
  type CountedEvent,
  type LinkRecord,
  type LiveRecord,
  type Slice,
} from './rules/records.js';

/** How an embedded store reads single records. */
export interface RecordReader {
  live(liveId: string): LiveRecord | undefined;
  link(linkId: string): LinkRecord | undefined;
  battle(battleId: string): BattleRecord | undefined;
  /** Requests from and to a live, settled ones included. */
  requestsOf(liveId: string): readonly CoHostRequest[];
  /** What a score event was that has been counted; undefined for any other. */
  countedEvent(battleId: string, eventId: string): CountedEvent | undefined;
  /** Points that a giver gave a host of a battle; 0 when none. */
  contribution(battleId: string, giver: Giver): number;
}

/**
 * Everything a scope reaches: the lives with their requests, the lives at the requests' other ends, and of all those the
 * links with all members and the battles shown there, with the links of those that time may change, and the requests of
 * those whose host is lost. Whoever a command may concern is in it, and so can be told.
 */
export function loadSlice(reader: RecordReader, scope: Scope): Slice {
  if ('scoreEventIds' in scope) {
    const battle = reader.battle(scope.battleId);
    const counted = scope.scoreEventIds.flatMap((eventId): [string, CountedEvent][] => {
      const event = reader.countedEvent(scope.battleId, eventId);
      return event === undefined ? [] : [[eventId, event]];
    });
    return {
      lives: {},
      links: {},
      battles: battle ? { [battle.battleId]: battle } : {},
      requests: {},
      countedEvents: new Map(counted),
      contributions: Object.fromEntries(
        scope.givers.map((giver) => [contributionKey(giver), reader.contribution(scope.battleId, giver)]),
      ),
    };
  }
  const battles = new Map<string, BattleRecord>();
  const lives = new Map<string, LiveRecord>();
  const links = new Map<string, LinkRecord>();
  const requests = new Map<string, CoHostRequest>();
  const addBattle = (battleId: string | null): void => {
    const battle = battleId === null || battles.has(battleId) ? undefined : reader.battle(battleId);
    if (!battle) return;
    battles.set(battle.battleId, battle);
    // Time may change it whoever looks, also for a live that shows its result and has left the link.
    if (awaitsTime(battle)) for (const { liveId } of reader.link(battle.linkId)?.lives ?? []) addLive(liveId);
  };
  const addLive = (liveId: string): void => {
    const live = lives.has(liveId) ? undefined : reader.live(liveId);
    if (!live) return;
    lives.set(liveId, live);
    // Time may end this live, and with it its invitations, whoever's command it is that looks.
    if (live.hostLostAt !== null) addRequests(liveId);
    addBattle(live.battleId);
    const link = live.linkId === null ? undefined : reader.link(live.linkId);
    if (!link) return;
    links.set(link.linkId, link);
    addBattle(link.battleId);
    for (const seat of link.lives) addLive(seat.liveId);
  };
  const addRequests = (liveId: string): void => {
    for (const request of reader.requestsOf(liveId)) requests.set(request.requestId, request);
  };
  if ('battleId' in scope) addBattle(scope.battleId);
  const asked =
    'liveIds' in scope ? scope.liveIds : (battles.get(scope.battleId)?.members.map(({ liveId }) => liveId) ?? []);
  for (const liveId of asked) {
    addRequests(liveId);
    addLive(liveId);
  }
  // A map's iteration also reaches what is added on the way.
  for (const { inviter, invitee } of requests.values()) {
    addLive(inviter.liveId);
    addLive(invitee.liveId);
  }
  return {
    lives: Object.fromEntries(lives),
    links: Object.fromEntries(links),
    battles: Object.fromEntries(battles),
    requests: Object.fromEntries(requests),
    countedEvents: new Map(),
    contributions: {},
  };
}
