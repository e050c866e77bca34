import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { publicNames, stores } from './public-names.js';

const folder = new URL('../', import.meta.url);
const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.test\.ts$|^conformance\/.*\.ts$/.test(name) && !name.startsWith('docs/'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));
const names = publicNames(stores);

describe.each(stores)('%s', (store) => {
  const key = `${store.charAt(0).toLowerCase()}${store.slice(1)}`;

  it.each(names[store].events)('has a test that names the event %s', (event) => {
    expect(tests.some((text) => new RegExp(`['\`]${event}['\` ]`).test(text))).toBe(true);
  });

  it.each(names[store].state)('has a test that names the state %s', (state) => {
    // Read from the store, or taken out of it; where the test has the store itself, as `store`.
    const uses = new RegExp(`\\b(${key}|store)(\\b[^;]*)?\\.${state}\\b|\\{[^}]*\\b${state}\\b[^}]*\\} = .*${key}`);
    expect(tests.some((text) => text.includes(key) && uses.test(text))).toBe(true);
  });
});
