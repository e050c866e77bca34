// Installs what the tests need. It uses Node's own modules only, as it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromiumPath, firefoxPath, miniBrowserPath, wantedBrowsers, webkitDriverPath } from './browsers.mjs';
import { onPath } from './on-path.mjs';
import { SetupError, runMain } from './setup-error.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Names of Debian packages. With fonts-noto-core all engines draw the same letters. */
const packages = {
  chromium: ['chromium'],
  firefox: ['firefox-esr', 'libvpx7'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
  always: ['iproute2', 'fonts-noto-core'],
};

/** Installs the locked packages unless they are all there. */
export function ensureNodeModules() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) throw new SetupError(`Node ${process.versions.node} is too old: Node 20 or newer is needed`);
  if (isInstalled()) return;
  console.log('npm ci: installing the locked packages');
  const { status } = spawnSync('npm', ['ci', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new SetupError('npm ci failed; its own message is above');
}

/** @typedef {{ version?: string, link?: boolean, optional?: boolean }} Locked */

/** Whether node_modules holds the locked packages. npm lists them in a file there, which a half-done install lacks. */
function isInstalled() {
  const note = `${root}/node_modules/.package-lock.json`;
  if (!existsSync(note)) return false;
  const wanted = locked(`${root}/package-lock.json`);
  const present = locked(note);
  const matches = Object.entries(wanted).every(([path, { version, link, optional }]) => {
    // Links and workspaces are the project itself. Optional packages are for other systems.
    if (link || !path.startsWith('node_modules/')) return true;
    return present[path] ? present[path].version === version : optional;
  });
  return matches && Object.keys(present).every((path) => path in wanted);
}

/**
 * @param {string} path
 * @returns {Record<string, Locked>}
 */
function locked(path) {
  const { packages } = /** @type {{ packages: Record<string, Locked> }} */ (JSON.parse(readFileSync(path, 'utf8')));
  return packages;
}

/** Installs the wanted browsers as Debian packages, or says what is missing and how to get it. */
export function ensureBrowsers() {
  const names = [...wantedBrowsers().flatMap((engine) => packages[engine]), ...packages.always];
  if (!onPath('apt-get') || !onPath('dpkg-query')) {
    requirePrograms();
    return;
  }
  const missing = names.filter((name) => !isDebianPackageInstalled(name));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    throw new SetupError(`Missing: ${missing.join(', ')}. Run: sudo apt-get install ${missing.join(' ')}`);
  }
  console.log(`apt-get install ${missing.join(' ')}`);
  apt('update');
  apt('install', '--yes', '--no-install-recommends', ...missing);
}

/** @param {string[]} args */
function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync('apt-get', ['--quiet', '--quiet', ...args], { env, stdio: 'inherit' });
  if (status !== 0) throw new SetupError(`apt-get ${args.join(' ')} failed; its own message is above`);
}

/** @param {string} name */
function isDebianPackageInstalled(name) {
  const { stdout } = spawnSync('dpkg-query', ['--show', '--showformat=${db:Status-Status}', name], {
    encoding: 'utf8',
  });
  return stdout === 'installed';
}

/** Checks that the browsers are there, on systems other than Debian. */
function requirePrograms() {
  const programs = {
    chromium: [chromiumPath],
    firefox: [firefoxPath],
    webkit: [webkitDriverPath, miniBrowserPath],
  };
  for (const engine of wantedBrowsers()) {
    try {
      for (const program of programs[engine]) program();
    } catch (error) {
      const others = 'or leave this engine out with, for example, BROWSERS=chromium';
      throw error instanceof SetupError ? new SetupError(`${error.message}, ${others}`) : error;
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    ensureNodeModules();
    ensureBrowsers();
  });
}
