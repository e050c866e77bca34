import { connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Finds a TCP port of 127.0.0.1 on which nothing listens right now.
 * @returns {Promise<number>}
 */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * @param {number} port
 * @returns {Promise<boolean>} Whether something listens on this port of 127.0.0.1.
 */
export function portTaken(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const settle = (/** @type {boolean} */ taken) => {
      socket.destroy();
      resolve(taken);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}

/**
 * @param {number} port
 * @param {number} within Milliseconds to wait until the port opens.
 */
export async function portOpens(port, within) {
  for (const end = Date.now() + within; Date.now() < end;) {
    if (await portTaken(port)) return true;
    await wait(50);
  }
  return false;
}
