import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinterWith, UnknownRuleError, type LinterOptions } from '@podlint/engine';
import { found, lintText, testRules } from './kit.js';

const pod =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  hostNetwork: true\n  containers: [{name: b, image: bad, tty: true}]\n';
const severities = (options: LinterOptions): Record<string, string> =>
  Object.fromEntries(lintText(pod, options).files[0]!.diagnostics.map(({ code, severity }) => [code, severity]));

describe('settings of rules', () => {
  test('presets', () => {
    assert.deepEqual(severities({}), { 'test/host': 'info', 'test/image': 'warning', 'test/tty': 'warning' });
    assert.deepEqual(severities({ preset: 'none' }), {});
    assert.deepEqual(severities({ preset: 'strict' }), {
      'test/host': 'info',
      'test/image': 'warning',
      'test/tty': 'warning',
      'test/label': 'warning',
    });
  });

  test('levels and options', () => {
    assert.deepEqual(
      severities({ rules: { 'test/tty': 'error', 'test/host': 'off', 'test/image': ['info', { image: 'good' }] } }),
      { 'test/tty': 'error' },
    );
    assert.deepEqual(severities({ preset: 'none', rules: { 'test/image': ['info'] } }), { 'test/image': 'info' });
  });

  test('a rule is set by a former id, too, if not by its own', () => {
    assert.equal(severities({ rules: { 'test/terminal': 'error' } })['test/tty'], 'error');
    assert.equal(severities({ rules: { 'test/tty': 'info', 'test/terminal': 'error' } })['test/tty'], 'info');
  });

  test('an unknown rule names the one that may be meant', () => {
    assert.throws(() => lintText(pod, { rules: { 'test/tyt': 'off' } }), new UnknownRuleError('test/tyt', 'test/tty'));
    assert.throws(
      () => lintText(pod, { rules: { 'images/tty': 'off' } }),
      new UnknownRuleError('images/tty', 'test/tty'),
    );
    assert.throws(
      () => createLinterWith(testRules, { overrides: [{ files: '*', rules: { zzz: 'off' } }] }),
      UnknownRuleError,
    );
  });

  test('overrides for some paths, the later ones over the earlier ones', () => {
    const options: LinterOptions = {
      preset: 'none',
      rules: { 'test/tty': 'warn', 'test/image': ['warn', { image: 'bad' }] },
      overrides: [
        { files: 'prod/**', rules: { 'test/tty': 'error', 'test/image': 'error' } },
        { files: ['*.gen.yaml', '!keep.gen.yaml'], rules: { 'test/tty': 'off' } },
      ],
    };
    const lint = (path: string): string[] =>
      createLinterWith(testRules, options)
        .lint([{ path, text: pod }])
        .files[0]!.diagnostics.map(({ code, severity }) => `${code} ${severity}`);
    assert.deepEqual(lint('a.yaml'), ['test/image warning', 'test/tty warning']);
    assert.deepEqual(lint('prod/x/a.yaml'), ['test/image error', 'test/tty error']);
    assert.deepEqual(lint('prod/a.gen.yaml'), ['test/image error']);
    assert.deepEqual(lint('prod/keep.gen.yaml'), ['test/image error', 'test/tty error']);
  });

  test('what all rules share reaches those that have an option for it', () => {
    const heard = (options: LinterOptions): unknown[] =>
      lintText(pod, { preset: 'none', ...options }).files[0]!.diagnostics.map(({ messageId, data }) => [
        messageId,
        data,
      ]);
    assert.deepEqual(heard({ rules: { 'test/slow': 'warn' }, startupTime: { '**': '90s' } }), [
      ['slow', { time: '90s', files: 'default/**' }],
    ]);
    assert.deepEqual(
      heard({
        rules: { 'test/slow': ['warn', { startupTime: { '*': '5s' } }] },
        startupTime: { '**': '90s' },
        staticPods: ['x'],
      }),
      [['slow', { time: '5s', files: 'x' }]],
    );
  });

  test('what the server only warns of has a level too', () => {
    const text =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: b, image: x, env: [{name: A, value: "1"}, {name: A, value: "2"}]}]\n';
    assert.deepEqual(found(lintText(text, { preset: 'none' })), ['api/warning 5']);
    const off = lintText(text, { preset: 'none', rules: { 'api/warning': 'off' } });
    assert.deepEqual(found(off), []);
    assert.equal(lintText(text, { preset: 'none', rules: { 'api/warning': 'error' } }).summary.errors, 1);
  });
});

describe('settings of single files', () => {
  const linter = createLinterWith(testRules, {
    settingsFor: (path) =>
      path.startsWith('old/')
        ? { preset: 'none', kubernetesVersions: ['1.29', '1.30'] }
        : { rules: { 'test/twins': 'error' } },
  });
  const report = linter.lint(['b.yaml', 'old/a.yaml', 'c.yaml'].map((path) => ({ path, text: pod })));

  test('versions', () => {
    assert.deepEqual(report.kubernetesVersions, ['1.29', '1.30', '1.36']);
    assert.deepEqual(
      report.files.map(({ documents }) => Object.keys(documents[0]!.verdicts!)),
      [['1.36'], ['1.36'], ['1.29', '1.30']],
    );
  });

  test('rules over the whole run', () => {
    assert.deepEqual(
      report.files.map(({ diagnostics }) =>
        diagnostics.filter(({ code }) => code === 'test/twins').map(({ severity }) => severity),
      ),
      [['error'], ['error'], []],
    );
  });
});
