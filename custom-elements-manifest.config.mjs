import { posix } from 'node:path';

/** The analyzer knows `customElements.define(…)` by itself; this is our `defineElement(…)` from an imported class. */
const ownDefineCalls = {
  name: 'own-define-calls',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'defineElement') return;
    const [tag, element] = node.arguments;
    const imported = node
      .getSourceFile()
      .statements.find(
        (statement) =>
          ts.isImportDeclaration(statement) &&
          statement.importClause?.namedBindings?.elements?.some(({ name }) => name.text === element.text),
      );
    if (!imported) return;
    moduleDoc.exports.push({
      kind: 'custom-element-definition',
      name: tag.text,
      declaration: { name: element.text, module: posix.join('/', moduleDoc.path, '..', imported.moduleSpecifier.text) },
    });
  },
};

/** What a page can reach: nothing private. */
const dropPrivate = {
  name: 'drop-private',
  packageLinkPhase({ customElementsManifest }) {
    for (const declaration of customElementsManifest.modules.flatMap((module) => module.declarations ?? [])) {
      declaration.members &&= declaration.members.filter(
        ({ name, privacy }) => !(privacy === 'private' || privacy === 'protected' || /^[#_]/.test(name)),
      );
    }
  },
};

/** Elements and their definitions alone, in an order that does not depend on how a disk lists files. */
const elementsInOrder = {
  name: 'elements-in-order',
  packageLinkPhase({ customElementsManifest }) {
    const isOfElements = ({ declarations = [], exports = [] }) =>
      declarations.some(({ customElement }) => customElement) ||
      exports.some(({ kind }) => kind === 'custom-element-definition');
    customElementsManifest.modules = customElementsManifest.modules
      .filter(isOfElements)
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

/** The manifest ships with the package, so it names what the package holds: dist/*.js. */
const pointAtDist = {
  name: 'point-at-dist',
  packageLinkPhase({ customElementsManifest }) {
    const text = JSON.stringify(customElementsManifest).replace(/"\/?src\/([^"]+)\.[jt]s"/g, '"dist/$1.js"');
    // The analyzer still names the first schema, though it writes the current one.
    Object.assign(customElementsManifest, JSON.parse(text), { schemaVersion: '2.1.0' });
  },
};

export default {
  globs: ['src/components/**/*.ts'],
  exclude: ['src/components/**/*.styles.ts'],
  outdir: process.env.MANIFEST_DIR ?? '.',
  litelement: true,
  packagejson: false,
  plugins: [ownDefineCalls, dropPrivate, elementsInOrder, pointAtDist],
};
