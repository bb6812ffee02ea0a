import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { partsOf, readConfig, settingsFrom, type Config, type ConfigPart } from '@podlint/engine/config';

/** `1:1 config/unknown-setting`, and what the message says of the case. */
const mistakes = (text: string, section?: string): readonly (readonly [string, Readonly<Record<string, unknown>>])[] =>
  readConfig(text, section).problems.map(({ line, column, messageId, data }) => [
    `${line}:${column} ${messageId}`,
    data,
  ]);
const config = (text: string, section?: string): Config | undefined => readConfig(text, section).config;

describe('a config file', () => {
  test('as YAML and as JSON', () => {
    const read = { extends: 'podlint:strict', rules: { 'security/privileged': 'error' }, complete: true };
    assert.deepEqual(config('extends: podlint:strict\nrules:\n  security/privileged: error\ncomplete: true\n'), read);
    assert.deepEqual(config(JSON.stringify(read)), read);
    assert.deepEqual(config(`\ufeff${JSON.stringify(read, undefined, '\t').replaceAll('\n', '\r\n')}`), read);
  });

  test('words are words: `off` is not false, and 1.30 is not 1.3', () => {
    assert.deepEqual(config('rules: {security/privileged: off}\nkubernetesVersion: 1.30\n'), {
      rules: { 'security/privileged': 'off' },
      kubernetesVersion: '1.30',
    });
    assert.deepEqual(config('kubernetesVersion: [1.30, v1.33, "1.36"]\n'), {
      kubernetesVersion: ['1.30', 'v1.33', '1.36'],
    });
    assert.deepEqual(config('complete: false\n'), { complete: false });
  });

  test('anchors and merge keys', () => {
    const text =
      'rules: &r\n  security/privileged: off\n  security/sudo: warn\noverrides:\n  - files: a/**\n    rules:\n      <<: *r\n      security/sudo: error\n';
    assert.deepEqual(config(text)?.overrides, [
      { files: 'a/**', rules: { 'security/privileged': 'off', 'security/sudo': 'error' } },
    ]);
  });

  test('that says nothing', () => {
    assert.deepEqual(config(''), {});
    assert.deepEqual(config('# all is commented out\n'), {});
    assert.deepEqual(config('rules:\n  # security/privileged: off\nextends:\n'), {});
  });

  test('a section of package.json', () => {
    const text = '{"name": "x", "podlint": {"rules": {"security/sudo": "warn"}}, "a": 1, "a": 2}';
    assert.deepEqual(config(text, 'podlint'), { rules: { 'security/sudo': 'warn' } });
    assert.equal(config('{"name": "podlint"}', 'podlint'), undefined);
    assert.deepEqual(mistakes('{"name": "podlint"}', 'podlint'), []);
  });
});

describe('a mistake in a config file is named with its place', () => {
  /** The mistakes with the data that tell them apart. */
  type Mistake = readonly [idAndPlace: string, data: Readonly<Record<string, string>>];
  const cases: readonly (readonly [name: string, text: string, ...mistakes: Mistake[]])[] = [
    ['an unknown setting', 'rulez: {}\n', ['1:1 config/unknown-setting', { name: 'rulez', near: 'rules' }]],
    [
      'an unknown rule',
      'rules:\n  security/privleged: off\n',
      ['2:3 config/unknown-rule', { name: 'security/privleged', near: 'security/privileged' }],
    ],
    [
      'a rule in the wrong group',
      'rules:\n  pods/docker-socket: off\n',
      ['2:3 config/unknown-rule', { name: 'pods/docker-socket', near: 'security/docker-socket' }],
    ],
    [
      'an unknown level',
      'rules:\n  security/privileged: wran\n',
      ['2:24 config/wrong-choice', { found: '"wran"', near: 'warn' }],
    ],
    [
      'an unknown level before options',
      'rules:\n  security/privileged: [wran]\n',
      ['2:25 config/wrong-choice', { found: '"wran"', near: 'warn' }],
    ],
    [
      'options for a rule without options',
      'rules:\n  security/privileged:\n    - warn\n    - a: 1\n',
      ['2:3 config/no-options', { rule: 'security/privileged' }],
    ],
    [
      'an unknown option',
      'rules:\n  security/high-uid: [warn, {minimumUdi: 1}]\n',
      ['2:30 config/unknown-key', { name: 'minimumUdi', near: 'minimumUid' }],
    ],
    ['a list for a mapping', 'rules:\n  - security/privileged\n', ['1:1 config/wrong-type', { place: '"rules"' }]],
    ['no mapping at all', 'security/privileged\n', ['1:1 config/wrong-type', { place: 'the config' }]],
    ['half an override', 'overrides:\n  - files: a\n', ['2:5 config/missing', { name: 'rules' }]],
    ['a duration without its unit', 'startupTime: {nginx: 90 sec}\n', ['1:22 config/misfit', { found: '"90 sec"' }]],
    ['a level that does not exist', 'podSecurity: strict\n', ['1:14 config/misfit', { found: '"strict"' }]],
    [
      'a mode that does not exist',
      'podSecurity: {defaults: {enforced: baseline}}\n',
      ['1:26 config/unknown-key', { name: 'enforced', near: 'enforce' }],
    ],
    [
      'a version that nobody knows',
      'kubernetesVersion: [1.36, 1.99]\n',
      ['1:27 config/unknown-version', { version: '1.99' }],
    ],
    [
      'a preset that nobody knows',
      'extends:\n  - podlint:strickt\n',
      ['2:5 config/unknown-preset', { preset: 'podlint:strickt', near: 'podlint:strict' }],
    ],
    ['a glob that fits no rule', 'rules:\n  nothing/*: off\n', ['2:3 config/empty-glob', { glob: 'nothing/*' }]],
    ['a key twice', 'complete: true\nrules: {}\ncomplete: false\n', ['3:1 config/set-twice', { name: 'complete' }]],
    ['two documents', 'complete: true\n---\nrules: {}\n', ['3:1 config/second-document', {}]],
    [
      'several mistakes, from the top down',
      'ignor: a\nrules: 1\ncomplete: 1\n',
      ['1:1 config/unknown-setting', { name: 'ignor', near: 'ignore' }],
      ['2:8 config/wrong-type', { place: '"rules"', found: '1' }],
      ['3:11 config/wrong-type', { place: '"complete"', found: '1' }],
    ],
  ];
  for (const [name, text, ...expected] of cases)
    test(name, () => {
      const found = mistakes(text);
      assert.deepEqual(
        found.map(([idAndPlace]) => idAndPlace),
        expected.map(([idAndPlace]) => idAndPlace),
      );
      for (const [index, [, { near, ...data }]] of expected.entries()) {
        const said = found[index]![1];
        for (const [key, value] of Object.entries(data)) assert.equal(said[key], value, key);
        if (near !== undefined) assert.ok(String(said.hint).includes(`"${near}"`), String(said.hint));
      }
    });

  const { properties } = JSON.parse(
    readFileSync(new URL('../../../schemas/config.schema.json', import.meta.url), 'utf8'),
  ) as { readonly properties: Readonly<Record<string, unknown>> };
  for (const setting of Object.keys(properties))
    test(`a wrong value of ${setting} is one mistake, at the value`, () => {
      assert.equal(mistakes(`${setting}: 5\n`).length, 1);
      for (const wrong of ['[5]', '[[5]]', '{a: 5}', '[{a: 5}]', '"?"']) {
        const found = mistakes(`# the config\n${setting}: ${wrong}\n`);
        const values = found
          .filter(([id]) => /\/(?:wrong-type|wrong-choice|misfit)$/.test(id))
          .map(([id]) => id.split(' ')[0]);
        assert.deepEqual([...new Set(values)], values, wrong);
        assert.deepEqual(
          found.filter(([id]) => id.startsWith('1:')),
          [],
          `${wrong}: a mistake without its place`,
        );
      }
    });

  test('text that is not YAML', () => {
    const [problem, ...more] = readConfig('rules:\n\ta: [\n').problems;
    assert.deepEqual(more, []);
    assert.equal(problem?.line, 2);
  });
});

describe('what config files come to', () => {
  const at = (folder: string, text: string): ConfigPart => ({ config: config(text)!, folder });

  test('the preset where nothing is said is the recommended one, and later ones win', () => {
    assert.equal(settingsFrom([])('/a').preset, undefined);
    assert.equal(
      settingsFrom([{ preset: 'none' }, { preset: 'strict' }, at('/', 'complete: true\n')])('/a').preset,
      'strict',
    );
    const sudo = at('/', 'rules: {security/sudo: error}\n');
    assert.deepEqual(settingsFrom([sudo, { preset: 'strict' }])('/a').rules, { 'security/sudo': 'error' });
    assert.deepEqual(
      settingsFrom([sudo, { preset: 'none' }])('/a').rules,
      {},
      'none leaves nothing of what was set before',
    );
  });

  test('a file goes over what it extends; a level alone keeps the options', () => {
    const base = at(
      '/base',
      'rules: {security/high-uid: [warn, {minimumUid: 5}], security/sudo: error}\nstartupTime: {a: 1s, b: 2s}\nkubernetesVersion: 1.29\n',
    );
    const own = at('/own', 'rules: {security/high-uid: error}\nstartupTime: {b: 3s}\n');
    const { rules, startupTime, kubernetesVersions } = settingsFrom([base, own])('/own/a.yaml');
    assert.deepEqual(rules, { 'security/high-uid': ['error', { minimumUid: 5 }], 'security/sudo': 'error' });
    assert.deepEqual(Object.entries(startupTime ?? {}), [
      ['b', '3s'],
      ['a', '1s'],
    ]);
    assert.deepEqual(kubernetesVersions, ['1.29']);
  });

  test('globs are relative to the file that has them', () => {
    const settings = settingsFrom([
      at(
        '/repo/base',
        'overrides:\n  - {files: test/**, rules: {security/sudo: off}}\n  - {files: "*.gen.yaml", rules: {security/seccomp: off}}\n',
      ),
      at(
        '/repo/own',
        'overrides:\n  - {files: [./test/], rules: {security/sudo: error}}\n  - {files: test/b.yaml, rules: {security/sudo: info}}\n',
      ),
    ]);
    assert.deepEqual(settings('/repo/own/test/a.yaml').rules, { 'security/sudo': 'error' });
    assert.deepEqual(settings('/repo/own/test/b.yaml').rules, { 'security/sudo': 'info' });
    assert.deepEqual(settings('/repo/own/x/a.gen.yaml').rules, { 'security/seccomp': 'off' });
    assert.deepEqual(settings('/repo/base/test/a.yaml').rules, { 'security/sudo': 'off' });
    assert.equal(settings('/repo/own/test/a.yaml'), settings('/repo/own/test/c.yaml'));
  });

  test('static Pods, by where a file really is', () => {
    assert.deepEqual(settingsFrom([])('/etc/kubernetes/manifests/a.yaml').staticPods, ['**']);
    assert.deepEqual(settingsFrom([])('/repo/a.yaml').staticPods, []);
    const own = settingsFrom([at('/repo', 'staticPods: node/*.yaml\n')]);
    assert.deepEqual(own('/repo/node/a.yaml').staticPods, ['**']);
    assert.deepEqual(own('/etc/kubernetes/manifests/a.yaml').staticPods, []);
  });

  test('options of a linter go over all', () => {
    const own = at('/repo', 'extends: podlint:strict\nrules: {security/sudo: [error]}\nkubernetesVersion: 1.29\n');
    const settings = settingsFrom([
      { preset: 'strict' },
      own,
      ...partsOf(
        {
          preset: 'none',
          kubernetesVersions: ['1.33'],
          rules: { 'security/sudo': 'info' },
          overrides: [{ files: 'x/**', rules: { 'security/seccomp': 'off' } }],
        },
        '/cwd',
      ),
    ]);
    assert.deepEqual(settings('/repo/a.yaml'), {
      preset: 'none',
      kubernetesVersions: ['1.33'],
      rules: { 'security/sudo': 'info' },
      staticPods: [],
    });
    assert.equal(settings('/cwd/x/a.yaml').rules?.['security/seccomp'], 'off');
  });
});
