import type * as LiveKitClient from 'livekit-client';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import type { RoomAccess } from '../../../src/protocol/index.js';
import { newPersonsPage } from './chromium.js';

const livekitClient = readFileSync(
  createRequire(import.meta.url)
    .resolve('livekit-client')
    .replace(/[^/]*$/, 'livekit-client.umd.js'),
  'utf8',
);

export interface Client {
  packets: { topic: string; data: unknown; sender: string | null }[];
  disconnected: number | null;
  metadata: string;
}

/**
 * Enters a room with LiveKit's own client, which records what arrives.
 * @param origin Address of any server that answers `/healthz`.
 */
export async function enterRoom(browser: Browser, origin: string, { url, token }: RoomAccess): Promise<Page> {
  const page = await newPersonsPage(browser);
  await page.goto(`${origin}/healthz`);
  await page.addScriptTag({ content: livekitClient });
  await page.evaluate(
    async ([to, pass]) => {
      const { LivekitClient } = window as unknown as { LivekitClient: typeof LiveKitClient };
      const room = new LivekitClient.Room();
      const client: Client = { packets: [], disconnected: null, metadata: '' };
      Object.assign(window, { client, room });
      room.on('dataReceived', (data, participant, _kind, topic, _encryption, identity?: string) => {
        const sender = participant?.identity ?? (identity === undefined || identity === '' ? null : identity);
        const text = new TextDecoder().decode(data);
        client.packets.push({ topic: topic ?? '', data: JSON.parse(text) as unknown, sender });
      });
      room.on('disconnected', (reason) => (client.disconnected = reason ?? -1));
      room.on('roomMetadataChanged', (metadata) => (client.metadata = metadata));
      await room.connect(to, pass, { rtcConfig: { iceServers: [] } });
      client.metadata = room.metadata ?? '';
    },
    [url, token] as const,
  );
  return page;
}

export const clientOf = async (page: Page): Promise<Client> =>
  await page.evaluate(() => (window as unknown as { client: Client }).client);

/** Switches a device on. Returns whether LiveKit took it; this client applies no rules of its own. */
export async function publish(page: Page, device: 'camera' | 'microphone'): Promise<boolean> {
  return await page.evaluate(async (which) => {
    const { localParticipant } = (window as unknown as { room: LiveKitClient.Room }).room;
    const switchOn = () =>
      which === 'camera' ? localParticipant.setCameraEnabled(true) : localParticipant.setMicrophoneEnabled(true);
    return await switchOn().then(
      (publication) => publication !== undefined,
      () => false,
    );
  }, device);
}
