import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';

const root = path.resolve(import.meta.dirname, '../../..');
const extension = path.join(root, 'packages/vscode');

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
}

interface Setting {
  readonly default: unknown;
  readonly markdownDescription: string;
  readonly scope: string;
  readonly type: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly enumItemLabels?: readonly string[];
}

interface Manifest {
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly submenus: readonly { readonly id: string }[];
    readonly configuration: {
      readonly properties: Readonly<Record<string, Setting>>;
    };
    readonly jsonValidation: readonly { readonly url: string }[];
    readonly yamlValidation: readonly { readonly fileMatch: string; readonly url: string }[];
  };
}

const { manifest } = (await import(pathToFileURL(path.join(extension, 'scripts/manifest.mjs')).href)) as {
  manifest: () => Manifest;
};
const { contributes, icon } = manifest();
const commands = contributes.commands.map(({ command }) => command).sort();
const settings = contributes.configuration.properties;

test('every command of the manifest is registered, and every registered one is in the manifest', () => {
  const source = readFileSync(path.join(extension, 'src/commands.ts'), 'utf8');
  assert.deepEqual([...source.matchAll(/^ {4}'(podlint\.\w+)': /gm)].map(([, command]) => command).sort(), commands);
});

test('menus show commands and submenus that there are', () => {
  const items = Object.values(contributes.menus).flat();
  const submenus = contributes.submenus.map(({ id }) => id);
  assert.ok(items.length > 0);
  for (const { command, submenu } of items)
    assert.ok(commands.includes(command ?? '') || submenus.includes(submenu ?? ''), `${command ?? submenu} is nowhere`);
  for (const id of submenus) assert.ok(contributes.menus[id], `nothing is in ${id}`);
});

test('every command and every setting is documented', () => {
  const guide = readFileSync(path.join(root, 'docs/editors.md'), 'utf8');
  for (const { title, category } of contributes.commands)
    assert.ok(guide.includes(`| ${category}: ${title} |`), `${title} is not in docs/editors.md`);
  const { status, stderr } = spawnSync(
    process.execPath,
    [path.join(extension, 'scripts/settings-table.mjs'), '--check'],
    { encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
});

/**
 * Settings of config files that are none of an editor's: globs that are relative to their file, what `preset` stands
 * for, and what is about a run of the command.
 */
const ofFilesOnly = [
  '$schema',
  'extends',
  'overrides',
  'ignore',
  'failOn',
  'format',
  'baseline',
  'crds',
  'policies',
  'kustomize',
  'customRules',
];

test('everything that a config file sets is a setting, unless it is about files', () => {
  const config = JSON.parse(readFileSync(path.join(root, 'schemas/config.schema.json'), 'utf8')) as {
    properties: Record<string, unknown>;
  };
  const expected = Object.keys(config.properties).filter((name) => !ofFilesOnly.includes(name));
  assert.deepEqual(
    expected.filter((name) => !(`podlint.${name}` in settings)),
    [],
  );
});

test('every setting has words, a scope, and a default that fits', () => {
  const ajv = new Ajv({ strict: false });
  for (const [name, setting] of Object.entries(settings)) {
    assert.ok(setting.markdownDescription.length > 20, name);
    assert.ok(['resource', 'window'].includes(setting.scope), name);
    assert.ok(ajv.validate(setting, setting.default), `${name}: ${ajv.errorsText()}`);
  }
});

/** [setting, value, whether it is one that config files take too] */
const values: readonly (readonly [string, unknown, boolean])[] = [
  ['kubernetesVersion', '1.33', true],
  ['podSecurity', 'restricted', true],
  ['podSecurity', 'severe', false],
  ['kubernetesVersion', '1.7', false],
  ['preset', 'strict', true],
  ['preset', 'strong', false],
  ['rules', { 'images/latest-tag': 'error', 'pods/bare': 'off' }, true],
  ['rules', { 'images/latest-tag': 'fatal' }, false],
  ['rules', { 'security/high-uid': ['warn', { minimumUid: 20000 }] }, true],
  ['rules', { 'no/such-rule': 'warn' }, false],
  ['startupTime', { 'registry.example/java/*': '90s' }, true],
  ['startupTime', { 'registry.example/java/*': 'soon' }, false],
  ['complete', true, true],
  ['enableAdmissionPlugins', ['AlwaysPullImages'], true],
  ['enableAdmissionPlugins', ['AlwaysPull'], false],
  ['level', 'error', true],
  ['level', 'loud', false],
  ['ignoreAnnotations', ['checkov'], true],
  ['ignoreAnnotations', ['trivy'], false],
  ['staticPods', ['manifests/**'], true],
  ['inlayHints', 'few', true],
  ['inlayHints', 'some', false],
  ['yamlSyntaxErrors', 'off', true],
  ['yamlSyntaxErrors', 'sometimes', false],
];

for (const [name, value, fits] of values)
  test(`podlint.${name} ${fits ? 'takes' : 'does not take'} ${JSON.stringify(value)}`, () => {
    assert.equal(new Ajv({ strict: false }).validate(settings[`podlint.${name}`]!, value), fits);
  });

test('a setting of a few values is a drop-down on the settings page, with a word for "as the config file says"', () => {
  const drawn = Object.entries(settings).filter(([, { enum: taken }]) => taken !== undefined);
  assert.deepEqual(drawn.map(([name]) => name.replace('podlint.', '')).sort(), [
    'complete',
    'inlayHints',
    'kubernetesVersion',
    'level',
    'podSecurity',
    'preset',
    'workspaceDiagnostics',
    'yamlSyntaxErrors',
  ]);
  for (const [name, { type, enum: taken = [], enumItemLabels = [] }] of drawn) {
    // VS Code draws a drop-down of these types only (settingsTreeModels.ts, settingTypeEnumRenderable).
    for (const one of [type].flat()) assert.ok(['string', 'boolean', 'null'].includes(one), name);
    assert.equal(enumItemLabels.length > 0, taken[0] === null, `${name}: null has no name`);
  }
});

test('files that the manifest names are there', () => {
  assert.ok(existsSync(path.join(extension, icon)));
  for (const { url } of [...contributes.jsonValidation, ...contributes.yamlValidation])
    assert.ok(existsSync(path.join(root, 'schemas', url)), url);
});
