import { describe, expect, it } from 'vitest';
import { LiveRooms } from '../../server/src/livekit/live-rooms.js';
import type { LiveDocument } from '../../src/protocol/index.js';
import { decide, defaultRuleSettings, emptySlice, liveDocument } from '../../src/referee/index.js';
import { FakeLiveKit } from './support/fake-livekit.js';

const seeded = decide(
  emptySlice,
  {
    by: 'user',
    commandId: 'c',
    user: { userId: 'ann', userName: 'Ann', avatarUrl: '' },
    command: { type: 'create-live', liveId: 'live' },
  },
  1,
  defaultRuleSettings,
).slice;

function documentOf(revision: number, endedAt: number | null = null): LiveDocument {
  const [document] = Object.values(seeded.lives).map(({ info }) => liveDocument(seeded, info.liveId));
  if (!document) throw new Error('the live was not made');
  return { ...document, revision, live: { ...document.live, endedAt } };
}

describe('the rooms of lives', () => {
  it('have the pushed document even when somebody else made the room meanwhile with an older one', async () => {
    const livekit = new FakeLiveKit();
    const create = livekit.createRoom.bind(livekit);
    livekit.createRoom = async (options) => {
      await create({ ...options, metadata: JSON.stringify(documentOf(1)) });
      return await create(options);
    };
    await new LiveRooms(livekit).push(documentOf(2));
    expect(livekit.documentIn('live')?.revision).toBe(2);
  });

  it('are left as they are when they exist', async () => {
    const livekit = new FakeLiveKit();
    const rooms = new LiveRooms(livekit);
    await rooms.ensure(documentOf(2));
    await rooms.ensure(documentOf(1));
    expect(livekit.documentIn('live')?.revision).toBe(2);
  });

  it('can be made again after making one failed', async () => {
    const livekit = new FakeLiveKit();
    const rooms = new LiveRooms(livekit);
    livekit.isDown = true;
    await expect(rooms.ensure(documentOf(1))).rejects.toThrow();
    livekit.isDown = false;
    await rooms.ensure(documentOf(1));
    expect(livekit.documentIn('live')?.revision).toBe(1);
  });

  it('are not made for a live that has ended, nor missed when they are gone', async () => {
    const livekit = new FakeLiveKit();
    const rooms = new LiveRooms(livekit);
    await rooms.push(documentOf(2, 5));
    await rooms.close('live');
    expect(livekit.rooms.size).toBe(0);
  });
});
