import { existsSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';

export interface Entry {
  /** What users import, without the package's name; `live-battles` for the package itself. */
  name: string;
  /** Its built module, relative to the package. */
  file: string;
}

/** Values of `exports` as far as they are used here. */
export type Exports = Readonly<Record<string, string | { default: string }>>;

/**
 * Not measured as entries: files of the CDN, which are measured as they were built, and single classes, of which a
 * define module holds one each.
 */
const left = ['./cdn', './components/*'];

/** The modules that users import from the package. */
export function entriesOf(exports: Exports, root: string): Entry[] {
  return Object.entries(exports).flatMap(([path, target]) => {
    if (typeof target === 'string' || left.includes(path)) return [];
    return path.includes('*') ? expanded(path, target.default, root) : [{ name: nameOf(path), file: target.default }];
  });
}

/** A path with `*` stands for every folder whose module exists. */
function expanded(path: string, pattern: string, root: string): Entry[] {
  const parent = posix.dirname(pattern.slice(0, pattern.indexOf('*') + 1));
  return readdirSync(posix.join(root, parent), { withFileTypes: true })
    .filter((folder) => folder.isDirectory())
    .map(({ name }) => ({ name: nameOf(path.replaceAll('*', name)), file: pattern.replaceAll('*', name) }))
    .filter(({ file }) => existsSync(posix.join(root, file)));
}

function nameOf(path: string): string {
  return path === '.' ? 'live-battles' : path.slice('./'.length);
}
