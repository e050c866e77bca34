import fc from 'fast-check';
import {
  CoHostLayoutTemplate,
  LiveError,
  LiveErrorCode,
  type MoveSeatPolicy,
  type MultiplierWindow,
  type SeatLayoutTemplate,
} from '../../src/core/index.js';
import { liveOf, userOf, type Court } from './court.js';

export const players = ['ann', 'bob', 'cid', 'dan', 'eva', 'fay'];
/** A second live of `ann`. */
export const secondLive = 'ann_second';

/** Something that anybody may try at any time, sensible or not. */
export interface Move {
  name: string;
  make: (court: Court) => Promise<unknown>;
}

/** A move, and the milliseconds before it: lived through, and slept through so that it comes before the alarms. */
export interface Step {
  wait: number;
  sleep: number;
  move: Move;
}

const player = fc.constantFrom(...players);
const some = fc.uniqueArray(player, { minLength: 1, maxLength: 3 });
const live = fc.oneof(
  { weight: 9, arbitrary: player.map(liveOf) },
  { weight: 1, arbitrary: fc.constantFrom(secondLive, 'constructor') },
);
const lives = fc.uniqueArray(live, { minLength: 1, maxLength: 4 });
const seconds = fc.integer({ min: 1, max: 60 });
const shortPhase = fc.constantFrom(0, 0, 3, 20);
const template = fc.constantFrom(...Object.values(CoHostLayoutTemplate));
const seatTemplate = fc.constantFrom(70, 600, 601, 200) as fc.Arbitrary<SeatLayoutTemplate>;
const seatIndex = fc.oneof(fc.constant(-1), fc.nat(10));
/** How many battles ago: the newest most likely. */
const age = fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) });
/** Givers of more than a host shows. */
const giver = fc.constantFrom('gus', 'hal', 'ida', 'jon', 'kim').map((userId) => ({ userId }));
const extras = fc.record({
  extraTime: fc.constantFrom(0, 5),
  rematchWindow: fc.constantFrom(0, 30, 60),
  multipliers: fc.constantFrom<MultiplierWindow[]>([], [], [{ from: 0, to: 1, factor: 2 }]),
});
const gift = fc.record(
  {
    eventId: fc.nat(20).map((id) => `gift-${id}`),
    userId: player,
    points: fc.integer({ min: -1, max: 99 }),
    contributor: giver,
  },
  { requiredKeys: ['eventId', 'userId', 'points'] },
);
const gifts = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(gift) },
  { weight: 1, arbitrary: fc.array(gift, { maxLength: 3 }) },
);

type Weighted = fc.WeightedArbitrary<Move>;

function move<T extends unknown[]>(
  weight: number,
  name: string,
  values: { [K in keyof T]: fc.Arbitrary<T[K]> },
  make: (court: Court, ...values: T) => Promise<unknown>,
): Weighted {
  const arbitrary = fc.tuple<T>(...values).map((drawn) => ({
    name: `${name} ${JSON.stringify(drawn)}`,
    make: (court: Court) => make(court, ...drawn),
  }));
  return { weight, arbitrary };
}

const moves: Weighted[] = [
  move(4, 'go live', [player], (court, userId) => court.live(userId)),
  move(1, 'create live', [player, live], (court, userId, liveId) =>
    court.execute(userId, { type: 'create-live', liveId }),
  ),
  move(2, 'begin anew', [player, seatTemplate], async (court, userId, seatLayoutTemplate) => {
    await court.host(userId, { type: 'end-live' });
    await court.execute(userId, { type: 'create-live', liveId: liveOf(userId), seatLayoutTemplate, maxSeatCount: 6 });
  }),
  move(4, 'apply', [player, live, seatIndex, seconds], (court, userId, liveId, index, timeout) =>
    court.execute(userId, { type: 'apply-for-seat', liveId, seatIndex: index, timeout }),
  ),
  move(4, 'accept application', [player, player], (court, host, userId) =>
    court.host(host, { type: 'accept-application', userId }),
  ),
  move(4, 'seat', [player, player, seatIndex], async (court, host, userId, index) => {
    await court.host(host, { type: 'invite-to-seat', userId, seatIndex: index });
    await court.execute(userId, { type: 'accept-invitation', liveId: liveOf(host) });
  }),
  move(2, 'take seat', [player, live, seatIndex], (court, userId, liveId, index) =>
    court.execute(userId, { type: 'take-seat', liveId, seatIndex: index }),
  ),
  move(1, 'leave seat', [player, live], (court, userId, liveId) =>
    court.execute(userId, { type: 'leave-seat', liveId }),
  ),
  move(1, 'lock seat', [player, seatIndex], (court, host, index) =>
    court.host(host, { type: 'lock-seat', seatIndex: index }),
  ),
  move(
    2,
    'move to seat',
    [
      player,
      player,
      seatIndex,
      fc.constantFrom<MoveSeatPolicy>('abort-when-occupied', 'force-replace', 'swap-position'),
    ],
    (court, host, userId, targetIndex, policy) =>
      court.host(host, { type: 'move-user-to-seat', userId, targetIndex, policy }),
  ),
  move(1, 'kick out of seat', [player, player], (court, host, userId) =>
    court.host(host, { type: 'kick-user-out-of-seat', userId }),
  ),
  move(1, 'kick', [player, player], (court, host, userId) => court.host(host, { type: 'kick-user', userId })),
  move(1, 'appoint', [player, player], (court, host, userId) =>
    court.host(host, { type: 'set-administrator', userId }),
  ),
  move(1, 'change', [player, seatTemplate, fc.constantFrom('free', 'apply')], (court, host, template, seatMode) =>
    court.host(host, { type: 'update-live', seatLayoutTemplate: template, seatMode }),
  ),
  move(1, 'end live', [player, live], (court, userId, liveId) => court.execute(userId, { type: 'end-live', liveId })),
  move(8, 'invite', [player, lives, template, seconds], (court, userId, targetLiveIds, layoutTemplate, timeout) =>
    court.host(userId, { type: 'request-host-connection', targetLiveIds, layoutTemplate, timeout }),
  ),
  move(
    4,
    'invite to a battle',
    [player, lives, seconds, shortPhase],
    (court, userId, targetLiveIds, duration, countdown) =>
      court.host(userId, { type: 'request-host-connection', targetLiveIds, battle: { duration, countdown } }),
  ),
  move(12, 'accept the oldest invitation', [player, player], (court, userId, other) =>
    court.host(userId, { type: 'accept-host-connection', fromLiveId: inviterOf(court, userId) ?? liveOf(other) }),
  ),
  move(1, 'accept for the second live', [player], (court, from) =>
    court.execute('ann', { type: 'accept-host-connection', liveId: secondLive, fromLiveId: liveOf(from) }),
  ),
  move(1, 'reject invitation', [player, player], (court, userId, from) =>
    court.host(userId, { type: 'reject-host-connection', fromLiveId: liveOf(from) }),
  ),
  move(1, 'cancel invitation', [player, player], (court, userId, to) =>
    court.host(userId, { type: 'cancel-host-connection', toLiveId: liveOf(to) }),
  ),
  move(1, 'exit link', [player], (court, userId) => court.host(userId, { type: 'exit-host-connection' })),
  move(8, 'challenge', [player, some, fc.boolean(), seconds], (court, userId, userIds, needResponse, timeout) =>
    court.host(userId, { type: 'request-battle', userIds, config: { needResponse, duration: timeout }, timeout }),
  ),
  move(
    12,
    'challenge all',
    [player, fc.boolean(), seconds, shortPhase, shortPhase, extras, fc.nat(4)],
    (court, userId, needResponse, duration, countdown, penalty, more, cut) => {
      const linked = court.linked(userId);
      const userIds = linked.filter((id) => id !== userId);
      // With three and more hosts, sometimes in two teams.
      const teams = cut > 0 && cut < linked.length - 1 ? [linked.slice(0, cut), linked.slice(cut)] : null;
      const config = { needResponse, duration, countdown, penalty, teams, ...more };
      return court.host(userId, { type: 'request-battle', userIds, config });
    },
  ),
  move(12, 'accept battle', [player, age], (court, userId, ago) =>
    court.host(userId, { type: 'accept-battle', battleId: battleIdOf(court, userId, ago) }),
  ),
  move(1, 'reject battle', [player, age], (court, userId, ago) =>
    court.host(userId, { type: 'reject-battle', battleId: battleIdOf(court, userId, ago) }),
  ),
  move(1, 'cancel battle', [player, age, fc.option(some)], (court, userId, ago, userIds) => {
    const battleId = battleIdOf(court, userId, ago);
    return court.host(userId, { type: 'cancel-battle-request', battleId, ...(userIds && { userIds }) });
  }),
  move(1, 'exit battle', [player, age], (court, userId, ago) =>
    court.host(userId, { type: 'exit-battle', battleId: battleIdOf(court, userId, ago) }),
  ),
  move(2, 'end penalty', [player, age], (court, userId, ago) =>
    court.host(userId, { type: 'end-penalty', battleId: battleIdOf(court, userId, ago) }),
  ),
  move(12, 'request rematch', [player, age], (court, userId, ago) =>
    court.host(userId, { type: 'request-rematch', battleId: battleIdOf(court, userId, ago) }),
  ),
  move(6, 'all ask for a rematch', [player], async (court, userId) => {
    const battleId = battleIdOf(court, userId, 0);
    for (const host of court.linked(userId)) {
      await unlessRefused(court.host(host, { type: 'request-rematch', battleId }));
    }
  }),
  move(1, 'cancel rematch', [player, age], (court, userId, ago) =>
    court.host(userId, { type: 'cancel-rematch', battleId: battleIdOf(court, userId, ago) }),
  ),
  move(24, 'score', [player, age, gifts], (court, userId, ago, entries) =>
    court.referee.addScores(battleIdOf(court, userId, ago), entries),
  ),
  move(4, 'late score', [player, age, gift, fc.nat(70_000)], (court, userId, ago, entry, sentAgo) =>
    court.referee.addScores(battleIdOf(court, userId, ago), [{ ...entry, sentAt: court.clock.now() - sentAgo }]),
  ),
  move(1, 'end battle', [player, age], (court, userId, ago) =>
    court.referee.executeForBackend({ type: 'end-battle', battleId: battleIdOf(court, userId, ago) }),
  ),
  move(1, 'close live', [live], (court, liveId) => court.referee.executeForBackend({ type: 'close-live', liveId })),
  move(2, 'lose', [live, player], (court, liveId, userId) => court.referee.notePresence(liveId, userId, false)),
  move(2, 'lose host', [player], (court, userId) => court.referee.notePresence(liveOf(userId), userId, false)),
  move(4, 'find host', [player], (court, userId) => court.referee.notePresence(liveOf(userId), userId, true)),
  move(1, 'command as a stranger', [player], (court, userId) =>
    court.referee.executeForUser(userOf('stranger'), { type: 'end-live', liveId: liveOf(userId) }),
  ),
  move(3, 'sit a battle out', [], (court) => court.clock.advance(25_000)),
  move(1, 'restart', [], (court) => court.restart().start()),
];

const wait = fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(20_000) });
const sleep = fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(40_000) });

export const play: fc.Arbitrary<Step[]> = fc.array(fc.record({ wait, sleep, move: fc.oneof(...moves) }), {
  minLength: 1,
  maxLength: 80,
  size: 'max',
});

/** The live that the oldest open invitation to this host came from. */
function inviterOf(court: Court, userId: string): string | undefined {
  const requests = court.personal(userId).coHostRequests;
  return requests.find(({ status, invitee }) => status === 'pending' && invitee.userId === userId)?.inviter.liveId;
}

async function unlessRefused(attempt: Promise<unknown>): Promise<void> {
  try {
    await attempt;
  } catch (error) {
    if (!(error instanceof LiveError) || error.code === LiveErrorCode.internal) throw error;
  }
}

/** A battle that this host was told of, the newest first. */
function battleIdOf(court: Court, userId: string, ago: number): string {
  const told = court.published.flatMap((message) => {
    if (message.liveId !== liveOf(userId)) return [];
    if (message.topic === 'document') return message.document.battle?.battleId ?? [];
    return message.topic === 'personal' ? message.personal.battleRequests.map(({ battleId }) => battleId) : [];
  });
  return [...new Set(told.reverse())][ago] ?? 'nothing';
}
