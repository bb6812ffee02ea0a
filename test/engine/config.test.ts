import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { partsOf, readConfig, settingsFrom, type Config, type ConfigPart } from '@podlint/engine/config';

const messages = (text: string, section?: string): string[] =>
  readConfig(text, section).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
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
    assert.deepEqual(messages('{"name": "podlint"}', 'podlint'), []);
  });
});

describe('a mistake in a config file is named with its place', () => {
  const cases: readonly (readonly [name: string, text: string, ...problems: string[]])[] = [
    ['an unknown setting', 'rulez: {}\n', '1:1 "rulez" is not a setting of podlint; did you mean "rules"?'],
    [
      'an unknown rule',
      'rules:\n  security/privleged: off\n',
      '2:3 "security/privleged" is not a rule; did you mean "security/privileged"?',
    ],
    [
      'a rule in the wrong group',
      'rules:\n  pods/docker-socket: off\n',
      '2:3 "pods/docker-socket" is not a rule; did you mean "security/docker-socket"?',
    ],
    [
      'an unknown level',
      'rules:\n  security/privileged: wran\n',
      '2:24 "wran" is not a level: write "error", "warn", "info" or "off"; did you mean "warn"?',
    ],
    [
      'an unknown level before options',
      'rules:\n  security/privileged: [wran]\n',
      '2:25 "wran" is not a level: write "error", "warn", "info" or "off"; did you mean "warn"?',
    ],
    [
      'options for a rule without options',
      'rules:\n  security/privileged:\n    - warn\n    - a: 1\n',
      '2:3 the rule "security/privileged" has no options: write its level alone',
    ],
    [
      'an unknown option',
      'rules:\n  security/high-uid: [warn, {minimumUdi: 1}]\n',
      '2:30 "minimumUdi" is not known in "security/high-uid"; did you mean "minimumUid"?',
    ],
    ['a list for a mapping', 'rules:\n  - security/privileged\n', '1:1 "rules" takes a mapping, not a list'],
    ['no mapping at all', 'security/privileged\n', '1:1 the config takes a mapping, not "security/privileged"'],
    ['half an override', 'overrides:\n  - files: a\n', '2:5 "rules" is missing here'],
    [
      'a duration without its unit',
      'startupTime: {nginx: 90 sec}\n',
      '1:22 "90 sec" is not a duration such as "90s" or "1m30s"',
    ],
    [
      'a setting that does nothing',
      'podSecurity: restricted\n',
      '1:1 "podSecurity" does nothing: podlint does not check the Pod Security Standards yet; remove the setting, and use the rules in security/*',
    ],
    [
      'a version that nobody knows',
      'kubernetesVersion: [1.36, 1.99]\n',
      '1:27 podlint does not know Kubernetes "1.99": write "1.29", "1.30", "1.31", "1.32", "1.33", "1.34", "1.35", "1.36" or "1.37"',
    ],
    [
      'a preset that nobody knows',
      'extends:\n  - podlint:strickt\n',
      '2:5 podlint has no preset "podlint:strickt": write "podlint:none", "podlint:recommended" or "podlint:strict"; did you mean "podlint:strict"?',
    ],
    ['a key twice', 'complete: true\nrules: {}\ncomplete: false\n', '3:1 "complete" is set twice'],
    [
      'two documents',
      'complete: true\n---\nrules: {}\n',
      '3:1 a config file is one document, and a second one starts here',
    ],
    [
      'several mistakes, from the top down',
      'ignor: a\nrules: 1\ncomplete: 1\n',
      '1:1 "ignor" is not a setting of podlint; did you mean "ignore"?',
      '2:8 "rules" takes a mapping, not 1',
      '3:11 "complete" takes true or false, not 1',
    ],
  ];
  for (const [name, text, ...problems] of cases) test(name, () => assert.deepEqual(messages(text), problems));

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
