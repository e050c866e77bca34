import { basename, extname, resolve } from 'node:path';
import { build, type BuildOptions, type Metafile, type OutputFile } from 'esbuild';
import { compressedSize, type CompressedSize } from './compressed-size.js';
import type { Entry } from './entries.js';

/** As a user's bundler would. `livekit-client` has a line of its own: it loads when a live is opened. */
const asUsersDo: BuildOptions & { write: false; metafile: true } = {
  bundle: true,
  minify: true,
  splitting: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  outdir: 'bundle',
  write: false,
  metafile: true,
  logLevel: 'error',
};

/** Sizes by name: of the entry with all that it imports, and of each part that it imports only when needed. */
export async function entrySizes({ name, file }: Entry, root: string): Promise<Map<string, CompressedSize>> {
  const { outputFiles, metafile } = await build({
    ...asUsersDo,
    absWorkingDir: root,
    entryPoints: [file],
    external: ['livekit-client'],
  });
  const first = Object.keys(metafile.outputs).find((path) => metafile.outputs[path]!.entryPoint === file.slice(2))!;
  const atOnce = importedBy(first, metafile);
  const sizes = new Map([[name, sizeOf([...atOnce], outputFiles, root)]]);
  for (const path of Object.keys(metafile.outputs)) {
    const { entryPoint } = metafile.outputs[path]!;
    if (!entryPoint || atOnce.has(path)) continue;
    const more = [...importedBy(path, metafile)].filter((part) => !atOnce.has(part));
    const part = basename(entryPoint, extname(entryPoint));
    sizes.set(`${name}, later ${part}`, sizeOf(more, outputFiles, root));
  }
  return sizes;
}

/** Everything that a package exports. */
export async function packageSize(name: string, root: string): Promise<CompressedSize> {
  const stdin = { contents: `export * from '${name}';`, resolveDir: root };
  const { outputFiles } = await build({ ...asUsersDo, absWorkingDir: root, stdin });
  return compressedSize(outputFiles.map(({ contents }) => contents));
}

/** An output file and all that it imports statically. */
function importedBy(path: string, { outputs }: Metafile, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const { path: next, kind, external } of outputs[path]!.imports) {
    if (kind === 'import-statement' && !external) importedBy(next, { inputs: {}, outputs }, found);
  }
  return found;
}

function sizeOf(paths: readonly string[], files: readonly OutputFile[], root: string): CompressedSize {
  const wanted = new Set(paths.map((path) => resolve(root, path)));
  return compressedSize(files.filter(({ path }) => wanted.has(path)).map(({ contents }) => contents));
}
