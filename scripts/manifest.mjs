// Writes custom-elements.json from the components. With --check it only checks that the file is current.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const fresh = `${root}/.cache/manifest`;
const kept = `${root}/custom-elements.json`;

mkdirSync(fresh, { recursive: true });
const { status } = spawnSync('node_modules/.bin/cem', ['analyze', '--quiet'], {
  cwd: root,
  env: { ...process.env, MANIFEST_DIR: '.cache/manifest' },
  stdio: 'inherit',
});
if (status !== 0) process.exit(1);

const manifest = readFileSync(`${fresh}/custom-elements.json`, 'utf8');
if (!process.argv.includes('--check')) {
  writeFileSync(kept, manifest);
} else if (!existsSync(kept) || readFileSync(kept, 'utf8') !== manifest) {
  console.error('custom-elements.json is out of date: run `npm run manifest` and commit it');
  process.exit(1);
}
