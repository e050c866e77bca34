import fc from 'fast-check';
import { expect, it } from 'vitest';
import { limits, LiveError, LiveErrorCode } from '../../src/core/index.js';
import {
  awaitsTime,
  replay,
  type BattleRecord,
  type LiveRecord,
  type LiveView,
  type RuleEvent,
  type Slice,
} from '../../src/referee/index.js';
import { Court, liveOf } from './court.js';
import { play, players, secondLive, type Step } from './random-play.js';

const liveIds = [...players.map(liveOf), secondLive];

it('holds whatever anybody tries, in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(play, fc.constantFrom(0, 5000), async (steps, lateScores) => {
      const court = new Court({ lateScores });
      for (const userId of ['ann', 'bob', 'cid']) await court.live(userId);
      for (const userId of ['bob', 'cid']) await court.link('ann', userId);
      for (const userId of players) await court.live(userId);
      await court.execute('ann', { type: 'create-live', liveId: secondLive });
      for (const step of steps) await take(court, step, lateScores);
      await court.clock.advance(3_600_000);
      await checkAll(court, lateScores);
      for (const battle of Object.values((await everything(court)).battles)) expect(awaitsTime(battle)).toBe(false);
    }),
    // On a busy machine fewer plays will do; each has checked everything.
    { numRuns: 100, interruptAfterTimeLimit: 30_000 },
  );
}, 60_000);

async function take(court: Court, { wait, sleep, move }: Step, lateScores: number): Promise<void> {
  await court.clock.advance(wait);
  court.clock.skip(sleep);
  const before = sleep === 0 ? await snapshot(court) : null;
  try {
    await move.make(court);
  } catch (error) {
    if (!(error instanceof LiveError) || error.code === LiveErrorCode.internal) throw error;
    // What was refused has changed nothing.
    if (before) expect(await snapshot(court)).toEqual(before);
  }
  await court.clock.advance(0);
  await checkAll(court, lateScores);
}

async function checkAll(court: Court, lateScores: number): Promise<void> {
  const slice = await everything(court);
  checkLinks(slice);
  for (const live of Object.values(slice.lives)) checkGuests(slice, live, court.clock.now());
  for (const battle of Object.values(slice.battles)) {
    checkPhase(battle, court.clock.now(), lateScores);
    await checkLedger(court, battle);
  }
  for (const request of Object.values(slice.requests)) {
    if (request.status === 'pending') expect(request.expiresAt).toBeGreaterThan(court.clock.now());
  }
  for (const liveId of liveIds) await checkTold(court, liveId);
  expect(court.errors).toEqual([]);
}

/** A phase is never outstayed, and each has left what it must. */
function checkPhase(battle: BattleRecord, now: number, lateScores: number): void {
  const { phase, startedAt, endsAt, endedAt, result, penaltyEndsAt, penaltyEndedReason, scores } = battle;
  const ends = {
    requested: battle.requestExpiresAt,
    countdown: startedAt,
    running: (endsAt ?? 0) + lateScores,
    penalty: penaltyEndsAt,
  };
  if (phase !== 'over' && phase !== 'void') expect(ends[phase]).toBeGreaterThan(now);
  const { rematchEndsAt, extraTimeStartedAt, config } = battle;
  if (rematchEndsAt !== null) {
    expect(rematchEndsAt).toBeGreaterThan(now);
    expect(phase === 'penalty' || phase === 'over').toBe(true);
  } else expect(battle.rematchUserIds).toEqual([]);
  if (startedAt !== null) {
    const extraEnd = extraTimeStartedAt === null ? null : extraTimeStartedAt + config.extraTime * 1000;
    expect(endsAt).toBe(extraEnd ?? startedAt + config.duration * 1000);
  }
  expect(result !== null).toBe(phase === 'penalty' || phase === 'over');
  if (phase === 'countdown' || phase === 'void')
    expect(Object.values(scores).every((points) => points === 0)).toBe(true);
  if (penaltyEndsAt === null) expect(penaltyEndedReason).toBeNull();
  else expect(penaltyEndsAt).toBe(endedAt! + battle.config.penalty * 1000);
  expect(penaltyEndedReason !== null).toBe(phase === 'over' && penaltyEndsAt !== null);
  if (phase !== 'penalty') return;
  const inIt = (outcome: string): boolean =>
    battle.sides.some(
      ({ userId, exited }) =>
        !exited && result?.standings.some((standing) => standing.userId === userId && standing.outcome === outcome),
    );
  expect(inIt('lose') && (inIt('win') || inIt('draw'))).toBe(true);
}

/** No live and no user is in two links or twice in one; a link has 2–9 running lives. */
function checkLinks({ lives, links }: Slice): void {
  const seats = Object.values(links).flatMap((link) => link.seats.map(({ liveId }) => ({ liveId, link })));
  expect(new Set(seats.map(({ liveId }) => liveId)).size).toBe(seats.length);
  for (const { liveId, link } of seats) {
    expect(lives[liveId]).toMatchObject({ linkId: link.linkId, info: { endedAt: null } });
  }
  for (const { linkId, seats: own } of Object.values(links)) {
    expect(own.length).toBeGreaterThanOrEqual(2);
    expect(own.length).toBeLessThanOrEqual(limits.linkedLives);
    const hosts = own.map(({ liveId }) => lives[liveId]?.info.liveOwner.userId);
    expect(new Set(hosts).size, `hosts of ${linkId}`).toBe(hosts.length);
  }
  for (const { linkId } of Object.values(lives)) if (linkId !== null) expect(links[linkId]).toBeDefined();
}

/** Nobody has two seats, is asked twice or outstays their time; a video live has other hosts or guests, never both. */
function checkGuests({ links, lives, requests }: Slice, live: LiveRecord, now: number): void {
  const { info, linkId, seats, guestRequests, kicked } = live;
  if (info.endedAt !== null) return;
  const linked = linkId === null ? [live] : links[linkId]!.seats.map(({ liveId }) => lives[liveId]!);
  const isGuest = (userId: string): boolean => userId !== info.liveOwner.userId;
  const guests = seats.flatMap(({ occupant }) => (occupant && isGuest(occupant.userId) ? [occupant] : []));
  const everybody = linked.flatMap((one) => [
    one.info.liveOwner.userId,
    ...one.seats.flatMap(({ occupant }) =>
      occupant && occupant.userId !== one.info.liveOwner.userId ? [occupant.userId] : [],
    ),
  ]);
  expect(new Set(everybody).size, `seats of ${info.liveId}`).toBe(everybody.length);
  for (const { lostAt, userId } of guests) {
    if (lostAt !== null) expect(lostAt + 30_000).toBeGreaterThan(now);
    expect(kicked).not.toContain(userId);
  }
  const pending = guestRequests.filter(({ status }) => status === 'pending');
  const asked = pending.map(({ guest }) => guest.userId);
  expect(new Set(asked).size).toBe(asked.length);
  for (const { expiresAt, guest } of pending) {
    expect(expiresAt).toBeGreaterThan(now);
    expect(guests.map(({ userId }) => userId)).not.toContain(guest.userId);
  }
  if (info.seatLayoutTemplate < 200) return;
  if (linkId !== null) expect([guests, pending]).toEqual([[], []]);
  const hasInvited = Object.values(requests).some(
    ({ status, inviter }) => status === 'pending' && inviter.liveId === info.liveId,
  );
  const invited = pending.filter(({ kind }) => kind === 'invitation');
  if (hasInvited) expect([guests, invited]).toEqual([[], []]);
}

/** Totals are the sum of the ledger, and the whole battle is what its history makes of nothing. */
async function checkLedger(court: Court, battle: BattleRecord): Promise<void> {
  const ledger = await court.events(battle.battleId);
  const sums = new Map<string, number>();
  for (const event of ledger) {
    if (event.type === 'score-added')
      sums.set(event.userId, (sums.get(event.userId) ?? 0) + event.points * (event.factor ?? 1));
  }
  for (const [userId, total] of Object.entries(battle.scores)) expect(total).toBe(sums.get(userId) ?? 0);
  checkContributors(battle, ledger);
  expect(replay(await court.referee.ledger(battle.battleId)).at(-1)?.battle).toEqual(battle);
}

/** The most generous of each host are those of the whole ledger. */
function checkContributors({ scores, contributors }: BattleRecord, ledger: readonly RuleEvent[]): void {
  for (const hostId of Object.keys(scores)) {
    const given = new Map<string, number>();
    for (const event of ledger) {
      if (event.type !== 'score-added' || event.userId !== hostId || !event.contributor) continue;
      const { userId } = event.contributor;
      const before = given.get(userId) ?? 0;
      // In the order in which they came to their last total: a stable sort keeps the earlier one ahead.
      given.delete(userId);
      given.set(userId, before + event.points * (event.factor ?? 1));
    }
    const best = [...given].sort(([, a], [, b]) => b - a).slice(0, limits.topContributors);
    expect(contributors[hostId]?.map(({ userId, points }) => [userId, points]) ?? []).toEqual(best);
  }
}

/** Whoever has listened from the beginning knows what the referee knows. */
async function checkTold(court: Court, liveId: string): Promise<void> {
  const owner = (await court.referee.view(liveId))?.document.live.liveOwner.userId;
  const view = owner === undefined ? null : await court.referee.view(liveId, owner);
  if (!view) return;
  const told: Partial<LiveView> = {};
  let board = null;
  for (const message of court.published) {
    if (message.liveId !== liveId) continue;
    if (message.topic === 'document' && message.document.revision > (told.document?.revision ?? -1)) {
      told.document = message.document;
      board = message.document.board;
    }
    if (message.topic === 'scores' && message.board.battleId === board?.battleId) {
      if (message.board.version > board.version) board = message.board;
    }
    if (message.topic === 'personal' && message.userId === owner) told.personal = message.personal;
  }
  expect({ ...told, document: { ...told.document, board } }).toEqual(view);
}

async function everything(court: Court): Promise<Slice> {
  return await court.store.read({ liveIds });
}

async function snapshot(court: Court): Promise<unknown> {
  return { slice: await everything(court), published: court.published.length };
}
