import { ParticipantPermission, TrackSource } from 'livekit-server-sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { defaultPushTiming } from '../../server/src/livekit/push-timing.js';
import { permissionFor } from '../../server/src/livekit/publish-rights.js';
import { RoomRights } from '../../server/src/livekit/room-rights.js';
import type { LiveDocument } from '../../src/protocol/index.js';
import { occupant } from '../core/examples.js';
import { documentOf } from '../engines/livekit/support/documents.js';
import { FakeClock, settled } from '../fake-clock.js';
import { eventually } from './support/eventually.js';
import { FakeLiveKit } from './support/fake-livekit.js';

const room = 'ann_live';

let livekit: FakeLiveKit;
let document: LiveDocument;
let rights: RoomRights;
let clock: FakeClock;

beforeEach(async () => {
  livekit = new FakeLiveKit();
  await livekit.createRoom({ name: room });
  document = documentOf(['ann'], { guests: [occupant('eve')] });
  clock = new FakeClock();
  rights = new RoomRights(room, {
    service: livekit,
    readLive: async () => ({ document, kicked: [], requesters: [] }),
    clock,
    timing: { ...defaultPushTiming, retry: 200 },
    onFailure: () => undefined,
  });
});

/** Allows or forbids the guest's microphone in the document, and lets LiveKit know. */
function allow(allowOpenMicrophone: boolean): void {
  document = documentOf(['ann'], { guests: [occupant('eve', { allowOpenMicrophone })] });
  rights.follow(document);
}

it('what a late arrival was allowed does not stand for what LiveKit was told since', async () => {
  const eve = livekit.enter(room, 'eve');
  eve.permission = new ParticipantPermission(permissionFor(['camera'], true));
  const arrival = eve.clone();
  allow(false);
  await eventually(() => expect(livekit.calls).toContain('updateParticipant'));
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  livekit.latency = () => answered;
  livekit.calls.length = 0;
  allow(true);
  await eventually(() => expect(livekit.calls).toEqual(['updateParticipant']));
  const checked = rights.checkArrival(arrival);
  allow(false);
  answer();
  await checked;
  await eventually(() => expect(livekit.sourcesOf(room, 'eve')).toEqual([TrackSource.CAMERA]));
});

it('a large audience does not make every one of them cost a look at all seats', async () => {
  let looks = 0;
  const { seats } = document;
  Object.defineProperty(document, 'seats', { get: () => (looks++, seats) });
  for (let i = 0; i < 100; i++) livekit.enter(room, `fan${i}`);
  await rights.sweep();
  expect(looks).toBeLessThan(10);
});

describe('whoever is hidden', () => {
  const hidden = new ParticipantPermission({ canSubscribe: true, hidden: true });
  const isHidden = (identity: string): boolean | undefined =>
    livekit.rooms.get(room)?.participants.get(identity)?.permission?.hidden;

  it('is to be seen from the moment they sit down, though the host allows them no device', async () => {
    livekit.enter(room, 'eve').permission = hidden.clone();
    document = documentOf(['ann'], {
      guests: [occupant('eve', { allowOpenMicrophone: false, allowOpenCamera: false })],
    });
    rights.follow(document);
    await eventually(() => expect(isHidden('eve')).toBe(false));
  });

  it('is to be seen on the seat, where they came as a viewer and sat down on the way', async () => {
    document = documentOf(['ann'], {
      guests: [occupant('eve', { allowOpenMicrophone: false, allowOpenCamera: false })],
    });
    const eve = livekit.enter(room, 'eve');
    eve.permission = hidden.clone();
    await rights.checkArrival(eve);
    expect(isHidden('eve')).toBe(false);
  });

  it('stays so without a seat, and nobody is asked to change anything', async () => {
    const fan = livekit.enter(room, 'fan');
    fan.permission = hidden.clone();
    await rights.checkArrival(fan);
    expect((await rights.sweep()).map(({ identity }) => identity)).toEqual(['fan']);
    expect(isHidden('fan')).toBe(true);
    expect(livekit.calls).not.toContain('updateParticipant');
  });

  it('is never hidden again: others would keep what they saw for ever', async () => {
    livekit.enter(room, 'eve').permission = hidden.clone();
    rights.follow(document);
    await eventually(() => expect(livekit.sourcesOf(room, 'eve')).toHaveLength(2));
    document = documentOf(['ann'], { revision: 2 });
    rights.follow(document);
    await eventually(() => expect(livekit.sourcesOf(room, 'eve')).toEqual([]));
    await rights.sweep();
    expect(isHidden('eve')).toBe(false);
  });
});

describe('what LiveKit refuses', () => {
  let asked: string[];
  let isRefusing: boolean;
  let guests: string[];

  beforeEach(() => {
    asked = [];
    isRefusing = true;
    guests = ['eve'];
    for (const call of ['updateParticipant', 'removeParticipant'] as const) {
      const answer = livekit[call].bind(livekit) as (
        room: string,
        identity: string,
        ...rest: never[]
      ) => Promise<never>;
      livekit[call] = async (name: string, identity: string, ...rest: never[]) => {
        asked.push(`${call} ${identity}`);
        if (identity === 'eve' && isRefusing)
          throw Object.assign(new Error('strange'), { code: 'internal', status: 500 });
        return await answer(name, identity, ...rest);
      };
    }
    for (const identity of ['eve', 'fan']) {
      livekit.enter(room, identity).permission = new ParticipantPermission({ canSubscribe: true, hidden: true });
    }
  });

  async function change(): Promise<void> {
    document = documentOf(['ann'], { guests: guests.map((id) => occupant(id)), revision: document.revision + 1 });
    rights.follow(document);
    await settled();
  }

  it('is not asked for again with every change, nor with every sweep', async () => {
    for (let i = 0; i < 50; i++) await change();
    for (let i = 0; i < 50; i++) await rights.sweep();
    expect(asked).toEqual(['updateParticipant eve']);
    expect(rights.isUncertain).toBe(true);
  });

  it('is asked for again later, and later still', async () => {
    await change();
    clock.skip(200);
    for (let i = 0; i < 5; i++) await change();
    expect(asked).toHaveLength(2);
    clock.skip(199);
    for (let i = 0; i < 5; i++) await rights.sweep();
    expect(asked).toHaveLength(2);
    clock.skip(201);
    for (let i = 0; i < 5; i++) await rights.sweep();
    expect(asked).toHaveLength(3);
  });

  it('is asked for again though the machine’s clock was set back', async () => {
    await change();
    clock.skip(-3_600_000);
    await rights.sweep();
    expect(asked).toHaveLength(2);
  });

  it('does not keep the others waiting', async () => {
    await change();
    guests = ['eve', 'fan'];
    await change();
    expect(asked).toEqual(['updateParticipant eve', 'updateParticipant fan']);
  });

  it('is forgotten once LiveKit takes it', async () => {
    await change();
    isRefusing = false;
    clock.skip(200);
    await rights.sweep();
    expect(rights.isUncertain).toBe(false);
    expect(livekit.sourcesOf(room, 'eve')).toHaveLength(2);
    guests = [];
    await change();
    expect(livekit.sourcesOf(room, 'eve')).toEqual([]);
  });

  it('is asked for again too where a kicked user was to be put out', async () => {
    for (let revision = 1; revision <= 20; revision++) {
      rights.keepOut({ revision, kicked: ['eve'] });
      await settled();
    }
    expect(asked).toEqual(['removeParticipant eve']);
    isRefusing = false;
    clock.skip(200);
    rights.keepOut({ revision: 21, kicked: ['eve'] });
    await settled();
    expect(livekit.identitiesIn(room)).toEqual(['fan']);
  });
});
