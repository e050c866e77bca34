import { describe, expect, it } from 'vitest';
import type { LiveSeatEvents, LiveSession, NetworkQuality } from '../../src/core/index.js';
import { documentOf, linkOf, seat } from './examples.js';
import { inside } from './inside.js';

describe('LiveSeatStore', () => {
  const cases: [string, (store: LiveSession['liveSeatStore']) => Promise<void>, object][] = [
    ['takeSeat', (store) => store.takeSeat(), { type: 'take-seat' }],
    ['takeSeat at an index', (store) => store.takeSeat({ seatIndex: 3 }), { type: 'take-seat', seatIndex: 3 }],
    ['leaveSeat', (store) => store.leaveSeat(), { type: 'leave-seat' }],
    ['lockSeat', (store) => store.lockSeat({ seatIndex: 3 }), { type: 'lock-seat', seatIndex: 3 }],
    ['unlockSeat', (store) => store.unlockSeat({ seatIndex: 3 }), { type: 'unlock-seat', seatIndex: 3 }],
    [
      'kickUserOutOfSeat',
      (store) => store.kickUserOutOfSeat({ userId: 'guy' }),
      { type: 'kick-user-out-of-seat', userId: 'guy' },
    ],
    [
      'moveUserToSeat',
      (store) => store.moveUserToSeat({ userId: 'guy', targetIndex: 4, policy: 'swap-position' }),
      { type: 'move-user-to-seat', userId: 'guy', targetIndex: 4, policy: 'swap-position' },
    ],
    [
      'openRemoteCamera',
      (store) => store.openRemoteCamera({ userId: 'guy', policy: 'unlock-only' }),
      { type: 'open-remote-device', userId: 'guy', device: 'camera', policy: 'unlock-only' },
    ],
    [
      'closeRemoteCamera',
      (store) => store.closeRemoteCamera({ userId: 'guy' }),
      { type: 'close-remote-device', userId: 'guy', device: 'camera' },
    ],
    [
      'openRemoteMicrophone',
      (store) => store.openRemoteMicrophone({ userId: 'guy' }),
      { type: 'open-remote-device', userId: 'guy', device: 'microphone' },
    ],
    [
      'closeRemoteMicrophone',
      (store) => store.closeRemoteMicrophone({ userId: 'guy' }),
      { type: 'close-remote-device', userId: 'guy', device: 'microphone' },
    ],
  ];
  it.each(cases)('%s commands the current live', async (_, call, command) => {
    const { engine, session } = await inside();
    await call(session.liveSeatStore);
    expect(engine.commands).toEqual([{ liveId: 'ann_live', ...command }]);
  });

  it('muteMicrophone and unmuteMicrophone are the device store’s', async () => {
    const { session, connection } = await inside();
    await session.liveSeatStore.unmuteMicrophone();
    expect(session.deviceStore.microphoneStatus.get()).toBe('on');
    await session.liveSeatStore.muteMicrophone();
    expect(connection.calls).toEqual(['microphone true', 'microphone false']);
    expect(session.deviceStore.microphoneStatus.get()).toBe('off');
  });

  it('seatList and layout speak of the same seats, on the canvas', async () => {
    const { session, sink } = await inside();
    const { seatList, layout, canvas } = session.liveSeatStore;
    expect(canvas).toEqual({ w: 720, h: 1280 });
    expect(seatList.get().map((shown) => layout.get().placeOf(shown))).toEqual([0]);
    sink.document(documentOf('ann', { revision: 2, link: linkOf('bob', 'ann') }));
    expect(seatList.get().map((shown) => layout.get().placeOf(shown))).toEqual([0, 1]);
    expect(layout.get()).toMatchObject({ template: 600, placeCount: 2 });
  });

  it('speakingUsers and networkQualities are by user', async () => {
    const { session, sink } = await inside();
    const { speakingUsers, networkQualities } = session.liveSeatStore;
    sink.speaking(new Map([['ann', 40]]));
    sink.networkQualities(new Map<string, NetworkQuality>([['ann', 'poor']]));
    expect([...speakingUsers.get()]).toEqual([['ann', 40]]);
    expect([...networkQualities.get()]).toEqual([['ann', { quality: 'poor' }]]);
    await session.liveListStore.leaveLive();
    expect([speakingUsers.get().size, networkQualities.get().size]).toEqual([0, 0]);
  });
});

describe('control of the own devices', () => {
  const seated = (revision: number, changes: Parameters<typeof seat>[2], index = 1): ReturnType<typeof documentOf> =>
    documentOf('ann', { revision, seats: [seat(0, 'ann'), seat(index, 'guy', changes), seat(5, 'kim', changes)] });
  const open = { allowOpenCamera: true, allowOpenMicrophone: true };

  async function heard(userId: string, ...changes: Parameters<typeof seat>[2][]): Promise<unknown[]> {
    const [first, ...rest] = changes;
    const { session, sink } = await inside(seated(1, first), userId);
    const events: unknown[] = [];
    session.liveSeatStore.events.onAny((name, payload) => events.push([name, payload]));
    for (const [step, change] of rest.entries()) sink.document(seated(step + 2, change, step + 1));
    return events;
  }

  const cases: [keyof LiveSeatEvents, Parameters<typeof seat>[2], Parameters<typeof seat>[2], object][] = [
    ['local-camera-closed-by-admin', open, { ...open, allowOpenCamera: false }, {}],
    ['local-camera-opened-by-admin', { ...open, allowOpenCamera: false }, open, { policy: 'unlock-only' }],
    ['local-microphone-closed-by-admin', open, { ...open, allowOpenMicrophone: false }, {}],
    ['local-microphone-opened-by-admin', { ...open, allowOpenMicrophone: false }, open, { policy: 'unlock-only' }],
  ];
  it.each(cases)('is told with %s', async (name, before, after, payload) => {
    expect(await heard('guy', before, after)).toEqual([[name, payload]]);
  });

  it('is no news on the first look, nor when nothing changed on another seat', async () => {
    const closed = { ...open, allowOpenCamera: false };
    expect(await heard('guy', closed, closed, closed)).toEqual([]);
  });

  it('does not concern who has no seat, nor who loses one', async () => {
    expect(await heard('eva', open, { ...open, allowOpenCamera: false })).toEqual([]);
    const { session, sink } = await inside(seated(1, { ...open, allowOpenCamera: false }), 'guy');
    const events: unknown[] = [];
    session.liveSeatStore.events.onAny((name) => events.push(name));
    sink.document(documentOf('ann', { revision: 2 }));
    expect(events).toEqual([]);
  });
});
