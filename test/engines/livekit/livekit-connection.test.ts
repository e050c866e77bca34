import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveErrorCode } from '../../../src/core/index.js';
import { dataTopics } from '../../../src/protocol/index.js';
import { documentOf } from './support/documents.js';
import { DisconnectReason, FakeParticipant, FakeTrack } from './support/fake-livekit.js';
import { minute, OneSession } from './support/one-session.js';

let session: OneSession;

beforeEach(() => {
  session = new OneSession();
});

afterEach(() => {
  session.leave();
});

describe('entering', () => {
  it('delivers the document before it connects', async () => {
    await session.enter();
    expect(session.sink.documents[0]?.live.liveId).toBe('ann_live');
    expect(session.sink.states).toEqual(['connecting', 'connected']);
    expect(session.livekit.room.access).toMatchObject({ url: 'ws://livekit', token: 'own', autoSubscribe: true });
  });

  it('takes what LiveKit knew better', async () => {
    session.livekit.metadata = JSON.stringify(documentOf(['ann', 'bob'], { revision: 2 }));
    session.server.role = 'audience';
    await session.enter();
    expect(session.sink.documents.map(({ revision }) => revision)).toEqual([1, 2]);
  });

  it('fails when there is no such live, and says nothing afterwards', async () => {
    const connection = session.newConnection();
    await expect(connection.enter()).rejects.toMatchObject({ code: LiveErrorCode.liveNotFound });
    const calls = session.sink.updates.length;
    await vi.advanceTimersByTimeAsync(minute);
    expect(session.sink.updates).toHaveLength(calls);
    expect(session.server.count('/join')).toBe(1);
  });

  it('fails when LiveKit is down', async () => {
    session.livekit.down = true;
    session.server.document = documentOf(['ann']);
    await expect(session.newConnection().enter()).rejects.toMatchObject({ code: LiveErrorCode.unreachable });
  });

  it('can be broken off', async () => {
    session.server.document = documentOf(['ann']);
    const connection = session.newConnection();
    const entering = connection.enter();
    void connection.close();
    await expect(entering).rejects.toMatchObject({ code: LiveErrorCode.notInLive });
    await vi.advanceTimersByTimeAsync(minute);
    expect(session.livekit.rooms).toHaveLength(0);
  });
});

describe('what counts', () => {
  it('is what the server sent, not what a participant did', async () => {
    await session.enter();
    const board = { battleId: 'b', version: 1, totals: {}, contributors: {} };
    session.livekit.room.packet(dataTopics.scores, board, 'mallory');
    session.livekit.room.join(new FakeParticipant('eve'));
    session.livekit.room.packet(dataTopics.scores, board, 'eve');
    expect(session.sink.boards).toEqual([]);
    session.livekit.room.packet(dataTopics.scores, board);
    expect(session.sink.boards).toEqual([board]);
  });

  it('are people whom the document has in the link', async () => {
    await session.enter('bob');
    session.livekit.home.join(new FakeParticipant('viewer'));
    session.livekit.home.join(new FakeParticipant('bob@bob_live', { liveId: 'bob_live' }));
    session.livekit.home.join(new FakeParticipant('cyd@cyd_live', { liveId: 'cyd_live' }));
    session.livekit.home.join(new FakeParticipant('bob', { liveId: 'bob_live' }));
    expect(session.sink.people.map(({ userId }) => userId)).toEqual(['ann', 'bob']);
    session.livekit.home.setMetadata(JSON.stringify(documentOf(['ann'], { revision: 2 })));
    expect(session.sink.people.map(({ userId }) => userId)).toEqual(['ann']);
  });

  it('is the sound of those who are shown', async () => {
    await session.enter('bob');
    const [bob, cyd] = ['bob', 'cyd'].map((name) => {
      const participant = new FakeParticipant(`${name}@${name}_live`, { liveId: `${name}_live` }, 0.5);
      participant.publications.set('microphone', { isMuted: false, track: new FakeTrack() });
      session.livekit.home.join(participant);
      return participant;
    });
    const attached = (participant?: FakeParticipant): number | undefined =>
      participant?.publications.get('microphone')?.track?.attached;
    expect([attached(bob), attached(cyd)]).toEqual([1, 0]);
    session.livekit.home.activeSpeakers = [bob!, cyd!];
    session.livekit.home.emit('activeSpeakersChanged', [bob, cyd]);
    expect([...session.sink.volumes.at(-1)!]).toEqual([['bob', 50]]);
    // LiveKit does not announce a speaker again when the document names them later.
    session.livekit.home.setMetadata(JSON.stringify(documentOf(['ann', 'bob', 'cyd'], { revision: 2 })));
    expect([...session.sink.volumes.at(-1)!.keys()]).toEqual(['bob', 'cyd']);
    session.livekit.home.setMetadata(JSON.stringify(documentOf(['ann'], { revision: 3 })));
    expect(attached(bob)).toBe(0);
    expect(session.sink.volumes.at(-1)?.size).toBe(0);
  });
});

describe('a picture', () => {
  it('is shown, published at home and as a small copy in every linked room', async () => {
    const connection = await session.enter('bob', 'cyd');
    await connection.setCameraEnabled(true);
    await session.settle();
    const [home, ...away] = session.livekit.rooms;
    expect(session.sink.people[0]).toMatchObject({ userId: 'ann', cameraStatus: 'on' });
    expect(home?.published).toHaveLength(1);
    expect(away.map((room) => room.access)).toEqual([
      { url: 'ws://livekit', token: 'link to bob_live', autoSubscribe: false },
      { url: 'ws://livekit', token: 'link to cyd_live', autoSubscribe: false },
    ]);
    for (const room of away) {
      expect(room.published[0]?.options).toMatchObject({ simulcast: false, videoEncoding: { maxBitrate: 250_000 } });
    }
    await connection.setCameraEnabled(false);
    await session.settle();
    expect(session.livekit.rooms.flatMap(({ published }) => published)).toEqual([]);
    expect([session.camera, ...session.camera.clones].map(({ readyState }) => readyState)).toEqual(
      Array(4).fill('ended'),
    );
  });

  it('leaves the room of a live that is linked no more', async () => {
    const connection = await session.enter('bob');
    await connection.setCameraEnabled(true);
    await session.settle();
    const [home, away] = session.livekit.rooms;
    home?.setMetadata(JSON.stringify(documentOf(['ann'], { revision: 2 })));
    await vi.advanceTimersByTimeAsync(minute);
    expect(away?.connected).toBe(false);
    expect(session.camera.clones.filter(({ readyState }) => readyState === 'live')).toHaveLength(1);
    expect(session.livekit.rooms).toHaveLength(2);
  });

  it('comes back into a linked room by itself', async () => {
    const connection = await session.enter('bob');
    await connection.setCameraEnabled(true);
    await session.settle();
    session.livekit.rooms[1]?.lose(DisconnectReason.SERVER_SHUTDOWN);
    await vi.advanceTimersByTimeAsync(minute);
    expect(session.livekit.rooms).toHaveLength(3);
    expect(session.livekit.room.published).toHaveLength(1);
    expect(session.camera.clones.filter(({ readyState }) => readyState === 'live')).toHaveLength(2);
  });

  it('that cannot be published is refused, and goes off', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const connection = await session.enter();
    session.livekit.takesNothing = true;
    await expect(connection.setCameraEnabled(true)).rejects.toMatchObject({ code: LiveErrorCode.mediaUnavailable });
    expect(session.camera.readyState).toBe('ended');
    expect(session.sink.people).toMatchObject([{ userId: 'ann', cameraStatus: 'off' }]);
    // The caller has the error already, so no stop is told.
    await vi.advanceTimersByTimeAsync(minute);
    expect(session.sink.stops).toEqual([]);
    session.livekit.takesNothing = false;
    await connection.setMicrophoneEnabled(true);
    expect(session.livekit.home.published.map(({ options }) => options.source)).toEqual(['microphone']);
  });

  it('that cannot be published any more after a return goes off, and that is told', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const connection = await session.enter();
    await connection.setCameraEnabled(true);
    session.livekit.takesNothing = true;
    session.livekit.room.lose();
    await vi.advanceTimersByTimeAsync(2000);
    expect(session.sink.states.at(-1)).toBe('connected');
    expect(session.sink.stops).toEqual([]);
    await vi.advanceTimersByTimeAsync(minute);
    expect(session.sink.stops).toEqual([['camera', 'publish-failed']]);
    expect(session.camera.readyState).toBe('ended');
    expect(session.sink.people).toMatchObject([{ userId: 'ann', cameraStatus: 'off' }]);
  });

  it('that a linked room does not take is tried there again, and stays on at home', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const connection = await session.enter('bob');
    await connection.setCameraEnabled(true);
    await session.settle();
    session.livekit.takesNothing = true;
    session.livekit.rooms[1]?.lose();
    await vi.advanceTimersByTimeAsync(2 * minute);
    expect(session.sink.stops).toEqual([]);
    session.livekit.takesNothing = false;
    await vi.advanceTimersByTimeAsync(minute);
    expect(session.livekit.room.published).toHaveLength(1);
  });

  it('is not for the audience', async () => {
    const connection = await session.enterAs('viewer', documentOf(['ann', 'bob']));
    await expect(connection.setCameraEnabled(true)).rejects.toMatchObject({ code: LiveErrorCode.noPermission });
    expect(session.livekit.rooms).toHaveLength(1);
  });
});

it('a host who leaves with the camera on hears nobody any more', async () => {
  const connection = await session.enter('bob');
  await connection.setCameraEnabled(true);
  const bob = new FakeParticipant('bob@bob_live', { liveId: 'bob_live' });
  const track = new FakeTrack();
  bob.publications.set('microphone', { isMuted: false, track });
  session.livekit.home.join(bob);
  expect(track.attached).toBe(1);
  await connection.close();
  expect(track.attached).toBe(0);
});
