import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import noIndexByText from './scripts/eslint/no-index-by-text.mjs';
import noSpreadOfMany from './scripts/eslint/no-spread-of-many.mjs';

export default tseslint.config(
  { ignores: ['**/dist/**', '**/bundle/**', '**/generated/**', '**/node_modules/**', '.cache/**'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Small files and functions are a rule of the house, so a machine keeps it.
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 20],
      eqeqeq: 'error',
      'no-console': 'error',
      // The published scripts take what others export once (scripts/bundle-scripts.mjs).
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportNamedDeclaration > VariableDeclaration[kind!="const"]',
          message: 'Export a function that tells the value: the published scripts take exports once.',
        },
      ],
      // Arrays are indexed below their own length throughout; `!` says so where the compiler cannot see it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // What stops the reader of a document is thrown at each broken one, and is caught by who called the reader.
      '@typescript-eslint/only-throw-error': ['error', { allow: [{ from: 'file', name: 'ReadError' }] }],
      // The test runner waits for the tests that a file registers.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'describe', 'it', 'suite'] },
          ],
        },
      ],
    },
  },
  {
    // What is published meets the words and the lengths of strangers.
    files: ['packages/*/src/**/*.ts', 'rules/**/*.ts', 'schemas/src/**/*.ts'],
    plugins: { strangers: { rules: { 'no-index-by-text': noIndexByText, 'no-spread-of-many': noSpreadOfMany } } },
    rules: { 'strangers/no-index-by-text': 'error', 'strangers/no-spread-of-many': 'error' },
  },
  {
    // A rule goes through lists and maps with their fields (`each`, `entries`), so that it has nothing to assert.
    files: ['rules/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'error' },
  },
  {
    // Tables that are generated.
    files: ['schemas/src/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', 'max-lines': ['error', 600] },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    extends: [tseslint.configs.strict],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
        self: 'readonly',
      },
    },
  },
);
