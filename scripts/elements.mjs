// Runs the element tests in the wanted engines. Further arguments go to the test runner.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { wantedBrowsers } from './browsers.mjs';
import { exitOf } from './child-exit.mjs';
import { runMain } from './setup-error.mjs';
import { startWebKitDriver } from './webkit.mjs';

await runMain(async () => {
  const webkit = wantedBrowsers().includes('webkit') ? await startWebKitDriver() : undefined;
  try {
    const runner = spawn('node_modules/.bin/wtr', process.argv.slice(2), {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      stdio: 'inherit',
      env: { ...process.env, ...(webkit && { WEBKIT_PORT: String(webkit.port) }) },
    });
    process.exitCode = await exitOf(runner);
  } finally {
    webkit?.stop();
  }
});
