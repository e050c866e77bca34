import { describe, expect, it, vi } from 'vitest';
import { LiveErrorCode } from '../../../src/core/index.js';
import { settled } from '../../fake-clock.js';
import { Neighbourhood } from './neighbourhood.js';
import { fakeCamera } from './fake-camera.js';

const refusal = (code: LiveErrorCode): object => ({ name: 'LiveError', code });

describe('devices', () => {
  it('have no picture where there is no DOM', async () => {
    const ann = await new Neighbourhood().host('ann');
    await expect(ann.connection.setCameraEnabled(true)).rejects.toMatchObject(refusal(LiveErrorCode.mediaUnavailable));
    const bob = await new Neighbourhood().host('bob', 'device');
    await expect(bob.connection.setCameraEnabled(true)).rejects.toMatchObject(refusal(LiveErrorCode.mediaUnavailable));
  });

  it('are for those on seats alone', async () => {
    const neighbourhood = new Neighbourhood();
    await neighbourhood.host('ann');
    const { connection } = await neighbourhood.viewer('vic', 'ann');
    await expect(connection.setCameraEnabled(true)).rejects.toMatchObject(refusal(LiveErrorCode.noPermission));
    await expect(connection.setMicrophoneEnabled(true)).rejects.toMatchObject(refusal(LiveErrorCode.noPermission));
    await connection.setCameraEnabled(false);
  });

  it('show in all linked lives as the same track, and only there', async () => {
    const neighbourhood = new Neighbourhood();
    const camera = fakeCamera();
    const ann = await neighbourhood.host('ann', () => Promise.resolve(camera.stream));
    const bob = await neighbourhood.host('bob');
    const cid = await neighbourhood.host('cid');
    const vic = await neighbourhood.viewer('vic', 'bob');
    await ann.connection.setCameraEnabled(true);
    await settled();
    expect(vic.sink.present).toEqual(['bob']);
    await neighbourhood.link(ann, 'ann', bob, 'bob');
    const seen = [ann, bob, vic].map(({ sink }) =>
      sink.participantLists.at(-1)?.find(({ userId }) => userId === 'ann'),
    );
    expect(seen[0]).toMatchObject({ liveId: 'ann_live', cameraStatus: 'on', microphoneStatus: 'off' });
    expect(new Set(seen.map((participant) => participant?.video)).size).toBe(1);
    expect(cid.sink.present).toEqual(['cid']);
    const surface = { srcObject: null as unknown };
    const detach = seen[2]!.video!.attach(surface);
    expect(surface.srcObject).toBe(camera.stream);
    detach();
    expect(surface.srcObject).toBeNull();

    await ann.connection.setCameraEnabled(false);
    await settled();
    expect(vic.sink.participantLists.at(-1)?.map(({ video }) => video)).toEqual([null, null]);
    expect(camera.stop).toHaveBeenCalledTimes(1);
  });

  it('are as they were told last, however fast', async () => {
    let opened = 0;
    const ann = await new Neighbourhood().host('ann', async () => {
      opened++;
      await settled();
      return fakeCamera().stream;
    });
    const { connection } = ann;
    await Promise.all([true, true, false, true, false].map((enabled) => connection.setCameraEnabled(enabled)));
    await settled();
    expect(opened).toBe(2);
    expect(ann.sink.participantLists.at(-1)?.[0]?.cameraStatus).toBe('off');
  });

  it('are let go of when the host leaves while the camera is being opened', async () => {
    const camera = fakeCamera();
    let open = (): void => undefined;
    const ann = await new Neighbourhood().host(
      'ann',
      () => new Promise((resolve) => (open = () => resolve(camera.stream))),
    );
    const opening = ann.connection.setCameraEnabled(true);
    await settled();
    await ann.connection.close();
    open();
    await expect(opening).rejects.toMatchObject(refusal(LiveErrorCode.notInLive));
    expect(camera.stop).toHaveBeenCalledTimes(1);
    await expect(ann.connection.setCameraEnabled(true)).rejects.toMatchObject(refusal(LiveErrorCode.notInLive));
  });

  it('do not wait for each other', async () => {
    const ann = await new Neighbourhood().host('ann', () => new Promise(() => undefined));
    void ann.connection.setCameraEnabled(true);
    await ann.connection.setMicrophoneEnabled(true);
    await settled();
    expect(ann.sink.participantLists.at(-1)?.[0]).toMatchObject({ cameraStatus: 'off', microphoneStatus: 'on' });
  });

  it('can be opened again after they failed', async () => {
    const answers = [() => Promise.reject(new Error('busy')), () => Promise.resolve(fakeCamera().stream)];
    const ann = await new Neighbourhood().host('ann', () => answers.shift()!());
    await expect(ann.connection.setCameraEnabled(true)).rejects.toMatchObject(refusal(LiveErrorCode.mediaUnavailable));
    await ann.connection.setCameraEnabled(true);
    await settled();
    expect(ann.sink.participantLists.at(-1)?.[0]?.cameraStatus).toBe('on');
  });
});

it('a camera that is pulled out is off, and its user is told', async () => {
  const camera = fakeCamera();
  const ann = await new Neighbourhood().host('ann', () => Promise.resolve(camera.stream));
  await ann.connection.setCameraEnabled(true);
  camera.unplug();
  await settled();
  expect(ann.sink.stops).toEqual([['camera', 'unplugged']]);
  expect(ann.sink.participantLists.at(-1)?.[0]).toMatchObject({ cameraStatus: 'off', video: null });
  await ann.connection.setCameraEnabled(true);
  await ann.connection.setCameraEnabled(false);
  camera.unplug();
  expect(ann.sink.stops).toHaveLength(1);
});

describe('speaking', () => {
  it('is made up while a microphone is on, a few times a second, for those who can hear it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    try {
      const neighbourhood = new Neighbourhood();
      const ann = await neighbourhood.host('ann');
      const vic = await neighbourhood.viewer('vic', 'ann');
      const bob = await neighbourhood.host('bob');
      await ann.connection.setMicrophoneEnabled(true);
      for (let second = 0; second < 20; second++) {
        await vi.advanceTimersByTimeAsync(1000);
        await settled();
      }
      const volumes = vic.sink.volumes.map((heard) => heard.get('ann') ?? 0);
      expect(volumes.length).toBeGreaterThan(10);
      expect(volumes.length).toBeLessThanOrEqual(20 * 5);
      expect(Math.max(...volumes)).toBeGreaterThan(10);
      expect(Math.max(...volumes)).toBeLessThanOrEqual(100);
      expect(Math.min(...volumes)).toBe(0);
      expect(bob.sink.volumes).toEqual([]);
      await ann.connection.setMicrophoneEnabled(false);
      await settled();
      expect(vic.sink.volumes.at(-1)?.size).toBe(0);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('of a live that a user has muted is shown to everybody but them', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    try {
      const neighbourhood = new Neighbourhood();
      const ann = await neighbourhood.host('ann');
      const bob = await neighbourhood.host('bob');
      const vic = await neighbourhood.viewer('vic', 'ann');
      await neighbourhood.link(ann, 'ann', bob, 'bob');
      for (const { connection } of [ann, bob]) await connection.setMicrophoneEnabled(true);
      const heardIn = async (seconds: number): Promise<ReadonlyMap<string, unknown>> => {
        for (const { sink } of [ann, vic]) sink.forget();
        await vi.advanceTimersByTimeAsync(seconds * 1000);
        await settled();
        const idsHeard = ({ sink }: typeof ann): unknown =>
          [...new Set(sink.volumes.flatMap((map) => [...map.keys()]))].sort();
        return new Map([
          ['ann', idsHeard(ann)],
          ['vic', idsHeard(vic)],
        ]);
      };
      ann.connection.setLiveMuted('bob_live', true);
      expect(await heardIn(20)).toEqual(
        new Map([
          ['ann', ['ann']],
          ['vic', ['ann', 'bob']],
        ]),
      );
      ann.connection.setLiveMuted('bob_live', false);
      expect(await heardIn(20)).toEqual(
        new Map([
          ['ann', ['ann', 'bob']],
          ['vic', ['ann', 'bob']],
        ]),
      );
    } finally {
      vi.useRealTimers();
    }
  });
});
