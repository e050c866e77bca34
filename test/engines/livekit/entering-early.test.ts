import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LiveError, LiveErrorCode } from '../../../src/core/index.js';
import type { LiveKitClient } from '../../../src/engines/livekit/room/livekit-client.js';
import { Gate } from '../../gate.js';
import { documentOf } from './support/documents.js';
import { minute, OneSession } from './support/one-session.js';

let session: OneSession;
/** Ends the loading of LiveKit's client, which otherwise takes for ever. */
let loading: Gate<LiveKitClient>;

beforeEach(() => {
  session = new OneSession();
  loading = new Gate();
  session.loadClient = () => loading.promise;
  session.server.document = documentOf(['ann', 'bob']);
  session.server.audience = { version: 1, count: 1, members: [{ userId: 'vic', userName: 'Vic', avatarUrl: '' }] };
});

afterEach(() => {
  session.leave();
});

it('shows the live before the client of LiveKit is there, and tells nothing of it again', async () => {
  session.server.role = 'audience';
  session.server.userId = 'eva';
  const entering = session.newConnection().enter();
  await session.settle();
  expect(session.livekit.rooms).toEqual([]);
  expect(session.sink.documents).toEqual([documentOf(['ann', 'bob'])]);
  expect(session.sink.onlookers).toEqual(['vic', 'eva']);
  expect(session.sink.states).toEqual(['connecting']);
  loading.resolve(session.livekit.client);
  await entering;
  expect(session.sink.documents).toHaveLength(1);
  expect(session.sink.audiences).toHaveLength(1);
  expect(session.sink.states).toEqual(['connecting', 'connected']);
});

it('has the client loaded while the server is asked', async () => {
  let loads = 0;
  session.loadClient = () => {
    loads++;
    return loading.promise;
  };
  const answer = new Gate<Response>();
  vi.stubGlobal('fetch', () => answer.promise);
  const entering = session.newConnection().enter();
  await session.settle();
  expect(loads).toBe(1);
  answer.reject(new TypeError('no network'));
  await expect(entering).rejects.toMatchObject({ code: LiveErrorCode.unreachable });
});

it('fails when the client cannot be loaded, and says nothing afterwards', async () => {
  const entering = session.newConnection().enter();
  await session.settle();
  loading.reject(new LiveError(LiveErrorCode.unreachable, 'no such file'));
  await expect(entering).rejects.toMatchObject({ code: LiveErrorCode.unreachable, message: 'no such file' });
  const told = session.sink.updates.length;
  await vi.advanceTimersByTimeAsync(minute);
  expect(session.sink.updates).toHaveLength(told);
  expect(session.server.count('/join')).toBe(1);
  expect(session.livekit.rooms).toEqual([]);
});

it('shows nothing to a user who is refused, whether or not the client can be loaded', async () => {
  session.server.refusal = LiveErrorCode.noPermission;
  loading.reject(new LiveError(LiveErrorCode.unreachable, 'no such file'));
  await expect(session.newConnection().enter()).rejects.toMatchObject({ code: LiveErrorCode.noPermission });
  expect(session.sink.types).toEqual(['connection']);
});

it('can be broken off while the client loads: then no room is entered', async () => {
  const connection = session.newConnection();
  const entering = connection.enter();
  await session.settle();
  await connection.close();
  loading.resolve(session.livekit.client);
  await expect(entering).rejects.toMatchObject({ code: LiveErrorCode.notInLive });
  expect(session.livekit.rooms).toEqual([]);
});

it('enters the rooms of linked lives once the client is there', async () => {
  const entering = session.newConnection().enter();
  await session.settle();
  expect(session.server.count('/links/')).toBe(0);
  loading.resolve(session.livekit.client);
  await entering;
  await session.settle();
  expect(session.livekit.rooms.map(({ access }) => access?.token).sort()).toEqual(['link to bob_live', 'own']);
});
