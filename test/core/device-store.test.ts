import { describe, expect, it } from 'vitest';
import { LiveError, LiveErrorCode, type DeviceStoppedReason } from '../../src/core/index.js';
import { documentOf, seats } from './examples.js';
import { settled } from '../fake-clock.js';
import { enter, inside, start } from './inside.js';

describe('devices', () => {
  it('switched on before a live take effect on entering', async () => {
    const { engine, session } = start();
    await session.deviceStore.openLocalCamera();
    expect(session.deviceStore.cameraStatus.get()).toBe('on');
    const entering = session.liveListStore.joinLive({ liveId: 'ann_live' });
    await settled();
    engine.joins[0]!.sink.document(documentOf('ann'));
    engine.joins[0]!.admit();
    await entering;
    expect(engine.joins[0]!.connection.calls).toEqual(['camera true']);
  });

  it('are switched in the live', async () => {
    const { session, connection } = await inside();
    await session.deviceStore.openLocalMicrophone();
    await session.deviceStore.closeLocalMicrophone();
    await session.deviceStore.openLocalCamera();
    expect(connection.calls).toEqual(['microphone true', 'microphone false', 'camera true']);
    expect(session.deviceStore.cameraStatus.get()).toBe('on');
    expect(session.deviceStore.microphoneStatus.get()).toBe('off');
  });

  it('say why they are off', async () => {
    const { session, connection } = await inside();
    const denied = new LiveError(LiveErrorCode.mediaUnavailable, 'denied');
    connection.error = denied;
    await expect(session.deviceStore.openLocalCamera()).rejects.toBe(denied);
    expect(session.deviceStore.cameraStatus.get()).toBe('off');
    expect(session.deviceStore.lastError.get()).toBe(denied);
    connection.error = null;
    await session.deviceStore.openLocalCamera();
    expect(session.deviceStore.lastError.get()).toBeNull();
  });

  it('that are missing do not keep anybody from entering', async () => {
    const { engine, session } = start();
    await session.deviceStore.openLocalCamera();
    const entering = session.liveListStore.joinLive({ liveId: 'ann_live' });
    await settled();
    engine.joins[0]!.connection.error = new LiveError(LiveErrorCode.mediaUnavailable, 'none');
    engine.joins[0]!.sink.document(documentOf('ann'));
    engine.joins[0]!.admit();
    await entering;
    await settled();
    expect(session.liveListStore.currentLive.get()?.liveId).toBe('ann_live');
    expect(session.deviceStore.cameraStatus.get()).toBe('off');
    expect(session.deviceStore.lastError.get()?.message).toBe('none');
  });
});

describe('devices that were switched on before', () => {
  const guests = documentOf('ann', { seats: seats(9, 'ann', 'guy') });

  it('take effect for a guest who still has a seat', async () => {
    const { engine, session } = start('guy');
    await session.deviceStore.openLocalMicrophone();
    const { connection } = await enter({ engine, session }, guests);
    expect(connection.calls).toEqual(['microphone true']);
    expect(session.deviceStore.microphoneStatus.get()).toBe('on');
  });

  it('take effect for an owner without a seat', async () => {
    const { engine, session } = start();
    await session.deviceStore.openLocalCamera();
    const { connection } = await enter({ engine, session }, documentOf('ann', { seats: seats(9) }));
    expect(connection.calls).toEqual(['camera true']);
  });

  it('go off in the audience, so that a seat shows nobody unawares', async () => {
    const { engine, session } = start('eva');
    await session.deviceStore.openLocalCamera();
    const { connection, sink } = await enter({ engine, session }, guests);
    expect(session.deviceStore.cameraStatus.get()).toBe('off');
    expect(session.deviceStore.lastError.get()).toBeNull();
    sink.document(documentOf('ann', { revision: 2, seats: seats(9, 'ann', 'guy', 'eva') }));
    expect(connection.calls).toEqual([]);
  });
});

it('a device without a seat for it is refused and stays off', async () => {
  const { session, connection } = await inside(documentOf('ann'), 'eva');
  connection.error = new LiveError(LiveErrorCode.noPermission, 'no seat');
  await expect(session.deviceStore.openLocalMicrophone()).rejects.toMatchObject({ code: LiveErrorCode.noPermission });
  expect(session.deviceStore.microphoneStatus.get()).toBe('off');
});

describe('device-stopped', () => {
  async function stopped(reason: DeviceStoppedReason): Promise<[string[], LiveError | null]> {
    const { session, sink } = await inside();
    const { deviceStore } = session;
    await deviceStore.openLocalCamera();
    await deviceStore.openLocalMicrophone();
    const heard: string[] = [];
    deviceStore.events.on('device-stopped', (event) => {
      heard.push(`${event.device} ${event.reason}: ${deviceStore.cameraStatus.get()}`);
    });
    sink.deviceStopped('camera', reason);
    expect(deviceStore.microphoneStatus.get()).toBe('on');
    return [heard, deviceStore.lastError.get()];
  }

  it('says that a camera was unplugged', async () => {
    const [heard, error] = await stopped('unplugged');
    expect(heard).toEqual(['camera unplugged: off']);
    expect(error).toMatchObject({ code: LiveErrorCode.mediaUnavailable });
  });

  it('says that a camera could not be published any more', async () => {
    const [heard, error] = await stopped('publish-failed');
    expect(heard).toEqual(['camera publish-failed: off']);
    expect(error).toMatchObject({ code: LiveErrorCode.mediaUnavailable });
  });

  it.each(['closed-by-admin', 'seat-lost'] as const)('is no error when it is %s', async (reason) => {
    expect(await stopped(reason)).toEqual([[`camera ${reason}: off`], null]);
  });
});

describe('a device that is still opening', () => {
  it('is off when the seat is lost meanwhile', async () => {
    const { session, sink, connection } = await inside();
    connection.setCameraEnabled = async () => sink.deviceStopped('camera', 'seat-lost');
    await session.deviceStore.openLocalCamera();
    expect(session.deviceStore.cameraStatus.get()).toBe('off');
  });

  it('is off in the live that is entered meanwhile', async () => {
    const { engine, session, connection } = await inside();
    let opened = (): void => undefined;
    connection.setMicrophoneEnabled = () => new Promise((resolve) => (opened = resolve));
    const opening = session.deviceStore.openLocalMicrophone();
    await session.liveListStore.leaveLive();
    const next = await enter({ engine, session }, documentOf('bob'));
    opened();
    await opening;
    expect(session.deviceStore.microphoneStatus.get()).toBe('off');
    expect(next.connection.calls).toEqual([]);
  });

  it('is as it was switched last', async () => {
    const { session, connection } = await inside();
    let opened = (): void => undefined;
    connection.setCameraEnabled = (enabled) =>
      enabled ? new Promise((resolve) => (opened = resolve)) : Promise.resolve();
    const opening = session.deviceStore.openLocalCamera();
    await session.deviceStore.closeLocalCamera();
    opened();
    await opening;
    expect(session.deviceStore.cameraStatus.get()).toBe('off');
  });

  it('is no concern of whoever logs in next', async () => {
    const { session, connection } = await inside();
    const gone = new LiveError(LiveErrorCode.mediaUnavailable, 'gone');
    let fail = (): void => undefined;
    connection.setCameraEnabled = () => new Promise((_, reject) => (fail = () => reject(gone)));
    const opening = session.deviceStore.openLocalCamera();
    await session.logout();
    fail();
    await expect(opening).rejects.toBe(gone);
    expect(session.deviceStore.lastError.get()).toBeNull();
  });
});
