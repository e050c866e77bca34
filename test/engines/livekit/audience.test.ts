import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { documentOf, occupant } from './support/documents.js';
import { FakeParticipant } from './support/fake-livekit.js';
import { OneSession } from './support/one-session.js';

let session: OneSession;

beforeEach(() => {
  session = new OneSession();
});

afterEach(() => {
  session.leave();
});

const coalesced = async (): Promise<void> => {
  await vi.advanceTimersByTimeAsync(300);
};
const join = (identity: string, attributes = {}): void =>
  session.livekit.home.join(new FakeParticipant(identity, attributes));

describe('the audience', () => {
  it('is everybody without a seat, this user included', async () => {
    await session.enterAs('viewer', documentOf(['ann', 'bob'], { guests: [occupant('eve')] }));
    for (const identity of ['ann', 'eve', 'bob@bob_live']) join(identity);
    join('zoe', { avatarUrl: 'https://example.test/zoe.png' });
    await coalesced();
    expect(session.sink.audiences.at(-1)).toEqual({
      count: 2,
      members: [
        { userId: 'viewer', userName: 'viewer', avatarUrl: '' },
        { userId: 'zoe', userName: 'zoe', avatarUrl: 'https://example.test/zoe.png' },
      ],
    });
  });

  it('loses whoever sits down', async () => {
    await session.enter();
    join('zoe');
    await coalesced();
    expect(session.sink.audiences.at(-1)?.count).toBe(1);
    session.livekit.home.setMetadata(JSON.stringify(documentOf(['ann'], { guests: [occupant('zoe')], revision: 2 })));
    await coalesced();
    expect(session.sink.audiences.at(-1)).toEqual({ count: 0, members: [] });
  });

  it('is told once of a crowd, with a list of two hundred', async () => {
    await session.enter();
    await coalesced();
    const told = session.sink.audiences.length;
    for (let i = 0; i < 500; i++) join(`fan${i}`);
    await coalesced();
    expect(session.sink.audiences).toHaveLength(told + 1);
    expect(session.sink.audiences.at(-1)?.count).toBe(500);
    expect(session.sink.audiences.at(-1)?.members).toHaveLength(200);
  });

  it('does not look empty while the connection is lost', async () => {
    await session.enter();
    join('zoe');
    await coalesced();
    const told = session.sink.audiences.length;
    join('yul');
    session.server.down = true;
    session.livekit.home.remoteParticipants.clear();
    session.livekit.home.lose();
    await coalesced();
    expect(session.sink.audiences).toHaveLength(told);
  });

  describe('is not told anew from a room that', () => {
    const learn = async (): Promise<void> => {
      session.server.document = documentOf(['ann', 'bob'], { revision: 2 });
      session.window.dispatchEvent(new Event('online'));
      await session.settle();
      expect(session.sink.documents.at(-1)?.revision).toBe(2);
      await coalesced();
    };

    it('is still being entered', async () => {
      await session.enter();
      join('zoe');
      await coalesced();
      const told = session.sink.audiences.length;
      session.livekit.entering = () => new Promise(() => undefined);
      session.livekit.home.lose();
      await vi.advanceTimersByTimeAsync(1000);
      expect(session.livekit.rooms).toHaveLength(2);
      await learn();
      expect(session.sink.audiences).toHaveLength(told);
    });

    it('LiveKit’s client enters anew, and is again once it has', async () => {
      await session.enter();
      join('zoe');
      await coalesced();
      const told = session.sink.audiences.length;
      session.livekit.home.remoteParticipants.clear();
      session.livekit.home.emit('reconnecting');
      await learn();
      expect(session.sink.audiences).toHaveLength(told);
      session.livekit.home.emit('reconnected');
      await coalesced();
      expect(session.sink.audiences.at(-1)?.count).toBe(0);
    });
  });

  it('is not told of again while it stays the same', async () => {
    await session.enter();
    join('zoe');
    await coalesced();
    const told = session.sink.audiences.length;
    session.livekit.home.emit('trackMuted');
    await coalesced();
    expect(session.sink.audiences).toHaveLength(told);
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
