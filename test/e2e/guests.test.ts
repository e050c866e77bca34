import { RoomServiceClient, TrackSource } from 'livekit-server-sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LiveErrorCode } from '../../src/core/index.js';
import { EnginePage } from './stage/engine-page.js';
import { Stage } from './stage/stage.js';

const liveId = 'ann_live';
const seatGrace = 3000;

let stage: Stage;
let rooms: RoomServiceClient;
let ann: EnginePage;
let eve: EnginePage;
let fan: EnginePage;

beforeAll(async () => {
  stage = await Stage.open({ shownGrace: 500, seatGrace });
  const { apiKey, apiSecret } = stage.livekit.keys;
  rooms = new RoomServiceClient(stage.livekit.url, apiKey, apiSecret);
  [ann, eve, fan] = await Promise.all([
    EnginePage.open(stage, 'ann'),
    EnginePage.open(stage, 'eve'),
    EnginePage.open(stage, 'fan'),
  ]);
  await ann.execute({ type: 'create-live', liveId });
  for (const person of [ann, eve, fan]) expect(await person.join(liveId)).toBeNull();
});

afterAll(async () => {
  await stage.close();
});

const soon = { timeout: 15_000, interval: 50 };

/** The sources that a participant publishes, as LiveKit says. */
async function published(identity: string): Promise<string[]> {
  const { tracks } = await rooms.getParticipant(liveId, identity);
  return tracks.map(({ source }) => TrackSource[source].toLowerCase()).sort();
}

const seated = async (person: EnginePage): Promise<(string | undefined)[]> =>
  ((await person.told()).document?.seats ?? []).flatMap(({ occupant }) => occupant?.userId ?? []);

const audience = async (person: EnginePage): Promise<string[]> =>
  ((await person.told()).audience?.members ?? []).map(({ userId }) => userId).sort();

it('a viewer becomes a guest, and is seen by host and viewers', async () => {
  expect(await eve.setDevice('camera', true)).toBe(LiveErrorCode.noPermission);
  await expect.poll(() => audience(fan), soon).toEqual(['eve', 'fan']);
  expect(await eve.execute({ type: 'apply-for-seat', liveId })).toBeNull();
  expect(await ann.execute({ type: 'accept-application', liveId, userId: 'eve' })).toBeNull();
  // At once, perhaps before the document and LiveKit's permission have arrived.
  expect(await eve.setDevice('camera', true)).toBeNull();
  expect(await eve.setDevice('microphone', true)).toBeNull();
  for (const person of [ann, fan]) {
    await expect.poll(() => person.seesMoving('eve'), soon).toBe(true);
    expect(await seated(person)).toEqual(['ann', 'eve']);
  }
  expect(await eve.seesMoving('eve')).toBe(true);
  await expect.poll(() => audience(fan), soon).toEqual(['fan']);
});

it('a microphone that the host closes is taken away by LiveKit, and may be switched on again when allowed', async () => {
  await expect.poll(() => published('eve'), soon).toEqual(['camera', 'microphone']);
  const device = { liveId, userId: 'eve', device: 'microphone' as const };
  await ann.execute({ type: 'close-remote-device', ...device });
  await expect.poll(() => published('eve'), soon).toEqual(['camera']);
  expect((await rooms.getParticipant(liveId, 'eve')).permission?.canPublishSources).toEqual([1]);
  await expect.poll(async () => (await eve.told()).stops, soon).toEqual(['microphone closed-by-admin']);
  expect(await eve.setDevice('microphone', true)).toBe(LiveErrorCode.noPermission);
  expect(await fan.seesMoving('eve')).toBe(true);
  await ann.execute({ type: 'open-remote-device', ...device });
  expect(await eve.setDevice('microphone', true)).toBeNull();
  await expect.poll(() => published('eve'), soon).toEqual(['camera', 'microphone']);
});

it('a guest who loses the seat goes off the air and stays in the audience', async () => {
  await ann.execute({ type: 'kick-user-out-of-seat', liveId, userId: 'eve' });
  await expect.poll(() => published('eve'), soon).toEqual([]);
  await expect.poll(() => audience(fan), soon).toEqual(['eve', 'fan']);
  expect((await rooms.getParticipant(liveId, 'eve')).permission?.canPublish).toBe(false);
});

it("a guest's seat is free again a while after their page is gone", async () => {
  const gil = await EnginePage.open(stage, 'gil');
  await gil.join(liveId);
  await gil.execute({ type: 'apply-for-seat', liveId });
  await ann.execute({ type: 'accept-application', liveId, userId: 'gil' });
  expect(await gil.setDevice('camera', true)).toBeNull();
  await expect.poll(() => fan.seesMoving('gil'), soon).toBe(true);
  await gil.leave();
  const goneAt = Date.now();
  await expect
    .poll(
      async () =>
        (await fan.told()).document?.seats.find(({ occupant }) => occupant?.userId === 'gil')?.occupant?.lostAt,
      soon,
    )
    .toBeTypeOf('number');
  await expect.poll(() => seated(fan), soon).toEqual(['ann']);
  expect(Date.now() - goneAt).toBeGreaterThan(seatGrace - 500);
});

it('a guest of a voice live is in the room of the linked one, until they leave their seat', async () => {
  const voice = { seatLayoutTemplate: 70 as const, seatMode: 'free' as const };
  const [uma, vic, wim] = await Promise.all(['uma', 'vic', 'wim'].map((userId) => EnginePage.open(stage, userId)));
  for (const host of [uma!, vic!]) {
    await host.execute({ type: 'create-live', liveId: `${host.userId}_live`, ...voice });
    await host.join(`${host.userId}_live`);
  }
  await wim!.join('uma_live');
  await wim!.execute({ type: 'take-seat', liveId: 'uma_live' });
  expect(await wim!.setDevice('microphone', true)).toBeNull();
  await uma!.execute({ type: 'request-host-connection', liveId: 'uma_live', targetLiveIds: ['vic_live'] });
  await vic!.execute({ type: 'accept-host-connection', liveId: 'vic_live', fromLiveId: 'uma_live' });
  const heardByVic = async (): Promise<string[]> =>
    (await vic!.told()).participants
      .filter(({ microphoneStatus }) => microphoneStatus === 'on')
      .map(({ userId }) => userId);
  await expect.poll(heardByVic, soon).toEqual(['wim']);
  await wim!.execute({ type: 'leave-seat', liveId: 'uma_live' });
  await expect.poll(heardByVic, soon).toEqual([]);
  await expect
    .poll(async () => (await rooms.listParticipants('vic_live')).map(({ identity }) => identity).sort(), soon)
    .toEqual(['uma@uma_live', 'vic']);
  for (const person of [uma!, vic!, wim!]) await person.leave();
});

it('a viewer who is kicked is out at once, knows by whom, and cannot come back', async () => {
  await ann.execute({ type: 'kick-user', liveId, userId: 'fan' });
  await expect.poll(async () => (await fan.told()).kicks, soon).toEqual(['by-admin']);
  expect((await rooms.listParticipants(liveId)).map(({ identity }) => identity)).not.toContain('fan');
  expect(await fan.join(liveId)).toBe(LiveErrorCode.noPermission);
});
