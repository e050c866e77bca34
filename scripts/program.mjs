// Starts, watches and stops a Node program that runs beside others.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { exitOf } from './child-exit.mjs';
import { SetupError } from './setup-error.mjs';

/**
 * Starts a program and waits until its address answers. `ended` resolves when the program has ended, with an error to
 * show if that was not wanted.
 * @param {{ name: string, args: string[], env?: NodeJS.ProcessEnv, url: string, folder: string }} options
 * @returns {Promise<{ stop: () => Promise<void>, ended: Promise<SetupError> }>}
 */
export async function startProgram({ name, args, env, url, folder }) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // In its own process group, so that Ctrl-C reaches only the starter, which then stops its programs in order.
    detached: process.platform !== 'win32',
  });
  const logFile = `${folder}/${name.replaceAll(' ', '-')}.log`;
  const log = createWriteStream(logFile);
  let last = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      log.write(text);
      last = (last + text).slice(-2000);
    });
  }
  const complaint = (/** @type {string} */ what) =>
    new SetupError(`${name} ${what}: ${lastError(last)} (its whole output: ${logFile})`);

  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = exitOf(child).then((code) => {
    process.off('exit', kill);
    log.end();
    return complaint(`ended with code ${code}`);
  });
  const stop = async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(kill, 3000);
    await ended;
    clearTimeout(timer);
  };

  const outcome = await Promise.race([answers(url), ended]);
  if (outcome === true) return { stop, ended };
  await stop();
  throw outcome || complaint('did not answer within 30 s');
}

/** @param {string} url */
async function answers(url) {
  for (const end = Date.now() + 30_000; Date.now() < end; await wait(50)) {
    // Any answer shows that it listens.
    if (await fetch(url).catch(() => undefined)) return true;
  }
  return false;
}

/**
 * The most useful line of an output: the last one with "error", or else the last one.
 * @param {string} output
 */
function lastError(output) {
  const lines = output.trim().split('\n');
  return (lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1) ?? '').trim();
}
