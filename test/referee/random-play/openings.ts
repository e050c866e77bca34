import fc from 'fast-check';
import { SeatLayoutTemplate } from '../../../src/core/index.js';
import type { UserCommandOf, UserCommandType } from '../../../src/protocol/index.js';
import { liveOf } from '../test-world.js';
import type { Arena } from './arena.js';
import { hosts, personOf, secondLive } from './people.js';

type Opening = (arena: Arena) => Promise<void>;

/** Chance alone seldom gets as far as these. */
export const openings: Readonly<Record<string, Opening>> = {
  nothing: async () => {},
  alone: async (arena) => {
    await goLive(arena, hosts.slice(0, 5));
    await ask(arena, 'ann', { type: 'create-live', liveId: secondLive });
  },
  'three linked, and others': async (arena) => {
    await goLive(arena, hosts);
    await link(arena, 'ann', ['bob', 'cid']);
  },
  'nine linked, and one': async (arena) => {
    await goLive(arena, hosts);
    await link(arena, 'ann', hosts.slice(1, 9));
  },
  'of voice': async (arena) => {
    const params = { seatLayoutTemplate: SeatLayoutTemplate.karaoke, seatMode: 'free' } as const;
    for (const userId of hosts.slice(0, 4)) {
      await ask(arena, userId, { type: 'create-live', liveId: liveOf(userId), ...params });
    }
  },
};

export const opening = fc.constantFrom(...Object.keys(openings)).map((name) => ({ name, play: openings[name]! }));

async function goLive(arena: Arena, userIds: readonly string[]): Promise<void> {
  for (const userId of userIds) await ask(arena, userId, { type: 'create-live', liveId: liveOf(userId) });
}

async function link(arena: Arena, from: string, others: readonly string[]): Promise<void> {
  const fromLiveId = liveOf(from);
  const targetLiveIds = others.map(liveOf);
  await ask(arena, from, { type: 'request-host-connection', liveId: fromLiveId, targetLiveIds });
  for (const userId of others) {
    await ask(arena, userId, { type: 'accept-host-connection', liveId: liveOf(userId), fromLiveId });
  }
}

async function ask<T extends UserCommandType>(
  { referee }: Arena,
  userId: string,
  command: UserCommandOf<T> & { type: T },
): Promise<void> {
  await referee.executeForUser<T>(personOf(userId), command);
}
