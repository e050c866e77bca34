// The servers behind the studio: LiveKit, the battle server, and the demo's gift backend.
import { findLiveKit, startLiveKit } from './livekit.mjs';
import { onPath } from './on-path.mjs';
import { freePort, portTaken } from './ports.mjs';
import { startProgram } from './program.mjs';
import { SetupError } from './setup-error.mjs';

/**
 * Finds or builds a LiveKit. Without LiveKit and Go the studio runs on the local engine.
 * @returns {Promise<string | undefined>} Why there is none, and what to do about it.
 */
export async function whyNoLiveKit() {
  try {
    await findLiveKit();
    return undefined;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    if (!process.env.LIVEKIT_URL && !onPath('go')) return error.message;
    throw new SetupError(`${error.message}. Without LiveKit: npm start -- --local`);
  }
}

/**
 * Starts the servers. Browsers reach LiveKit directly, and the others through the site.
 * @param {{ host: string, folder: string, keep: import('./start.mjs').Keep }} options
 */
export async function startStudioServers({ host, folder, keep }) {
  const apiPort = await preferredPort(7800);
  const giftsPort = await preferredPort(7801);
  const apiUrl = `http://127.0.0.1:${apiPort}`;
  const giftsUrl = `http://127.0.0.1:${giftsPort}`;

  const liveKit = await startLiveKit({
    host,
    port: await preferredPort(7880),
    webhookUrl: `${apiUrl}/v1/livekit/webhook`,
  });
  keep(liveKit);
  const keys = { LIVEKIT_API_KEY: liveKit.apiKey, LIVEKIT_API_SECRET: liveKit.apiSecret };
  keep(
    await startProgram({
      name: 'battle server',
      args: ['--conditions=@live-battles/source', '--import', 'tsx', 'server/src/main.ts', '--dev'],
      env: { ...keys, LIVEKIT_URL: liveKit.url, PORT: `${apiPort}`, DATABASE: `${folder}/battles.sqlite` },
      url: `${apiUrl}/healthz`,
      folder,
    }),
  );
  keep(
    await startProgram({
      name: 'gift backend',
      args: ['--import', 'tsx', 'examples/studio/gift-backend/main.ts'],
      env: { ...keys, API_URL: apiUrl, PORT: `${giftsPort}` },
      url: giftsUrl,
      folder,
    }),
  );
  return {
    siteEnv: { VITE_ENGINE: 'livekit', API_URL: apiUrl, GIFTS_URL: giftsUrl },
    summary: `LiveKit (${liveKit.url}), the battle server (port ${apiPort}) and a gift backend (port ${giftsPort})`,
  };
}

/**
 * This port or, if it is taken, a free one. No user has to type it.
 * @param {number} port
 */
async function preferredPort(port) {
  return (await portTaken(port)) ? await freePort() : port;
}
