// The three browser engines in which the elements are tested, and the paths of their programs.
import { existsSync } from 'node:fs';
import { isExecutable, onPath } from './on-path.mjs';
import { SetupError } from './setup-error.mjs';

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */

/** @type {Engine[]} */
const all = ['chromium', 'firefox', 'webkit'];

/**
 * The engines named in BROWSERS ("chromium,firefox"); by default all.
 * @returns {Engine[]}
 */
export function wantedBrowsers() {
  const { BROWSERS } = process.env;
  if (!BROWSERS) return all;
  return BROWSERS.split(',').map((name) => {
    const engine = all.find((known) => known === name.trim());
    if (!engine) throw new SetupError(`BROWSERS: no engine is named "${name}"; there are ${all.join(', ')}`);
    return engine;
  });
}

/**
 * @param {string} variable
 * @param {string} hint
 * @param {string | undefined} path
 */
function found(variable, hint, path) {
  const chosen = process.env[variable] ?? path;
  if (chosen && isExecutable(chosen)) return chosen;
  throw new SetupError(`${hint} not found: install it or name its program in ${variable}`);
}

export const chromiumPath = () =>
  found('CHROMIUM_PATH', 'Chromium', onPath('chromium', 'chromium-browser', 'google-chrome'));

export const firefoxPath = () => found('FIREFOX_PATH', 'Firefox', onPath('firefox-esr', 'firefox'));

export const webkitDriverPath = () => found('WEBKIT_DRIVER_PATH', 'WebKitWebDriver', onPath('WebKitWebDriver'));

export const miniBrowserPath = () =>
  found(
    'MINIBROWSER_PATH',
    "WebKitGTK's MiniBrowser",
    ['x86_64', 'aarch64']
      .map((cpu) => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)
      .find((path) => existsSync(path)),
  );
