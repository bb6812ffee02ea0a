import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const root = path.resolve(import.meta.dirname, '../../..');

/** Every package and what it may import, lowest layer first (ARCHITECTURE.md). */
const layers: readonly (readonly string[])[] = [
  ['@podlint/schemas', '@podlint/field-path', '@podlint/messages'],
  ['@podlint/syntax'],
  ['@podlint/model'],
  ['@podlint/schema', '@podlint/validation', '@podlint/kubelet', '@podlint/policy'],
  ['@podlint/engine'],
  ['@podlint/rules', '@podlint/workspace', '@podlint/reporters'],
  ['@podlint/language-server'],
  ['podlint', '@podlint/vscode'],
];
const folders: Readonly<Record<string, string>> = {
  '@podlint/schemas': 'schemas/src',
  '@podlint/field-path': 'packages/field-path/src',
  '@podlint/messages': 'packages/messages/src',
  '@podlint/syntax': 'packages/syntax/src',
  '@podlint/model': 'packages/model/src',
  '@podlint/kubelet': 'packages/kubelet/src',
  '@podlint/schema': 'packages/schema/src',
  '@podlint/validation': 'packages/validation/src',
  '@podlint/policy': 'packages/policy/src',
  '@podlint/engine': 'packages/engine/src',
  '@podlint/rules': 'rules',
  '@podlint/workspace': 'packages/workspace/src',
  '@podlint/reporters': 'packages/reporters/src',
  '@podlint/language-server': 'packages/language-server/src',
  podlint: 'packages/cli/src',
  '@podlint/vscode': 'packages/vscode/src',
};
/** Libraries that one package alone may import. */
const onlyUsers: Readonly<Record<string, string>> = {
  yaml: '@podlint/syntax',
  ajv: '@podlint/schema',
  'kubernetes-types': '@podlint/model',
  'vscode-languageserver': '@podlint/language-server',
  vscode: '@podlint/vscode',
  'vscode-languageclient': '@podlint/vscode',
};
/** Packages that must run in a browser. */
const browserSafe = [
  '@podlint/schemas',
  '@podlint/field-path',
  '@podlint/messages',
  '@podlint/syntax',
  '@podlint/model',
  '@podlint/kubelet',
  '@podlint/schema',
  '@podlint/validation',
  '@podlint/policy',
  '@podlint/engine',
  '@podlint/rules',
  '@podlint/reporters',
];

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        entry.name.endsWith('.ts') &&
        !/[\\/](?:dist|node_modules|generated)(?:[\\/]|$)/.test(entry.parentPath),
    )
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** The modules that a file names in its imports and exports. */
function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  return [
    ...source.matchAll(/^(?:import|export)\b[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm),
  ].map((match) => match[1] ?? match[2] ?? match[3]!);
}

function packageOf(specifier: string): string {
  return specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : specifier.split('/')[0]!;
}

const graph = Object.entries(folders).flatMap(([owner, folder]) =>
  sourceFiles(folder).flatMap((file) =>
    importsOf(file).map((specifier) => ({ owner, file: path.relative(root, file), specifier })),
  ),
);
const layerOf = (name: string): number => layers.findIndex((layer) => layer.includes(name));

test('the import graph was read', () => {
  assert.ok(graph.length > 100, `only ${graph.length} imports found`);
});

test('no package imports its own layer or one above it', () => {
  const upward = graph.filter(
    ({ owner, specifier }) => layerOf(packageOf(specifier)) >= layerOf(owner) && packageOf(specifier) !== owner,
  );
  assert.deepEqual(upward, []);
});

test('a library with one owner has one importer', () => {
  const strangers = graph.filter(({ owner, specifier }) => (onlyUsers[packageOf(specifier)] ?? owner) !== owner);
  assert.deepEqual(strangers, []);
});

/** The catalogue itself is made of rules and knows what they are; a rule knows only the contract. */
const ruleImports = ['@podlint/engine/rule', '@podlint/kubelet', '@podlint/model'];

test('a rule imports the rule contract, the model and the kubelet, and nothing else', () => {
  const strays = graph.filter(
    ({ owner, file, specifier }) =>
      owner === '@podlint/rules' &&
      file !== path.join('rules', 'index.ts') &&
      !specifier.startsWith('.') &&
      !ruleImports.includes(specifier),
  );
  assert.deepEqual(strays, []);
});

test('only the shells touch the machine', () => {
  const machine = graph.filter(({ owner, specifier }) => browserSafe.includes(owner) && specifier.startsWith('node:'));
  assert.deepEqual(machine, []);
});

test('the language service runs in a browser and knows neither a client nor the server', () => {
  const service = graph.filter(({ file }) => /^packages\/language-server\/src\/(?:service|features)\//.test(file));
  assert.ok(service.length > 0);
  assert.deepEqual(
    service.filter(({ specifier }) =>
      /^node:|^vscode-languageserver(?:\/|$)|^@podlint\/workspace$|\/server\//.test(specifier),
    ),
    [],
  );
});

test('the library entry runs in a browser', () => {
  const entry = graph.filter(
    ({ file, specifier }) =>
      file === 'packages/cli/src/index.ts' && (specifier.startsWith('node:') || specifier === '@podlint/workspace'),
  );
  assert.deepEqual(entry, []);
});
