import { networkInterfaces } from 'node:os';
import { parseArgs } from 'node:util';
import { SetupError } from './setup-error.mjs';

export const usage = `npm start -- [--local] [--port PORT] [--host ADDRESS]

  --local          no servers: the studio runs on the local engine, inside the page
  --port PORT      where the studio listens, instead of 5173
  --host ADDRESS   one of this machine's addresses, instead of 127.0.0.1: opens the studio
                   to the network, for a phone; anybody there can then use it`;

/**
 * @typedef {{ local: boolean, port: number, host: string, help: boolean }} StartOptions
 * @param {string[]} args
 * @returns {StartOptions}
 */
export function parseStartOptions(args) {
  const { local, port, host, help } = parsed(args);
  return { local, port: portNumber(port), host: ownAddress(host), help };
}

/** @param {string[]} args */
function parsed(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        local: { type: 'boolean', default: false },
        port: { type: 'string', default: '5173' },
        host: { type: 'string', default: '127.0.0.1' },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split('. ');
    throw new SetupError(`${reason}; see npm start -- --help`);
  }
}

/** @param {string} text */
function portNumber(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new SetupError(`--port ${text}: a port is a number from 1 to 65535`);
}

/**
 * Checks that this is an address of this machine. LiveKit tells it to pages, so it cannot be a wildcard.
 * @param {string} address
 */
function ownAddress(address) {
  const own = Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter(({ family }) => family === 'IPv4')
    .map((entry) => entry.address);
  if (own.includes(address)) return address;
  throw new SetupError(`--host ${address}: not an address of this machine; there are ${own.join(', ')}`);
}
