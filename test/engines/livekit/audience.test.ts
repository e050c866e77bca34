import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { limits, type User } from '../../../src/core/index.js';
import { dataTopics, type VersionedAudience } from '../../../src/protocol/index.js';
import { occupant } from '../../core/examples.js';
import { documentOf } from './support/documents.js';
import { FakeParticipant } from './support/fake-livekit.js';
import { OneSession } from './support/one-session.js';

let session: OneSession;

beforeEach(() => {
  session = new OneSession();
});

afterEach(() => {
  session.leave();
});

const user = (userId: string): User => ({ userId, userName: userId, avatarUrl: `https://example.test/${userId}.png` });
const audienceOf = (version: number, ...userIds: string[]): VersionedAudience => ({
  version,
  count: userIds.length,
  members: userIds.map(user),
});
const tell = (audience: VersionedAudience): void => session.livekit.room.packet(dataTopics.audience, audience);
const last = (): unknown => {
  const audience = session.sink.audiences.at(-1);
  return [audience?.count, ...(audience?.members ?? []).map(({ userId }) => userId)];
};

describe('the audience', () => {
  it('is what the server says, with the way in and in packets', async () => {
    session.server.audience = audienceOf(1, 'zoe');
    await session.enter();
    expect(session.sink.audiences).toEqual([{ count: 1, members: [user('zoe')] }]);
    tell(audienceOf(2, 'zoe', 'yul'));
    expect(last()).toEqual([2, 'zoe', 'yul']);
    session.livekit.room.packet(dataTopics.audience, audienceOf(3), 'mallory');
    session.livekit.home.join(new FakeParticipant('visible'));
    expect(last()).toEqual([2, 'zoe', 'yul']);
  });

  it('is never replaced by an older one', async () => {
    session.server.audience = audienceOf(5, 'zoe');
    await session.enter();
    tell(audienceOf(4));
    tell(audienceOf(5));
    expect(session.sink.audiences).toHaveLength(1);
  });

  it('heals after a gap in the connection', async () => {
    session.server.audience = audienceOf(1, 'zoe');
    await session.enter();
    session.server.audience = audienceOf(2);
    session.livekit.home.emit('reconnecting');
    session.livekit.home.emit('reconnected');
    await session.settle();
    expect(last()).toEqual([0]);
  });

  it('stays as it was while the connection is lost', async () => {
    session.server.audience = audienceOf(1, 'zoe');
    await session.enter();
    session.server.down = true;
    session.livekit.home.remoteParticipants.clear();
    session.livekit.home.lose();
    await vi.advanceTimersByTimeAsync(1000);
    expect(session.sink.audiences).toHaveLength(1);
  });

  it('has this user in it from the start, though the server has yet to hear of their coming', async () => {
    session.server.audience = audienceOf(1, 'zoe');
    await session.enterAs('viewer', documentOf(['ann']));
    expect(last()).toEqual([2, 'zoe', 'viewer']);
    tell(audienceOf(2, 'zoe', 'yul'));
    expect(last()).toEqual([3, 'zoe', 'yul', 'viewer']);
    tell(audienceOf(3, 'zoe', 'viewer'));
    expect(last()).toEqual([2, 'zoe', 'viewer']);
  });

  it('has nobody in it who is on a seat, this user included', async () => {
    session.server.audience = audienceOf(1, 'zoe');
    await session.enterAs('eve', documentOf(['ann'], { guests: [occupant('eve')] }));
    expect(last()).toEqual([1, 'zoe']);
  });

  it('may be larger than its list, on which this user need not be', async () => {
    const names = Array.from({ length: limits.audienceList }, (_, index) => `fan${index}`);
    session.server.audience = { ...audienceOf(1, ...names), count: 5000 };
    await session.enterAs('viewer', documentOf(['ann']));
    expect(last()).toEqual([5000, ...names]);
    tell(audienceOf(2, ...names));
    expect(last()).toEqual([limits.audienceList + 1, ...names]);
  });

  it('may not be known yet', async () => {
    await session.enter();
    expect(session.sink.audiences).toEqual([]);
    tell(audienceOf(1, 'zoe'));
    expect(last()).toEqual([1, 'zoe']);
  });
});

describe('network qualities', () => {
  it('are those of people on the stage, in our words', async () => {
    await session.enterAs('eve', documentOf(['ann', 'bob'], { guests: [occupant('eve')] }));
    const qualities = { ann: 'excellent', 'bob@bob_live': 'poor', zoe: 'good' };
    for (const [identity, quality] of Object.entries(qualities)) {
      const participant = new FakeParticipant(identity);
      participant.connectionQuality = quality;
      session.livekit.home.join(participant);
    }
    session.livekit.home.localParticipant.connectionQuality = 'lost';
    session.livekit.home.emit('connectionQualityChanged', 'lost', session.livekit.home.localParticipant);
    expect(Object.fromEntries(session.sink.qualities.at(-1)!)).toEqual({ ann: 'excellent', bob: 'poor', eve: 'down' });
    const calls = session.sink.updates.length;
    session.livekit.home.emit('connectionQualityChanged', 'lost', session.livekit.home.localParticipant);
    expect(session.sink.updates).toHaveLength(calls);
  });
});
