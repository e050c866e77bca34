import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defineConfig, type ProxyOptions, type UserConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Examples name the package as its users do; in development that means the sources. */
const conditions = ['@live-battles/source', ...defaultClientConditions];

function proxy({ API_URL, GIFTS_URL }: NodeJS.ProcessEnv): Record<string, ProxyOptions> {
  return {
    ...(API_URL && { '/v1': { target: API_URL }, '/docs': { target: API_URL } }),
    ...(GIFTS_URL && { '/gifts': { target: GIFTS_URL } }),
  };
}

const studio: UserConfig = {
  root: here('examples/studio'),
  resolve: { conditions },
  server: { host: '127.0.0.1', proxy: proxy(process.env), fs: { allow: [here('.')] } },
  build: { outDir: here('examples/studio/dist'), emptyOutDir: true },
};

/**
 * One file for a script tag. Beside it are livekit-client and the local engine, which load when a page first uses them. The
 * local engine has what it shares with the page from the one file, so there is no third file that both wait for.
 */
const cdn: UserConfig = {
  publicDir: false,
  build: {
    outDir: here('dist/cdn'),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: true,
    license: { fileName: 'LICENSES.md' },
    lib: {
      entry: { 'live-battles': here('src/cdn.ts'), 'live-battles-local': here('src/cdn-local.ts') },
      formats: ['es'],
      fileName: (_, name) => `${name}.js`,
    },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      // Vite leaves the whitespace of an ES library alone unless rolldown itself minifies it.
      output: { minify: true, chunkFileNames: '[name].js' },
    },
  },
};

export default defineConfig(({ mode }) => (mode === 'cdn' ? cdn : studio));
