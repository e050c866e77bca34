import type { ParticipantInfo } from 'livekit-server-sdk';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Audiences } from '../../server/src/livekit/audience/audiences.js';
import { Outage } from '../../server/src/livekit/outage.js';
import { pushing } from '../../server/src/livekit/pushing.js';
import type { LiveDocument, VersionedAudience } from '../../src/protocol/index.js';
import { occupant } from '../core/examples.js';
import { documentOf } from '../engines/livekit/support/documents.js';
import { FakeClock } from '../fake-clock.js';
import { eventually } from './support/eventually.js';
import { FakeLiveKit } from './support/fake-livekit.js';

const room = 'ann_live';

let livekit: FakeLiveKit;
let clock: FakeClock;
let document: LiveDocument;
let audiences: Audiences;
let stopped: AbortController;

beforeEach(async () => {
  stopped = new AbortController();
  livekit = new FakeLiveKit();
  await livekit.createRoom({ name: room });
  clock = new FakeClock();
  document = documentOf(['ann']);
  livekit.enter(room, 'ann');
  audiences = open(1);
});
afterEach(() => {
  stopped.abort();
});

/** @param pause Milliseconds between two packets. */
function open(pause: number): Audiences {
  const outage = new Outage(() => undefined);
  return new Audiences({ service: livekit, clock, ...pushing(stopped.signal, outage, { audience: pause, retry: 1 }) });
}

function come(identity: string): ParticipantInfo {
  const participant = livekit.enter(room, identity);
  audiences.joined(document, participant);
  return participant;
}

function seat(...userIds: string[]): void {
  document = documentOf(['ann'], {
    guests: userIds.map((userId) => occupant(userId)),
    revision: document.revision + 1,
  });
  audiences.publish({ topic: 'document', liveId: room, document });
}

const packets = (): VersionedAudience[] =>
  livekit.sent.filter(({ topic }) => topic === 'live-battles.audience').map(({ data }) => data as VersionedAudience);
const told = (): unknown[] => {
  const last = packets().at(-1);
  return [last?.count, ...(last?.members ?? []).map(({ userId }) => userId)];
};

it('whoever is there without a seat is told to everybody in the room', async () => {
  const vic = come('vic');
  await eventually(() => expect(told()).toEqual([1, 'vic']));
  come('wil');
  await eventually(() => expect(told()).toEqual([2, 'vic', 'wil']));
  seat('vic');
  await eventually(() => expect(told()).toEqual([1, 'wil']));
  seat();
  await eventually(() => expect(told()).toEqual([2, 'vic', 'wil']));
  audiences.left(document, vic);
  await eventually(() => expect(told()).toEqual([1, 'wil']));
  expect(livekit.sent.map(({ to }) => to)).toEqual(livekit.sent.map(() => undefined));
  const versions = packets().map(({ version }) => version);
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
});

it('those who were there before the server was are counted from the first news on', async () => {
  livekit.enter(room, 'early');
  come('vic');
  await eventually(() => expect(told()).toEqual([2, 'early', 'vic']));
  expect(packets()).toHaveLength(1);
});

it('a crowd that comes at once is one packet or two, with a list of two hundred', async () => {
  audiences = open(50);
  for (let i = 0; i < 500; i++) come(`fan${i}`);
  await eventually(() => expect(packets().at(-1)?.count).toBe(500));
  expect(packets().length).toBeLessThanOrEqual(2);
  expect(packets().at(-1)?.members).toHaveLength(200);
});

it('what changes nothing is not told', async () => {
  come('vic');
  await eventually(() => expect(told()).toEqual([1, 'vic']));
  await audiences.heal(document, () => livekit.listParticipants(room));
  come('bob@bob_live');
  document = { ...document, revision: document.revision + 1 };
  audiences.publish({ topic: 'document', liveId: room, document });
  come('wil');
  await eventually(() => expect(told()).toEqual([2, 'vic', 'wil']));
  expect(packets()).toHaveLength(2);
});

it('what a lost webhook should have told is found by the list', async () => {
  come('vic');
  await eventually(() => expect(told()).toEqual([1, 'vic']));
  livekit.leave(room, 'vic');
  livekit.enter(room, 'wil');
  await audiences.heal(document, () => livekit.listParticipants(room));
  await eventually(() => expect(told()).toEqual([1, 'wil']));
});

it('an older document does not seat anybody again', async () => {
  seat('vic');
  const old = document;
  seat();
  come('vic');
  await eventually(() => expect(told()).toEqual([1, 'vic']));
  expect(audiences.of(old)?.count).toBe(1);
});

it('a restarted server goes on from the versions of its predecessor', async () => {
  for (let i = 0; i < 20; i++) {
    come(`fan${i}`);
    expect(await audiences.open(document).then(() => audiences.of(document)?.count)).toBe(i + 1);
  }
  const before = audiences.of(document)!.version;
  clock.skip(1000);
  audiences = open(1);
  expect(audiences.of(document)).toBeNull();
  await audiences.open(document);
  const after = audiences.of(document)!;
  expect(after.count).toBe(20);
  expect(after.version).toBeGreaterThan(before);
});

it('is asked for again once LiveKit has lost the room', async () => {
  come('vic');
  await eventually(() => expect(told()).toEqual([1, 'vic']));
  livekit.restart();
  await livekit.createRoom({ name: room });
  audiences.roomLost(room);
  expect(audiences.of(document)).toBeNull();
  come('wil');
  await eventually(() => expect(told()).toEqual([1, 'wil']));
});

it('of another live under the same id begins anew', async () => {
  come('vic');
  await eventually(() => expect(told()).toEqual([1, 'vic']));
  livekit.leave(room, 'vic');
  document = { ...document, revision: 1, live: { ...document.live, createdAt: document.live.createdAt + 5 } };
  come('wil');
  await eventually(() => expect(told()).toEqual([1, 'wil']));
});

it('is told once LiveKit is back', async () => {
  livekit.isDown = true;
  come('vic');
  await eventually(() => expect(livekit.calls.length).toBeGreaterThan(3));
  expect(packets()).toEqual([]);
  livekit.isDown = false;
  await eventually(() => expect(told()).toEqual([1, 'vic']));
});

it('a long list is told less often than a short one', async () => {
  const avatarUrl = `https://cdn.example/${'a'.repeat(380)}`;
  for (let i = 0; i < 120; i++) livekit.enter(room, `fan${i}`).attributes = { avatarUrl };
  come('vic');
  await eventually(() => expect(packets()).toHaveLength(1));
  await livekit.createRoom({ name: 'bob_live' });
  const small = documentOf(['bob']);
  for (let i = 0; i < 10; i++) {
    come(`late${i}`);
    audiences.joined(small, livekit.enter('bob_live', `fan${i}`));
    await eventually(() => expect(packets().at(-1)?.count).toBe(i + 1));
  }
  expect(livekit.sent.filter((sent) => sent.room === room)).toHaveLength(1);
  expect(livekit.sent.filter((sent) => sent.room === 'bob_live')).toHaveLength(10);
});
