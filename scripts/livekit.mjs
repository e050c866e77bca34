// A LiveKit server for the tests and the demo: a running one, an installed one, or one that is built here once.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { exitOf } from './child-exit.mjs';
import { onPath } from './on-path.mjs';
import { portTaken } from './ports.mjs';
import { SetupError, runMain } from './setup-error.mjs';

const version = 'v1.13.5';
const module = `github.com/livekit/livekit-server/cmd/server@${version}`;
const folder = fileURLToPath(new URL('../.cache/bin', import.meta.url));
const built = `${folder}/livekit-server-${version}`;

/**
 * @typedef {{ url: string, apiKey: string, apiSecret: string }} LiveKit
 * @typedef {LiveKit & { pid: number | undefined, stop: () => Promise<void>, ended: Promise<SetupError> }} RunningLiveKit
 */

/**
 * Finds the server named by LIVEKIT_URL, or else the program to start one.
 * @returns {Promise<LiveKit | { program: string }>}
 */
export async function findLiveKit() {
  const { LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = process.env;
  if (LIVEKIT_URL) {
    if (!LIVEKIT_API_KEY || !LIVEKIT_API_SECRET) {
      throw new SetupError('LIVEKIT_URL is set: set LIVEKIT_API_KEY and LIVEKIT_API_SECRET too, or unset it');
    }
    return { url: LIVEKIT_URL, apiKey: LIVEKIT_API_KEY, apiSecret: LIVEKIT_API_SECRET };
  }
  return { program: onPath('livekit-server') ?? (await build()) };
}

/** Builds the pinned LiveKit with Go. The first time takes some minutes; later the built program is used. */
async function build() {
  if (existsSync(built)) return built;
  const go = onPath('go');
  const instead = 'put livekit-server on the PATH, or set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET';
  if (!go) throw new SetupError(`No LiveKit and no Go to build it with: install Go 1.26 or newer, ${instead}`);

  console.log(`Building LiveKit ${version} with Go, once; this takes some minutes`);
  const output = `${folder}/build-${process.pid}`;
  mkdirSync(output, { recursive: true });
  const env = { ...process.env, GOBIN: output, CGO_ENABLED: '0', GOFLAGS: '' };
  const compiler = spawn(go, ['install', '-v', module], { env, stdio: ['ignore', 'inherit', 'pipe'] });
  const lastLines = showProgress(compiler.stderr);
  if ((await exitOf(compiler)) !== 0) {
    rmSync(output, { recursive: true, force: true });
    throw new SetupError(`Building LiveKit failed (${lastLines().join(' | ')}): try again, ${instead}`);
  }
  // Only a finished build gets the final name, so that a broken one is never used.
  renameSync(`${output}/server`, built);
  rmSync(output, { recursive: true, force: true });
  return built;
}

/**
 * Shows how many modules and packages Go has printed, one a line. Returns a function that gives the last three lines.
 * @param {import('node:stream').Readable} stream
 */
function showProgress(stream) {
  let lines = 0;
  /** @type {string[]} */
  let last = [];
  let shownAt = 0;
  stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    const fresh = text.split('\n').filter(Boolean);
    lines += fresh.length;
    last = [...last, ...fresh].slice(-3);
    if (Date.now() - shownAt < 5000) return;
    shownAt = Date.now();
    console.log(`  ${lines} modules and packages so far`);
  });
  return () => last;
}

/**
 * Starts LiveKit and waits until it answers. Without `host` it listens on the loopback address only.
 * `ended` resolves when it has ended, with an error to show if that was not wanted.
 * @param {{ host?: string, port?: number, udpPort?: number, webhookUrl?: string, key?: string, secret?: string }} [options]
 * @returns {Promise<RunningLiveKit>} The running server; with LIVEKIT_URL that one.
 */
export async function startLiveKit({
  host = '127.0.0.1',
  port = 7880,
  udpPort = port + 2,
  webhookUrl,
  key = 'devkey',
  secret = 'a-secret-for-this-machine-only-32chars',
} = {}) {
  const found = await findLiveKit();
  if ('url' in found) return { ...found, pid: undefined, stop: async () => {}, ended: new Promise(() => {}) };

  if (await portTaken(port)) {
    throw new SetupError(`LiveKit: port ${port} is in use; stop what listens there or choose another`);
  }
  const config = configOf({ host, port, udpPort, webhookUrl, key, secret });
  const server = spawn(found.program, ['--config-body', config], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // In its own process group, so that Ctrl-C reaches only the starter, which then stops its programs in order.
    detached: process.platform !== 'win32',
  });
  let log = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => (log = (log + text).slice(-4000)));
  }
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  const lastWords = () => log.trim().split('\n').slice(-2).join(' | ');
  const ended = exitOf(server).then((code) => {
    process.off('exit', kill);
    return new SetupError(`LiveKit ended with code ${code}: ${lastWords()}`);
  });

  const stop = async () => {
    // SIGKILL: LiveKit saves nothing at its end, and a graceful end takes seconds.
    kill();
    await ended;
  };
  if (!(await answers(port, () => server.exitCode !== null))) {
    await stop();
    throw new SetupError(`LiveKit did not start: ${lastWords()}`);
  }
  return { url: `ws://${host}:${port}`, apiKey: key, apiSecret: secret, pid: server.pid, stop, ended };
}

/**
 * LiveKit's configuration as JSON, which is also YAML.
 * @param {{ host: string, port: number, udpPort: number, webhookUrl: string | undefined, key: string, secret: string }} options
 */
function configOf({ host, port, udpPort, webhookUrl, key, secret }) {
  const local = host === '127.0.0.1';
  return JSON.stringify({
    port,
    bind_addresses: local ? [host] : ['127.0.0.1', host],
    keys: { [key]: secret },
    rtc: {
      node_ip: host,
      udp_port: udpPort,
      // 0: ICE over UDP only. A TCP port would listen on all interfaces.
      tcp_port: 0,
      use_external_ip: false,
      enable_loopback_candidate: local,
      ...(local && { interfaces: { includes: ['lo'] } }),
      ips: { includes: [`${host}/32`] },
      // An empty list would mean public STUN servers.
      stun_servers: ['127.0.0.1:9'],
    },
    // The battle server creates the rooms, so that it decides who enters.
    room: { auto_create: false, empty_timeout: 300, departure_timeout: 20 },
    ...(webhookUrl && { webhook: { api_key: key, urls: [webhookUrl] } }),
  });
}

/**
 * @param {number} port
 * @param {() => boolean} hasEnded
 */
async function answers(port, hasEnded) {
  for (const end = Date.now() + 15_000; Date.now() < end && !hasEnded(); await wait(50)) {
    const response = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (response?.ok) return true;
  }
  return false;
}

/** Makes sure that there is a LiveKit. */
export async function ensureLiveKit() {
  const found = await findLiveKit();
  console.log(`LiveKit: ${'url' in found ? found.url : found.program}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runMain(ensureLiveKit);
