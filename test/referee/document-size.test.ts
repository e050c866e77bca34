import { expect, it } from 'vitest';
import {
  battleEffectTypes,
  isVoiceTemplate,
  limits,
  SeatLayoutTemplate,
  type CreateLiveParams,
  type User,
} from '../../src/core/index.js';
import type { LiveDocument } from '../../src/protocol/index.js';
import { liveDocument, type Slice } from '../../src/referee/index.js';
import { TestWorld } from './test-world.js';

/** A text of this many UTF-16 units, three bytes each in UTF-8: the most bytes per unit. */
const wide = (length: number): string => '語'.repeat(length);
const url = (length: number): string => 'https://a.example/'.padEnd(length, 'x');

const bytes = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** Bytes. LiveKit's documentation promises 64 KiB for a room's metadata; the rest is for what JSON must escape. */
const promised = 60_000;

const userOf = (index: number): User => ({
  userId: `${index}`.padStart(64, 'u'),
  userName: wide(limits.userNameLength),
  avatarUrl: url(limits.avatarUrlLength),
});
const liveOf = (index: number): string => `${index}`.padStart(48, 'l');

/**
 * The document of nine linked hosts with the longest values allowed, after a team battle, while a rematch is agreed on.
 */
async function largest(details: Omit<CreateLiveParams, 'liveId'> = {}, isRunning = false): Promise<LiveDocument> {
  const { referee, clock, store } = new TestWorld();
  const users = Array.from({ length: limits.linkedLives }, (_, index) => userOf(index));
  const [first, ...others] = users as [User, ...User[]];
  for (const [index, user] of users.entries()) {
    await referee.executeForUser(user, { type: 'create-live', liveId: liveOf(index), ...details });
  }
  for (const index of others.keys()) {
    const liveId = liveOf(index + 1);
    const invitation = { type: 'request-host-connection' as const, liveId: liveOf(0), targetLiveIds: [liveId] };
    await referee.executeForUser(first, invitation);
    const answer = { type: 'accept-host-connection' as const, liveId, fromLiveId: liveOf(0) };
    await referee.executeForUser(others[index]!, answer);
  }
  const config = {
    duration: limits.battleDurationMax,
    needResponse: false,
    penalty: limits.battlePenaltyMax,
    multipliers: Array.from({ length: limits.battleMultipliers }, (_, i) => ({
      from: 3000 + 10 * i,
      to: 3010 + 10 * i,
      factor: limits.battleFactorMax,
    })),
    // While the battle runs, boosts of a large team take most room; after it the results of many teams.
    teams: isRunning ? [[first.userId], others.map(({ userId }) => userId)] : users.map(({ userId }) => [userId]),
    effects: battleEffectTypes,
    extensionInfo: wide(limits.extensionInfoLength),
  };
  const userIds = others.map(({ userId }) => userId);
  const request = { type: 'request-battle' as const, liveId: liveOf(0), userIds, config };
  const { battleId } = await referee.executeForUser<'request-battle'>(first, request);
  await clock.advance(3000_000);
  for (const { userId } of users) {
    for (const giver of [1, 2, 3]) {
      const contributor = {
        userId: `${giver}`.padStart(64, 'g'),
        userName: wide(limits.contributorNameLength),
        avatarUrl: url(limits.contributorAvatarLength),
      };
      const entry = { eventId: `${userId} ${giver}`, userId, points: limits.pointsPerEvent, contributor };
      await referee.addScores(battleId, [entry]);
    }
  }
  for (let index = 0; isRunning && index < limits.battleEffectsAtOnce; index++) {
    const contributor = {
      userId: `${index}`.padStart(64, 'g'),
      userName: wide(limits.contributorNameLength),
      avatarUrl: url(limits.contributorAvatarLength),
    };
    const effect = { type: 'boost' as const, team: 1, factor: 2, seconds: 1 };
    await referee.executeForBackend({ type: 'apply-effect', battleId, eventId: `${index}`, effect, contributor });
  }
  if (isRunning) {
    return liveDocument(crowded(withTheRest(await store.read({ liveIds: [liveOf(0)] }))), liveOf(0))!;
  }
  await referee.addScores(battleId, [{ eventId: 'ahead', userId: first.userId, points: limits.pointsPerEvent }]);
  await clock.advance(600_000);
  for (const [index, user] of users.slice(0, -1).entries()) {
    await referee.executeForUser(user, { type: 'request-rematch', liveId: liveOf(index), battleId });
  }
  return liveDocument(crowded(withTheRest(await store.read({ liveIds: [liveOf(0)] }))), liveOf(0))!;
}

/** Adds the longest values that the owner may set in the live. */
function withTheRest(slice: Slice): Slice {
  const live = slice.lives[liveOf(0)]!;
  const info = {
    ...live.info,
    liveName: wide(Math.floor(limits.liveNameBytes / 3)),
    notice: wide(limits.noticeLength),
    coverUrl: url(limits.coverUrlLength),
    backgroundUrl: url(limits.coverUrlLength),
    categoryList: Array<number>(limits.liveCategories).fill(Number.MAX_SAFE_INTEGER),
  };
  const administrators = Array.from({ length: limits.administrators }, (_, i) => `${i}`.padStart(64, 'a'));
  const metaData = { key: 'x'.repeat(limits.metaDataBytes - 3) };
  return { ...slice, lives: { ...slice.lives, [liveOf(0)]: { ...live, info, administrators, metaData } } };
}

/** Fills every seat of the voice lives. Linked video lives have no guests. */
function crowded(slice: Slice): Slice {
  const lives = Object.entries(slice.lives).map(([liveId, live]) => {
    if (!isVoiceTemplate(live.info.seatLayoutTemplate)) return [liveId, live];
    const seats = live.seats.map((seat) => ({
      ...seat,
      isLocked: false,
      occupant: seat.occupant ?? {
        ...userOf(1000 * Number(liveId.slice(-1)) + seat.index),
        // In linked lives the longest URL that is not left out, in the own live the longest that is allowed.
        avatarUrl: url(liveId === liveOf(0) ? limits.avatarUrlLength : limits.linkedAvatarBytes - 2),
        allowOpenMicrophone: false,
        allowOpenCamera: false,
        userSuspendStatus: 'in-background' as const,
        lostAt: null,
        isMissed: false,
      },
    }));
    return [liveId, { ...live, seats }];
  });
  return { ...slice, lives: Object.fromEntries(lives) as Slice['lives'] };
}

it('the largest document of a live fits into the metadata of its room', async () => {
  const document = await largest();
  expect(document.link?.members).toHaveLength(limits.linkedLives);
  expect(document.battle).toMatchObject({ phase: 'penalty', result: { teams: { length: 9 } } });
  expect(document.battle?.rematch?.userIds).toHaveLength(limits.linkedLives - 1);
  expect(Object.values(document.board!.contributors).flat()).toHaveLength(27);
  expect(bytes(document)).toBeLessThan(promised);
  // Score boards are sent as reliable packets, which may have 15 KiB (LiveKit).
  expect(bytes(document.board)).toBeLessThan(15 * 1024);
});

it('so does that of a running battle, whose effects take 21,000 bytes more at most', async () => {
  const document = await largest({}, true);
  expect(document.battle).toMatchObject({ phase: 'running', effects: { length: limits.battleEffectsAtOnce } });
  // 21,000 bytes of effects come on top: boosts of a team of eight, each from somebody else. LiveKit takes 512 KiB.
  expect(bytes({ ...document, battle: { ...document.battle, effects: [] } })).toBeLessThan(promised);
  expect(bytes(document)).toBeLessThan(promised + 21_000);
});

it('nine voice lives with fifty guests each fit as well, as far as LiveKit takes it', async () => {
  const seatLayoutTemplate = SeatLayoutTemplate.audioSalon;
  const document = await largest({ seatLayoutTemplate, maxSeatCount: limits.voiceSeatsMax });
  expect(document.link?.members.map(({ seats }) => seats.length)).toEqual(Array(9).fill(50));
  expect(document.seats).toHaveLength(50);
  // LiveKit takes 512 KiB. The rest is for what JSON must escape.
  expect(bytes(document)).toBeLessThan(340_000);
});
