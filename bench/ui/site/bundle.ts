import { build, type Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Implementation } from '../implementations.js';

const folder = fileURLToPath(new URL('..', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The part of `@vue/compiler-dom` that is used; only who runs the Vue page has it installed. */
interface VueCompiler {
  compile: (template: string, options: { mode: 'module'; prefixIdentifiers: true }) => { code: string };
}

/** Compiles a Vue template ahead, as Vue's build tools do. */
const vueTemplates: Plugin = {
  name: 'vue-templates',
  setup(building) {
    building.onLoad({ filter: /\.html$/ }, async ({ path }) => {
      const { compile } = createRequire(import.meta.url)('@vue/compiler-dom') as VueCompiler;
      const { code } = compile(await readFile(path, 'utf8'), { mode: 'module', prefixIdentifiers: true });
      return { contents: code, loader: 'js' };
    });
  },
};

async function bundle(contents: string, isReadable: boolean): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    jsx: 'automatic',
    minify: !isReadable,
    legalComments: 'none',
    conditions: ['@live-battles/source', 'production'],
    mainFields: ['module', 'main'],
    tsconfig: `${root}/tsconfig.base.json`,
    loader: { '.css': 'text' },
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    plugins: [vueTemplates],
  });
  return outputFiles[0]!.text;
}

/** The script of an implementation's page. @param isReadable Keeps the names of functions, for profiles. */
export async function bundlePage(name: Implementation, isReadable: boolean): Promise<string> {
  const contents = `import { start } from './page/start.js'; import { peer } from './peers/${name}.js'; start(peer);`;
  return await bundle(contents, isReadable);
}

export async function bundleWorker(): Promise<string> {
  return await bundle(`import './page/worker.js';`, false);
}
