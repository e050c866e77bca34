import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['**/dist/**', '.cache/**', 'storybook-static/**', 'coverage/**', 'custom-elements.json'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  lit['flat/recommended'],
  wc['flat/best-practice'],
  litA11y.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Lit's callbacks and one-line event handlers return void on purpose.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // An indexed type already says what may be missing; `!` after a check reads better than a cast.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // TypeScript keeps a field's narrowed type across `await`, where it may well have changed.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // An async port whose in-memory implementation awaits nothing is still async.
      '@typescript-eslint/require-await': 'off',
      // Type-only classes and constants-only modules are not a problem here.
      '@typescript-eslint/no-extraneous-class': 'off',
      // Lit's base class already guards its lifecycle callbacks.
      'wc/guard-super-call': 'off',
      eqeqeq: 'error',
    },
  },
  {
    // Its types come with a package of its own, which only who runs it has installed.
    files: ['bench/mutation/**'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      parserOptions: { projectService: false },
      globals: { globalThis: false, performance: false, process: false },
    },
  },
  {
    // These need packages of bench/ui, which only who runs it has installed.
    files: ['bench/ui/peers/{livekit-react.tsx,lit-preact.ts,vue-store.ts}'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    // A page of a peer, which only whoever measures has installed.
    files: ['bench/start/pages/**'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      parserOptions: { projectService: false, ecmaFeatures: { jsx: true } },
      globals: {
        document: false,
        fetch: false,
        Node: false,
        performance: false,
        requestAnimationFrame: false,
        window: false,
      },
    },
  },
  {
    files: ['test/**', 'stories/**'],
    rules: {
      // Assertions such as `expect(x).to.be.true`, and doubles that do nothing.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['test/components/**', 'test/**/*.browser.test.ts'],
    rules: {
      // With @open-wc/testing these return promises in their types, for snapshots' sake, but not in fact.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: '@open-wc/semantic-dom-diff', name: ['Equal', 'equal', 'equals', 'eq'] },
          ],
        },
      ],
    },
  },
  // TypeScript checks the scripts too, names included.
  {
    files: ['scripts/**'],
    // Its casts are JSDoc comments, which ESLint can't see.
    rules: { 'no-undef': 'off', '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  // The tools' config files and the framework examples are plain JavaScript outside every TypeScript project.
  { files: ['*.config.js', '*.config.mjs'], languageOptions: { globals: { process: 'readonly' } } },
  {
    files: ['*.config.js', '*.config.mjs', 'examples/**/*.{js,jsx,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
