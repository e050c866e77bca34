import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}.cache/bench-start`;

/** Builds the kit's files for a script tag, and the React page for production. Returns the folders. */
export async function buildPages(): Promise<{ kit: string; react: string; pages: string }> {
  const pages = fileURLToPath(new URL('pages', import.meta.url));
  const [kit, react] = [`${folder}/kit`, `${folder}/react`];
  await build({ root, mode: 'cdn', configFile: `${root}vite.config.ts`, logLevel: 'warn', build: { outDir: kit } });
  await build({
    root: pages,
    configFile: false,
    mode: 'production',
    base: '/react/',
    logLevel: 'warn',
    publicDir: false,
    build: { outDir: react, emptyOutDir: true, target: 'es2022', rolldownOptions: { input: `${pages}/react.html` } },
  });
  return { kit, react, pages };
}
