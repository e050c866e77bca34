// Checks the floors: each folder of src/ imports only from the floors below it, and never from Node.
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

interface Floor {
  folder: string;
  /** Folders of src/ that it may import from, besides its own. */
  folders: string[];
  packages: string[];
  /** Packages that it may import only as types or with `import()`. */
  lazyPackages?: string[];
}

/** For each file the first matching folder counts. */
const floors: Floor[] = [
  { folder: 'src/core', folders: [], packages: ['signal-polyfill'] },
  { folder: 'src/protocol', folders: ['src/core'], packages: [] },
  { folder: 'src/referee', folders: ['src/core'], packages: [] },
  // What the engines share: what a browser tells of the page.
  { folder: 'src/engines/page', folders: ['src/core'], packages: [] },
  {
    folder: 'src/engines/local',
    folders: ['src/core', 'src/protocol', 'src/referee', 'src/engines/page'],
    packages: [],
  },
  {
    folder: 'src/engines/livekit',
    folders: ['src/core', 'src/protocol', 'src/engines/page'],
    packages: [],
    lazyPackages: ['livekit-client'],
  },
  {
    folder: 'src/components',
    folders: ['src/core'],
    packages: ['lit', '@lit/context', '@lit-labs/signals', 'signal-polyfill'],
  },
  // The entry points at the top only re-export what lies below.
  { folder: 'src', folders: [], packages: [] },
];

interface Import {
  specifier: string;
  line: number;
  /** True for an import of types, and for `import()`. */
  lazy: boolean;
}

export function importsOf(path: string, text: string): Import[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const found: Import[] = [];
  const add = (literal: ts.Node | undefined, lazy: boolean): void => {
    if (!literal || !ts.isStringLiteralLike(literal)) return;
    const line = source.getLineAndCharacterOfPosition(literal.getStart()).line + 1;
    found.push({ specifier: literal.text, line, lazy });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], true);
    } else if (ts.isExternalModuleReference(node)) {
      add(node.expression, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const within = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);
const ofPackage = (specifier: string, name: string): boolean => specifier === name || within(specifier, name);

function allows(floor: Floor, path: string, { specifier, lazy }: Import): boolean {
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(path), specifier);
    return [floor.folder, ...floor.folders].some((folder) => within(target, folder));
  }
  if (floor.packages.some((name) => ofPackage(specifier, name))) return true;
  return lazy && (floor.lazyPackages ?? []).some((name) => ofPackage(specifier, name));
}

function describe({ folder, folders, packages, lazyPackages = [] }: Floor): string {
  const lazy = lazyPackages.map((name) => `${name} (as a type or with import())`);
  return [folder, ...folders, ...packages, ...lazy].join(', ');
}

/** The imports of a file in src/ that its floor does not allow. @param path Relative to the project. */
export function floorViolations(path: string, text: string): string[] {
  const floor = floors.find(({ folder }) => within(path, folder));
  if (!floor) return [];
  return importsOf(path, text)
    .filter((imported) => !allows(floor, path, imported))
    .map(({ specifier, line }) => `${path}:${line}: imports '${specifier}', but may only import ${describe(floor)}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = new URL('../', import.meta.url);
  const files = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[cm]?tsx?$/.test(name))
    .map((name) => `src/${name.replaceAll('\\', '/')}`);
  const violations = files.flatMap((path) => floorViolations(path, readFileSync(new URL(path, root), 'utf8')));
  for (const violation of violations) console.error(violation);
  console.log(`floors: ${files.length} files, ${violations.length} violations`);
  if (violations.length > 0) process.exitCode = 1;
}
