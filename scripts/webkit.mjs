// Starts a WebKit driver on a virtual screen, as WebKitGTK has no headless mode. `stop` ends both.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { webkitDriverPath } from './browsers.mjs';
import { freePort, portOpens } from './ports.mjs';
import { onPath } from './on-path.mjs';
import { SetupError } from './setup-error.mjs';

/** @returns {Promise<{ port: number, stop: () => void }>} */
export async function startWebKitDriver() {
  const xvfb = onPath('Xvfb');
  if (!xvfb) throw new SetupError('Xvfb not found: install the package xvfb');
  const home = mkdtempSync(join(tmpdir(), 'webkit-home-'));
  chmodSync(home, 0o700);

  // Xvfb picks a free display and writes its number to file descriptor 3.
  const screen = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let driver;
  const stop = () => {
    driver?.kill();
    screen.kill();
    process.off('exit', stop);
    rmSync(home, { recursive: true, force: true });
  };
  process.on('exit', stop);

  /** @type {string} */
  const display = await new Promise((resolve, reject) => {
    const told = /** @type {import('node:stream').Readable} */ (screen.stdio[3]);
    told.once('data', (data) => resolve(`:${String(data).trim()}`));
    screen.once('exit', () => reject(new SetupError('Xvfb ended before it had a screen')));
  });

  const port = await freePort();
  driver = spawn(webkitDriverPath(), ['--host=127.0.0.1', `--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
      HOME: home,
      XDG_RUNTIME_DIR: home,
    },
  });
  if (!(await portOpens(port, 10_000))) {
    stop();
    throw new SetupError('WebKitWebDriver did not come up within 10 s');
  }
  return { port, stop };
}
