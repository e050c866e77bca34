// Runs a command with no network but loopback, if the system allows that, so that no packet leaves the machine.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { exitOf } from './child-exit.mjs';

const inside = ['unshare', '--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];

/**
 * The command to run: with loopback only, if the system allows that.
 * @param {string[]} command
 * @returns {string[]}
 */
export function onLoopback(command) {
  const [unshare = '', ...args] = inside;
  if (spawnSync(unshare, [...args, 'true']).status === 0) return [...inside, ...command];
  console.log('loopback: no network namespace to be had here, running with the whole network');
  return command;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [program, ...args] = onLoopback(process.argv.slice(2));
  if (!program) throw new Error('usage: node scripts/loopback.mjs COMMAND [ARGUMENT...]');
  process.exitCode = await exitOf(spawn(program, args, { stdio: 'inherit' }));
}
