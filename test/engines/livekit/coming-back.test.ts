import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveErrorCode } from '../../../src/core/index.js';
import { dataTopics } from '../../../src/protocol/index.js';
import { documentOf } from './support/documents.js';
import { DisconnectReason } from './support/fake-livekit.js';
import { minute, OneSession } from './support/one-session.js';

let session: OneSession;

beforeEach(() => {
  session = new OneSession();
});

afterEach(() => {
  session.leave();
});

describe('a loss', () => {
  it('is answered by joining again and publishing again', async () => {
    const connection = await session.enter();
    await connection.setCameraEnabled(true);
    session.livekit.down = true;
    session.livekit.room.lose(DisconnectReason.SERVER_SHUTDOWN);
    await vi.advanceTimersByTimeAsync(minute);
    expect(session.sink.states.at(-1)).toBe('reconnecting');
    expect(session.server.count('/join')).toBeGreaterThan(10);
    session.livekit.down = false;
    await vi.advanceTimersByTimeAsync(6000);
    expect(session.sink.states.at(-1)).toBe('connected');
    expect(session.livekit.room.published).toHaveLength(1);
  });

  it('is sat out for minutes while the server is away', async () => {
    await session.enter();
    session.server.down = true;
    session.livekit.room.lose(DisconnectReason.ROOM_DELETED);
    await vi.advanceTimersByTimeAsync(5 * minute);
    session.server.down = false;
    await vi.advanceTimersByTimeAsync(6000);
    expect(session.sink.states.at(-1)).toBe('connected');
  });

  it('is mended at once when the page has its network back', async () => {
    await session.enter();
    session.server.down = true;
    session.livekit.room.lose();
    await vi.advanceTimersByTimeAsync(minute);
    session.server.down = false;
    session.window.dispatchEvent(new Event('online'));
    await session.settle();
    expect(session.sink.states.at(-1)).toBe('connected');
  });

  it('is what a page inflicts on itself when it goes, and mends when it comes back', async () => {
    await session.enter('bob');
    session.window.dispatchEvent(new Event('pagehide'));
    expect(session.livekit.rooms.map(({ connected }) => connected)).toEqual([false, false]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(session.livekit.rooms.map(({ connected }) => connected)).toEqual([false, false, true, true]);
    expect(session.sink.states.at(-1)).toBe('connected');
  });

  it('that comes again right after every return is answered ever more slowly', async () => {
    await session.enter('bob');
    for (let second = 0; second < 60; second++) {
      for (const room of session.livekit.rooms) if (room.connected) room.lose(DisconnectReason.SERVER_SHUTDOWN);
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(session.server.count('/join')).toBeLessThan(30);
    expect(session.server.count('/links/')).toBeLessThan(30);
    // After a stay of a minute, the next loss counts as the first one.
    await vi.advanceTimersByTimeAsync(minute);
    const joins = session.server.count('/join');
    session.livekit.rooms.find(({ connected, access }) => connected && access?.token === 'own')?.lose();
    await vi.advanceTimersByTimeAsync(400);
    expect(session.server.count('/join')).toBe(joins + 1);
  });

  it('that was the end is told as the end', async () => {
    await session.enter();
    session.server.document = documentOf(['ann'], { revision: 2, ended: true });
    session.livekit.room.lose(DisconnectReason.ROOM_DELETED);
    await vi.advanceTimersByTimeAsync(minute);
    expect(session.sink.documents.at(-1)?.live.endedReason).toBe('ended-by-host');
    expect(session.sink.states.at(-1)).toBe('closed');
    expect(session.sink.kicks).toEqual([]);
    expect(session.livekit.rooms).toHaveLength(1);
  });

  it('of a live that nobody knows any more is an expulsion', async () => {
    await session.enter();
    session.server.document = null;
    session.livekit.room.lose(DisconnectReason.ROOM_DELETED);
    await vi.advanceTimersByTimeAsync(minute);
    expect(session.sink.kicks).toEqual(['gone-while-offline']);
  });

  it.each([
    ['a removal', DisconnectReason.PARTICIPANT_REMOVED, 'by-server'],
    ['another device', DisconnectReason.DUPLICATE_IDENTITY, 'logged-on-other-device'],
  ])('by %s is final', async (_, reason, kick) => {
    await session.enter();
    session.livekit.room.lose(reason);
    await vi.advanceTimersByTimeAsync(minute);
    expect(session.sink.kicks).toEqual([kick]);
    expect(session.livekit.rooms).toHaveLength(1);
  });

  it('by a removal is told as a kick when the server does not let the user in again', async () => {
    await session.enter();
    session.server.refusal = LiveErrorCode.noPermission;
    session.livekit.room.lose(DisconnectReason.PARTICIPANT_REMOVED);
    await vi.advanceTimersByTimeAsync(minute);
    expect(session.sink.kicks).toEqual(['by-admin']);
    // The engine asks the server for the reason without a new token.
    expect(session.server.count('/join')).toBe(1);
  });

  it('of a login that has expired is the end of this stay, and told', async () => {
    await session.enter();
    session.server.refusal = LiveErrorCode.unauthenticated;
    session.livekit.room.lose();
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(session.sink.states.at(-1)).toBe('closed');
    expect(session.sink.types.at(-1)).toBe('login-expired');
    expect(session.sink.kicks).toEqual([]);
    expect(session.server.count('/join')).toBe(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    [LiveErrorCode.noPermission, 'by-admin'],
    [LiveErrorCode.invalidParameter, 'by-server'],
  ])('is final when the server answers %d', async (code, kick) => {
    await session.enter();
    session.server.refusal = code;
    session.livekit.room.lose();
    await vi.advanceTimersByTimeAsync(minute);
    expect(session.sink.kicks).toEqual([kick]);
    expect(session.server.count('/join')).toBe(2);
  });

  it.each([LiveErrorCode.unreachable, LiveErrorCode.internal, LiveErrorCode.tooFrequent])(
    'is not final when the server answers %d',
    async (code) => {
      await session.enter();
      session.server.refusal = code;
      session.livekit.room.lose();
      await vi.advanceTimersByTimeAsync(minute);
      expect(session.sink.states.at(-1)).toBe('reconnecting');
      session.server.refusal = null;
      await vi.advanceTimersByTimeAsync(6000);
      expect(session.sink.states.at(-1)).toBe('connected');
    },
  );

  it('is final when the server does not let the user in again', async () => {
    await session.enter();
    session.server.refusal = LiveErrorCode.noPermission;
    session.livekit.room.lose();
    await vi.advanceTimersByTimeAsync(minute);
    expect(session.sink.kicks).toEqual(['by-admin']);
  });
});

describe('missed news', () => {
  it('are fetched after LiveKit has mended the connection, and when the page is seen again', async () => {
    await session.enter();
    session.server.document = documentOf(['ann', 'bob'], { revision: 2 });
    session.livekit.room.emit('signalReconnecting');
    expect(session.sink.states.at(-1)).toBe('reconnecting');
    session.livekit.room.emit('reconnected');
    await session.settle();
    expect(session.sink.states.at(-1)).toBe('connected');
    expect(session.sink.documents.at(-1)?.revision).toBe(2);
    session.server.document = documentOf(['ann'], { revision: 3 });
    session.document.dispatchEvent(new Event('visibilitychange'));
    await session.settle();
    expect(session.sink.documents.at(-1)?.revision).toBe(3);
  });

  it('include the invitations that came between join and connection', async () => {
    await session.enter();
    expect(session.server.calls.at(-1)).toBe('GET /v1/lives/ann_live');
  });
});

describe('after close', () => {
  it('nothing is heard, held or sent any more', async () => {
    const connection = await session.enter('bob');
    await connection.setCameraEnabled(true);
    await session.settle();
    await connection.close();
    const calls = session.sink.updates.length;
    for (const room of session.livekit.rooms) {
      room.setMetadata(JSON.stringify(documentOf(['ann'], { revision: 9 })));
      room.packet(dataTopics.scores, { battleId: 'b', version: 1, totals: {} });
      expect(room.connected).toBe(false);
      expect(room.eventNames()).toEqual([]);
    }
    session.window.dispatchEvent(new Event('online'));
    const requests = session.server.calls.length;
    await vi.advanceTimersByTimeAsync(minute);
    expect(session.sink.updates).toHaveLength(calls);
    expect(session.server.calls).toHaveLength(requests);
    expect([session.camera, ...session.camera.clones].every(({ readyState }) => readyState === 'ended')).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('a loss under repair stays lost', async () => {
    const connection = await session.enter();
    session.livekit.room.lose();
    await connection.close();
    await vi.advanceTimersByTimeAsync(minute);
    expect(session.livekit.rooms).toHaveLength(1);
  });
});
