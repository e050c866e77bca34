import { RoomServiceClient } from 'livekit-server-sdk';
import type * as LiveKitClient from 'livekit-client';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { JoinReply, VersionedAudience } from '../../src/protocol/index.js';
import { EnginePage } from './stage/engine-page.js';
import { clientOf, enterRoom } from './stage/raw-client.js';
import { Stage } from './stage/stage.js';

const liveId = 'ann_live';
const soon = { timeout: 15_000, interval: 50 };

let stage: Stage;
let rooms: RoomServiceClient;
let ann: EnginePage;
let vic: EnginePage;
/** A viewer with LiveKit's own client. It shows what LiveKit tells about others. */
let raw: Page;

beforeAll(async () => {
  stage = await Stage.open();
  const { apiKey, apiSecret } = stage.livekit.keys;
  rooms = new RoomServiceClient(stage.livekit.url, apiKey, apiSecret);
  [ann, vic] = await Promise.all([EnginePage.open(stage, 'ann'), EnginePage.open(stage, 'vic')]);
  await ann.execute({ type: 'create-live', liveId, seatMode: 'free' });
  expect(await ann.join(liveId)).toBeNull();
  raw = await enterRoom(stage.browser, stage.battleServer.url, await wayIn('raw'));
  expect(await vic.join(liveId)).toBeNull();
});

afterAll(async () => {
  await stage.close();
});

async function wayIn(userId: string): Promise<JoinReply> {
  const authorization = `Bearer ${await stage.backend.userToken(userId)}`;
  const response = await fetch(`${stage.battleServer.url}/v1/lives/${liveId}/join`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(response.status).toBe(200);
  return (await response.json()) as JoinReply;
}

/** The identities that LiveKit shows to the viewer with its own client. */
const shownByLiveKit = async (): Promise<string[]> =>
  await raw.evaluate(() => {
    const { room } = window as unknown as { room: LiveKitClient.Room };
    return [...room.remoteParticipants.keys()].sort();
  });

const audienceOf = async (person: EnginePage): Promise<unknown> => {
  const { audience } = await person.told();
  return [audience?.count, ...(audience?.members ?? []).map(({ userId }) => userId).sort()];
};

const packets = async (): Promise<VersionedAudience[]> =>
  (await clientOf(raw)).packets
    .filter(({ topic }) => topic === 'live-battles.audience')
    .map(({ data }) => data as VersionedAudience);

it('viewers are hidden from each other, and host and viewers are told of all', async () => {
  for (const person of [ann, vic]) await expect.poll(() => audienceOf(person), soon).toEqual([2, 'raw', 'vic']);
  await expect.poll(async () => (await packets()).at(-1)?.count, soon).toBe(2);
  expect(await shownByLiveKit()).toEqual(['ann']);
  expect((await rooms.listParticipants(liveId)).map(({ identity }) => identity).sort()).toEqual(['ann', 'raw', 'vic']);
  expect((await wayIn('late')).audience?.members.map(({ userId }) => userId).sort()).toEqual(['raw', 'vic']);
});

it('a viewer who sits down is seen and publishes without coming in anew, and stays visible as audience', async () => {
  const { sid } = await rooms.getParticipant(liveId, 'vic');
  await vic.execute({ type: 'take-seat', liveId });
  expect(await vic.setDevice('camera', true)).toBeNull();
  await expect.poll(() => ann.seesMoving('vic'), soon).toBe(true);
  await expect.poll(() => audienceOf(ann), soon).toEqual([1, 'raw']);
  expect(await shownByLiveKit()).toEqual(['ann', 'vic']);
  expect((await rooms.getParticipant(liveId, 'vic')).sid).toBe(sid);

  await vic.execute({ type: 'leave-seat', liveId });
  for (const person of [ann, vic]) await expect.poll(() => audienceOf(person), soon).toEqual([2, 'raw', 'vic']);
  await expect.poll(async () => (await rooms.getParticipant(liveId, 'vic')).permission?.canPublish, soon).toBe(false);
  expect((await rooms.getParticipant(liveId, 'vic')).sid).toBe(sid);
  expect(await shownByLiveKit()).toEqual(['ann', 'vic']);
});

it('whoever goes is missing everywhere, also one who was seen', async () => {
  await vic.leave();
  await expect.poll(() => audienceOf(ann), soon).toEqual([1, 'raw']);
  await expect.poll(shownByLiveKit, soon).toEqual(['ann']);
});

it('who was there before the server was restarted is in the audience still', async () => {
  await stage.battleServer.kill();
  await stage.battleServer.restart();
  const { version } = (await packets()).at(-1)!;
  const wil = await EnginePage.open(stage, 'wil');
  expect(await wil.join(liveId)).toBeNull();
  for (const person of [ann, wil]) await expect.poll(() => audienceOf(person), soon).toEqual([2, 'raw', 'wil']);
  await expect.poll(async () => (await packets()).at(-1)?.count, soon).toBe(2);
  expect((await packets()).at(-1)!.version).toBeGreaterThan(version);
});
