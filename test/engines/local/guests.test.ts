import { describe, expect, it } from 'vitest';
import { LiveErrorCode, SeatLayoutTemplate, type DeviceType } from '../../../src/core/index.js';
import type { UserCommand } from '../../../src/protocol/index.js';
import { settled } from '../../fake-clock.js';
import { fakeCamera } from './fake-camera.js';
import { Neighbourhood, type Resident } from './neighbourhood.js';

const refusal = (code: LiveErrorCode): object => ({ name: 'LiveError', code });
const liveId = 'ann_live';

async function annWithGuest() {
  const neighbourhood = new Neighbourhood();
  const ann = await neighbourhood.host('ann');
  const camera = fakeCamera();
  const vic = await neighbourhood.guest('vic', 'ann', () => Promise.resolve(camera.stream));
  const wil = await neighbourhood.viewer('wil', 'ann');
  return { neighbourhood, clock: neighbourhood.clock, world: neighbourhood.world, ann, vic, wil, camera };
}

async function act({ engine }: Resident, command: UserCommand): Promise<void> {
  await engine.execute(command);
  await settled();
}

const remote = (type: 'open-remote-device' | 'close-remote-device', device: DeviceType): UserCommand => ({
  type,
  liveId,
  userId: 'vic',
  device,
});

describe('a guest on a seat', () => {
  it('is there for everybody in the live, with their devices', async () => {
    const { ann, vic, wil } = await annWithGuest();
    await vic.connection.setCameraEnabled(true);
    await vic.connection.setMicrophoneEnabled(true);
    await settled();
    for (const { sink } of [ann, vic, wil]) {
      expect(sink.present).toEqual(['ann', 'vic']);
      const guest = sink.participantLists.at(-1)?.[1];
      expect(guest).toMatchObject({ userId: 'vic', liveId, cameraStatus: 'on', microphoneStatus: 'on' });
      expect(guest?.video).not.toBeNull();
    }
  });

  it('is no participant of a linked video live, which shows its host alone', async () => {
    const { neighbourhood, ann, vic } = await annWithGuest();
    const bob = await neighbourhood.host('bob');
    await act(vic, { type: 'leave-seat', liveId });
    await neighbourhood.link(ann, 'ann', bob, 'bob');
    expect(bob.sink.present).toEqual(['bob', 'ann']);
  });

  it('is there in a linked voice live too, under the live of their seat', async () => {
    const neighbourhood = new Neighbourhood();
    const voice = { seatMode: 'free', seatLayoutTemplate: SeatLayoutTemplate.audioSalon } as const;
    const ann = await neighbourhood.host('ann', undefined, voice);
    const bob = await neighbourhood.host('bob', undefined, voice);
    const vic = await neighbourhood.guest('vic', 'ann');
    await neighbourhood.link(ann, 'ann', bob, 'bob');
    await vic.connection.setMicrophoneEnabled(true);
    await settled();
    expect(bob.sink.participantLists.at(-1)).toEqual([
      expect.objectContaining({ userId: 'bob', liveId: 'bob_live' }),
      expect.objectContaining({ userId: 'ann', liveId }),
      expect.objectContaining({ userId: 'vic', liveId, microphoneStatus: 'on' }),
    ]);
  });

  it('needs none as the host of a link, who is shown all the same', async () => {
    const neighbourhood = new Neighbourhood();
    const ann = await neighbourhood.host('ann', undefined, { keepOwnerOnSeat: false });
    const bob = await neighbourhood.host('bob');
    const opening = ann.connection.setMicrophoneEnabled(true);
    await expect(opening).rejects.toMatchObject(refusal(LiveErrorCode.noPermission));
    await neighbourhood.link(ann, 'ann', bob, 'bob');
    await ann.connection.setMicrophoneEnabled(true);
    await settled();
    for (const { sink } of [ann, bob]) {
      const shown = sink.participantLists.at(-1)?.find(({ userId }) => userId === 'ann');
      expect(shown).toMatchObject({ liveId, microphoneStatus: 'on' });
    }
    await act(bob, { type: 'exit-host-connection', liveId: 'bob_live' });
    expect(ann.sink.stops).toEqual([['microphone', 'seat-lost']]);
    expect(ann.sink.present).toEqual([]);
  });

  it('is told of the end of a live alone, not of devices too', async () => {
    const neighbourhood = new Neighbourhood();
    const ann = await neighbourhood.host('ann', undefined, { keepOwnerOnSeat: false });
    const bob = await neighbourhood.host('bob');
    await neighbourhood.link(ann, 'ann', bob, 'bob');
    await ann.connection.setMicrophoneEnabled(true);
    await neighbourhood.world.closeLive(liveId);
    await settled();
    expect(ann.sink.documents.at(-1)?.live.endedReason).toBe('ended-by-server');
    expect(ann.sink.stops).toEqual([]);
  });

  it('may open a device as soon as the seat is theirs, before the document says so', async () => {
    const neighbourhood = new Neighbourhood({ latency: 100 });
    const { clock } = neighbourhood;
    const hosting = neighbourhood.host('ann');
    await clock.advance(1_000);
    const ann = await hosting;
    const coming = neighbourhood.viewer('vic', 'ann');
    await clock.advance(1_000);
    const vic = await coming;
    // A document from before the seat is still on its way when the seat is taken.
    const renaming = ann.engine.execute({ type: 'update-live', liveId, liveName: 'Another name' });
    const taking = vic.engine.execute({ type: 'take-seat', liveId });
    await clock.advance(100);
    await Promise.all([renaming, taking]);
    await vic.connection.setMicrophoneEnabled(true);
    expect(vic.sink.documents.at(-1)?.seats[1]?.occupant).toBeNull();
    await clock.advance(1_000);
    expect(vic.sink.stops).toEqual([]);
    expect(ann.sink.participantLists.at(-1)?.[1]).toMatchObject({ userId: 'vic', microphoneStatus: 'on' });
  });
});

describe('a device that the seat stops allowing', () => {
  it('goes off when the host closes it, and comes on again at the guest’s own wish alone', async () => {
    const { ann, vic, camera } = await annWithGuest();
    await vic.connection.setCameraEnabled(true);
    await vic.connection.setMicrophoneEnabled(true);
    await act(ann, remote('close-remote-device', 'camera'));
    expect(vic.sink.stops).toEqual([['camera', 'closed-by-admin']]);
    expect(camera.stop).toHaveBeenCalledTimes(1);
    const seen = (): unknown => ann.sink.participantLists.at(-1)?.[1];
    expect(seen()).toMatchObject({ cameraStatus: 'off', microphoneStatus: 'on' });
    await expect(vic.connection.setCameraEnabled(true)).rejects.toMatchObject(refusal(LiveErrorCode.noPermission));

    await act(ann, remote('open-remote-device', 'camera'));
    expect(seen()).toMatchObject({ cameraStatus: 'off' });
    await vic.connection.setCameraEnabled(true);
    await settled();
    expect(seen()).toMatchObject({ cameraStatus: 'on' });
    expect(vic.sink.stops).toHaveLength(1);
  });

  it('goes off with the seat, and nobody is told of one that was off', async () => {
    const { ann, vic } = await annWithGuest();
    await vic.connection.setMicrophoneEnabled(true);
    await act(ann, { type: 'kick-user-out-of-seat', liveId, userId: 'vic' });
    expect(vic.sink.stops).toEqual([['microphone', 'seat-lost']]);
    expect(ann.sink.present).toEqual(['ann']);
    await act(vic, { type: 'take-seat', liveId });
    await act(vic, { type: 'leave-seat', liveId });
    expect(vic.sink.stops).toHaveLength(1);
  });

  it('never comes on when the seat is lost while the camera is being opened', async () => {
    const { neighbourhood, ann, camera } = await annWithGuest();
    let open = (): void => undefined;
    const zoe = await neighbourhood.guest(
      'zoe',
      'ann',
      () => new Promise((resolve) => (open = () => resolve(camera.stream))),
    );
    const opening = zoe.connection.setCameraEnabled(true);
    await settled();
    await act(ann, { type: 'kick-user-out-of-seat', liveId, userId: 'zoe' });
    await act(zoe, { type: 'take-seat', liveId });
    open();
    await expect(opening).rejects.toMatchObject(refusal(LiveErrorCode.noPermission));
    await settled();
    expect(camera.stop).toHaveBeenCalledTimes(1);
    expect(zoe.sink.stops).toEqual([]);
    expect(ann.sink.participantLists.at(-1)?.find(({ userId }) => userId === 'zoe')?.cameraStatus).toBe('off');
  });

  it('goes off when the network is back, where the seat was lost meanwhile', async () => {
    const { world, ann, vic } = await annWithGuest();
    await vic.connection.setMicrophoneEnabled(true);
    await world.cutNetwork('vic');
    await act(ann, { type: 'kick-user-out-of-seat', liveId, userId: 'vic' });
    expect(vic.sink.stops).toEqual([]);
    await world.restoreNetwork('vic');
    expect(vic.sink.stops).toEqual([['microphone', 'seat-lost']]);
    await settled();
    expect(ann.sink.present).toEqual(['ann']);
  });

  it('stays on when the guest is moved', async () => {
    const { ann, vic } = await annWithGuest();
    await vic.connection.setMicrophoneEnabled(true);
    await act(ann, { type: 'move-user-to-seat', liveId, userId: 'vic', targetIndex: 0, policy: 'swap-position' });
    expect(vic.sink.stops).toEqual([]);
    expect(ann.sink.present).toEqual(['vic', 'ann']);
  });
});

describe('a guest who is gone', () => {
  const lostAt = ({ sink }: Resident): number | null | undefined => sink.documents.at(-1)?.seats[1]?.occupant?.lostAt;

  it('is shown as reconnecting after a while, and is back when they come again', async () => {
    const { neighbourhood, clock, ann, vic } = await annWithGuest();
    const leftAt = clock.now();
    await vic.connection.close();
    await clock.advance(5_000);
    expect(lostAt(ann)).toBe(leftAt);
    expect(ann.sink.present).toEqual(['ann']);
    await neighbourhood.enter(vic.engine, liveId);
    await settled();
    expect(lostAt(ann)).toBeNull();
    expect(ann.sink.present).toEqual(['ann', 'vic']);
  });

  it('loses the seat after the grace, whether the page crashed or the network was cut', async () => {
    for (const how of ['crash', 'cutNetwork'] as const) {
      const { clock, world, ann } = await annWithGuest();
      await world[how]('vic');
      await clock.advance(29_000);
      expect(ann.sink.documents.at(-1)?.seats[1]?.occupant?.userId).toBe('vic');
      await clock.advance(1_000);
      expect(ann.sink.documents.at(-1)?.seats[1]?.occupant).toBeNull();
    }
  });

  it('is not gone when they came in on another device', async () => {
    const { neighbourhood, clock, ann, vic } = await annWithGuest();
    const second = await neighbourhood.enter(vic.engine, liveId);
    await vic.connection.close();
    await clock.advance(60_000);
    expect(lostAt(ann)).toBeNull();
    expect(second.sink.kicks).toEqual([]);
    await second.connection.setMicrophoneEnabled(true);
    await settled();
    expect(ann.sink.participantLists.at(-1)?.[1]).toMatchObject({ userId: 'vic', microphoneStatus: 'on' });
  });
});
