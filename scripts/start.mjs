// `npm start`: installs what is missing, starts everything the studio needs, and stops all of it on Ctrl-C.
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureNodeModules } from './install.mjs';
import { portTaken } from './ports.mjs';
import { startProgram } from './program.mjs';
import { SetupError, runMain } from './setup-error.mjs';
import { parseStartOptions, usage } from './start-options.mjs';
import { startStudioServers, whyNoLiveKit } from './studio-servers.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/**
 * @typedef {{ stop: () => Promise<void>, ended: Promise<SetupError> }} Running
 * @typedef {(running: Running) => void} Keep
 */

await runMain(async () => {
  const options = parseStartOptions(process.argv.slice(2));
  if (options.help) {
    console.log(usage);
    return;
  }
  /** @type {(() => Promise<void>)[]} */
  const stops = [];
  try {
    await Promise.race([interrupted(), runStudio(options, stops)]);
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
});
// A program that was only half started may keep this process alive.
process.exit();

function interrupted() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
    if (!process.env.npm_lifecycle_event) return;
    // A signal to npm ends npm and its shell, not this process. Its parent is another process then.
    const { ppid } = process;
    setInterval(() => process.ppid !== ppid && resolve(undefined), 500);
  });
}

/**
 * Starts everything. It never resolves. It rejects when a program does not start, or ends by itself.
 * @param {import('./start-options.mjs').StartOptions} options
 * @param {(() => Promise<void>)[]} stops Functions that stop what was started, in the order of the starts.
 * @returns {Promise<never>}
 */
async function runStudio({ local, port, host }, stops) {
  if (await portTaken(port)) {
    throw new SetupError(`Port ${port} is in use: stop what listens there, or run npm start -- --port ${port + 1}`);
  }
  ensureNodeModules();
  const folder = `.cache/studio/${port}`;
  // Begin without earlier records: the hosts of earlier lives are gone.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });

  /** @type {Promise<SetupError>[]} */
  const ends = [];
  /** @type {Keep} */
  const keep = ({ stop, ended }) => {
    stops.push(stop);
    ends.push(ended);
  };
  const why = local ? 'As asked for with --local' : await whyNoLiveKit();
  const servers = why ? undefined : await startStudioServers({ host, folder, keep });
  keep(
    await startProgram({
      name: 'studio',
      args: ['node_modules/vite/bin/vite.js', '--host', host, '--port', `${port}`, '--strictPort'],
      env: servers?.siteEnv ?? { VITE_ENGINE: 'local', VITE_WHY_LOCAL: why?.split(':')[0] },
      url: `http://${host}:${port}/`,
      folder,
    }),
  );
  console.log(`\nlive-battles studio: http://${host}:${port}/\n`);
  if (why) console.log(`  ${why}.`);
  console.log(`  It runs on ${servers?.summary ?? 'the local engine, inside the page, without any server'}.`);
  if (host !== '127.0.0.1') {
    console.log(
      '  Anybody on that network can use it. To plain http browsers give no camera: a phone shows a drawn picture.',
    );
  }
  console.log(`  Logs are in ${folder}. Ctrl-C ends all of it.\n`);
  throw await Promise.race(ends);
}
