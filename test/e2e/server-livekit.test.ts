import type * as LiveKitClient from 'livekit-client';
import { DataPacket_Kind, RoomServiceClient } from 'livekit-server-sdk';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startLiveKit } from '../../scripts/livekit.mjs';
import { freePort } from '../../scripts/ports.mjs';
import { createServer, type BattleServer } from '../../server/src/battle-server.js';
import type {
  UserCommandOf,
  UserCommandType,
  JoinReply,
  LiveDocument,
  ReplyTo,
  RoomAccess,
} from '../../src/protocol/index.js';
import { AppBackend } from './stage/app-backend.js';
import { launchChromium } from './stage/chromium.js';
import { clientOf, enterRoom, publish } from './stage/raw-client.js';

let livekitOptions: NonNullable<Parameters<typeof startLiveKit>[0]>;
let livekit: Awaited<ReturnType<typeof startLiveKit>>;
let server: BattleServer;
let backend: AppBackend;
let rooms: RoomServiceClient;
let browser: Browser;
let url: string;
const webhookStatuses: number[] = [];
const log: string[] = [];

beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const webhookUrl = `${url}/v1/livekit/webhook`;
  livekitOptions = { port: await freePort(), udpPort: await freePort(), webhookUrl };
  livekit = await startLiveKit(livekitOptions);
  const { apiKey, apiSecret } = livekit;
  server = await createServer({
    livekit: { url: livekit.url, apiKey, apiSecret },
    database: ':memory:',
    reconcileEvery: 500,
    joinAllowance: 5000,
    // A missing host is shown at once, so that the test sees every absence.
    grace: { shown: 0 },
    log: (line) => log.push(line),
  });
  server.app.addHook('onResponse', async (request, reply) => {
    if (request.url === '/v1/livekit/webhook') webhookStatuses.push(reply.statusCode);
  });
  await server.app.listen({ port, host: '127.0.0.1' });
  await server.start();
  backend = new AppBackend(url, { apiKey, apiSecret });
  rooms = new RoomServiceClient(livekit.url, apiKey, apiSecret);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await livekit.stop();
});

async function call<T>(userId: string, method: string, path: string, body?: object): Promise<T> {
  const headers = { authorization: `Bearer ${await backend.userToken(userId)}`, 'content-type': 'application/json' };
  const response = await fetch(`${url}/v1${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  const reply = (await response.json()) as T;
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(reply)}`);
  return reply;
}

async function command<T extends UserCommandType>(userId: string, body: UserCommandOf<T> & { type: T }) {
  return await call<ReplyTo<T>>(userId, 'POST', '/commands', body);
}

async function link(first: string, second: string): Promise<void> {
  const [liveId, toLiveId] = [`${first}_live`, `${second}_live`];
  for (const [userId, id] of [
    [first, liveId],
    [second, toLiveId],
  ] as const) {
    await command(userId, { type: 'create-live', liveId: id });
  }
  await command(first, { type: 'request-host-connection', liveId, targetLiveIds: [toLiveId] });
  await command(second, { type: 'accept-host-connection', liveId: toLiveId, fromLiveId: liveId });
}

async function metadataOf(room: string): Promise<LiveDocument | null> {
  const [found] = await rooms.listRooms([room]);
  return found ? (JSON.parse(found.metadata) as LiveDocument) : null;
}

const documentOf = async (liveId: string) => (await server.referee.view(liveId))?.document ?? null;
const isLost = async (liveId: string): Promise<boolean> => (await documentOf(liveId))?.hostLostAt !== null;
const identities = async (room: string) => (await rooms.listParticipants(room)).map(({ identity }) => identity).sort();

const sourcesOf = async (room: string, identity: string) =>
  (await rooms.getParticipant(room, identity)).tracks.map(({ source }) => source).sort();

const wait = { timeout: 15_000, interval: 50 };

describe('the server with a real LiveKit', () => {
  it('makes the room of a new live with its document, and believes the webhooks about it', async () => {
    await command('ann', { type: 'create-live', liveId: 'ann_live', liveName: 'Ann’s show 🎤' });
    await vi.waitFor(async () => expect(await metadataOf('ann_live')).toEqual(await documentOf('ann_live')), wait);
    await vi.waitFor(() => expect(webhookStatuses).toContain(200), wait);
    expect(new Set(webhookStatuses)).toEqual(new Set([200]));
  });

  it('closes the room of an ended live after everybody has seen the end', async () => {
    await command('eve', { type: 'create-live', liveId: 'eve_live' });
    const viewer = await enterRoom(browser, url, await call<JoinReply>('viewer', 'POST', '/lives/eve_live/join', {}));
    await command('eve', { type: 'end-live', liveId: 'eve_live' });
    await vi.waitFor(async () => expect((await clientOf(viewer)).disconnected).not.toBeNull(), wait);
    const last = JSON.parse((await clientOf(viewer)).metadata) as LiveDocument;
    expect(last.live.endedReason).toBe('ended-by-host');
    expect(await metadataOf('eve_live')).toBeNull();
    await viewer.context().close();
  });

  it('knows whether a host is there, from going live to closing the page and coming back', async () => {
    await command('hal', { type: 'create-live', liveId: 'hal_live' });
    const seen = new Set<boolean>();
    const first = await enterRoom(browser, url, await call<JoinReply>('hal', 'POST', '/lives/hal_live/join', {}));
    for (let i = 0; i < 20; i++) {
      seen.add(await isLost('hal_live'));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(seen).toEqual(new Set([false]));
    await first.context().close();
    await vi.waitFor(async () => expect(await isLost('hal_live')).toBe(true), wait);
    const second = await enterRoom(browser, url, await call<JoinReply>('hal', 'POST', '/lives/hal_live/join', {}));
    await vi.waitFor(async () => expect(await isLost('hal_live')).toBe(false), wait);
    // A second connection replaces the first. The host never counts as missing.
    const third = await enterRoom(browser, url, await call<JoinReply>('hal', 'POST', '/lives/hal_live/join', {}));
    seen.clear();
    for (let i = 0; i < 20; i++) {
      seen.add(await isLost('hal_live'));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(seen).toEqual(new Set([false]));
    for (const page of [second, third]) await page.context().close();
  });

  it('brings scores to viewers as packets without a sender, and as a checkpoint', async () => {
    await link('ida', 'jon');
    const { battleId } = await command('ida', {
      type: 'request-battle',
      liveId: 'ida_live',
      userIds: ['jon'],
      config: { duration: 60, needResponse: false },
    });
    const viewer = await enterRoom(browser, url, await call<JoinReply>('viewer', 'POST', '/lives/jon_live/join', {}));
    for (let i = 0; i < 5; i++) await backend.addScore(battleId, 'ida', 10);
    const totals = { ida: 50, jon: 0 };
    await vi.waitFor(async () => {
      const packet = (await clientOf(viewer)).packets.at(-1);
      expect(packet).toEqual({
        topic: 'live-battles.scores',
        sender: null,
        data: { battleId, version: 6, totals, contributors: {}, highlights: [] },
      });
    }, wait);
    await vi.waitFor(async () => expect((await metadataOf('jon_live'))?.board?.totals).toEqual(totals), wait);
    await viewer.context().close();
  });

  it('lets a linked host into the other room and puts them out with the link', async () => {
    await link('kim', 'lou');
    const guest = await enterRoom(
      browser,
      url,
      await call<RoomAccess>('lou', 'POST', '/lives/lou_live/links/kim_live', {}),
    );
    expect(await identities('kim_live')).toEqual(['lou@lou_live']);
    await command('kim', { type: 'exit-host-connection', liveId: 'kim_live' });
    await vi.waitFor(async () => expect(await identities('kim_live')).toEqual([]), wait);
    await vi.waitFor(async () => expect((await clientOf(guest)).disconnected).not.toBeNull(), wait);
    await guest.context().close();
  });

  it('lets no client write anything a page would believe', async () => {
    await command('may', { type: 'create-live', liveId: 'may_live' });
    const host = await enterRoom(browser, url, await call<JoinReply>('may', 'POST', '/lives/may_live/join', {}));
    const viewer = await enterRoom(browser, url, await call<JoinReply>('viewer', 'POST', '/lives/may_live/join', {}));
    for (const page of [host, viewer]) {
      await page.evaluate(async () => {
        const { room } = window as unknown as { room: LiveKitClient.Room };
        const forged = new TextEncoder().encode('{"forged":true}');
        await room.localParticipant
          .publishData(forged, { reliable: true, topic: 'live-battles.scores' })
          .catch(() => {});
        await room.localParticipant.setMetadata('forged').catch(() => {});
      });
    }
    // The server's packet arrives after all packets that were sent before it.
    await rooms.sendData('may_live', new TextEncoder().encode('{"real":true}'), DataPacket_Kind.RELIABLE, {});
    for (const page of [host, viewer]) {
      await vi.waitFor(async () => {
        const { packets } = await clientOf(page);
        expect(packets.some(({ data }) => (data as { real?: boolean }).real)).toBe(true);
      }, wait);
      expect(JSON.stringify((await clientOf(page)).packets)).not.toContain('forged');
    }
    for (const { metadata } of await rooms.listParticipants('may_live')) expect(metadata).toBe('');
    for (const page of [host, viewer]) await page.context().close();
  });

  it('lets a guest publish what the seat allows, and takes away what it does not', async () => {
    await command('una', { type: 'create-live', liveId: 'una_live', seatMode: 'free' });
    const viewer = await enterRoom(browser, url, await call<JoinReply>('vi', 'POST', '/lives/una_live/join', {}));
    expect(await publish(viewer, 'microphone')).toBe(false);
    await command('vi', { type: 'take-seat', liveId: 'una_live' });
    await vi.waitFor(async () => expect(await publish(viewer, 'microphone')).toBe(true), wait);
    expect(await publish(viewer, 'camera')).toBe(true);
    await vi.waitFor(async () => expect(await sourcesOf('una_live', 'vi')).toEqual([1, 2]), wait);
    // The page does not react; LiveKit stops the track by itself.
    const closed = { liveId: 'una_live', userId: 'vi', device: 'microphone' as const };
    await command('una', { type: 'close-remote-device', ...closed });
    await vi.waitFor(async () => expect(await sourcesOf('una_live', 'vi')).toEqual([1]), wait);
    expect(await publish(viewer, 'microphone')).toBe(false);
    await command('una', { type: 'kick-user-out-of-seat', liveId: 'una_live', userId: 'vi' });
    await vi.waitFor(async () => expect(await sourcesOf('una_live', 'vi')).toEqual([]), wait);
    expect(await identities('una_live')).toEqual(['vi']);
    await viewer.context().close();
  });

  it('gives whoever comes with a token of before the rights of now', async () => {
    await command('wes', { type: 'create-live', liveId: 'wes_live', seatMode: 'free' });
    await command('xia', { type: 'take-seat', liveId: 'wes_live' });
    const access = await call<JoinReply>('xia', 'POST', '/lives/wes_live/join', {});
    await command('xia', { type: 'leave-seat', liveId: 'wes_live' });
    const page = await enterRoom(browser, url, access);
    await vi.waitFor(async () => {
      expect((await rooms.getParticipant('wes_live', 'xia')).permission?.canPublish).toBe(false);
    }, wait);
    expect(await publish(page, 'camera')).toBe(false);
    await page.context().close();
  });

  it('makes all rooms again after LiveKit was killed, and loses no host meanwhile', async () => {
    await link('ned', 'oli');
    await vi.waitFor(async () => expect(await metadataOf('ned_live')).toEqual(await documentOf('ned_live')), wait);
    const before = await enterRoom(browser, url, await call<JoinReply>('ned', 'POST', '/lives/ned_live/join', {}));
    process.kill(livekit.pid ?? 0, 'SIGKILL');
    // Longer than `joinAllowance`, in which a host must join.
    await new Promise((resolve) => setTimeout(resolve, 6000));
    expect([await isLost('ned_live'), await isLost('oli_live')]).toEqual([false, false]);
    expect(log.filter((line) => line.includes('does not answer'))).toHaveLength(1);
    await before.context().close();
    livekit = await startLiveKit(livekitOptions);
    for (const liveId of ['ned_live', 'oli_live']) {
      await vi.waitFor(async () => expect(await metadataOf(liveId)).toEqual(await documentOf(liveId)), wait);
    }
    const host = await enterRoom(browser, url, await call<JoinReply>('ned', 'POST', '/lives/ned_live/join', {}));
    await vi.waitFor(async () => expect(await isLost('oli_live')).toBe(true), wait);
    expect(await isLost('ned_live')).toBe(false);
    await host.context().close();
  });
});
