import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ESLint } from 'eslint-10';
import type { Linter, Rule } from 'eslint-10';
import podlint from 'eslint-plugin-podlint';
import { eslints } from './eslints.js';

const { recommended } = podlint.configs;
const pod = (container: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: app\n${container}`;
const latest = '      image: registry.example/app:latest\n';
const onlyLatest: Linter.RulesRecord = { 'podlint/images/latest-tag': 'error' };

/** A config of the language alone, with some rules. */
function configOf(rules: Linter.RulesRecord, more: Partial<Linter.Config> = {}): Linter.Config[] {
  return [{ ...recommended, rules, ...more }];
}

for (const { version, ESLint: Installed } of eslints) {
  describe(`podlint/manifest in ESLint ${version}`, () => {
    const lint = async (
      text: string,
      config: Linter.Config[],
      options: ESLint.Options = {},
    ): Promise<ESLint.LintResult> => {
      const eslint = new Installed({ cwd: '/', overrideConfigFile: true, overrideConfig: config, ...options });
      const [result] = await eslint.lintText(text, { filePath: '/pod.yaml' });
      return result!;
    };
    const idsOf = ({ messages }: ESLint.LintResult): (string | null)[] => messages.map(({ ruleId }) => ruleId);

    test('a comment of ESLint suppresses, with its reason, and says when it suppresses nothing', async () => {
      const text = pod(
        `      # eslint-disable-next-line podlint/images/latest-tag -- a tool\n${latest}      # eslint-disable-next-line podlint/ports/ssh\n      command: [a]\n`,
      );
      const result = await lint(text, configOf(onlyLatest));
      assert.deepEqual(
        result.suppressedMessages.map(({ ruleId, suppressions }) => [ruleId, suppressions[0]?.justification]),
        [['podlint/images/latest-tag', 'a tool']],
      );
      assert.deepEqual(
        result.messages.map(({ ruleId, line }) => [ruleId, line]),
        [[null, 10]],
      );
    });

    test('comments that span a part of the file, end it, and set a rule', async () => {
      const disabled = pod(`      # eslint-disable podlint/images/latest-tag\n${latest}      # eslint-enable\n`);
      assert.deepEqual(idsOf(await lint(disabled, configOf(onlyLatest))), []);
      const set = `# eslint podlint/images/latest-tag: "off"\n${pod(latest)}`;
      assert.deepEqual(idsOf(await lint(set, configOf(onlyLatest))), []);
      const wrong = `# eslint podlint/images/latest-tag: [\n${pod(latest)}`;
      assert.equal((await lint(wrong, configOf(onlyLatest))).fatalErrorCount, 1);
    });

    test('what only looks like a comment is none', async () => {
      const text = pod(
        `${latest}      args: ["# eslint-disable"]\n      command:\n        - |\n          # eslint-disable\n`,
      );
      assert.deepEqual(idsOf(await lint(text, configOf(onlyLatest))), ['podlint/images/latest-tag']);
    });

    test("podlint's own comments hold, and nothing is said twice", async () => {
      const own = latest.replace('\n', ' # podlint-disable-line images/latest-tag -- a tool\n');
      assert.deepEqual(idsOf(await lint(pod(own), configOf(onlyLatest))), []);
      const needless = pod('      image: registry.example/app:1 # podlint-disable-line images/latest-tag\n');
      const config = configOf({ ...onlyLatest, 'podlint/suppressions/unused': 'warn' });
      assert.deepEqual(idsOf(await lint(needless, config)), ['podlint/suppressions/unused']);
      const { output } = await lint(needless, config, { fix: true });
      assert.equal(output, pod('      image: registry.example/app:1\n'));
    });

    test('an unsafe fix is a suggestion, and so is a choice', async () => {
      const privileged = pod('      image: registry.example/app:1\n      securityContext: {privileged: true}\n');
      const [found] = (await lint(privileged, configOf({ 'podlint/security/privileged': 'error' }))).messages;
      assert.equal(found?.fix, undefined);
      assert.equal(found?.suggestions?.length, 1);
      assert.equal(found.suggestions[0]?.fix.text, 'false');
      const policy = pod('      image: registry.example/app:1\n      imagePullPolicy: Sometimes\n');
      const [choices] = (await lint(policy, configOf({ 'podlint/api/not-supported': 'error' }))).messages;
      assert.deepEqual(choices?.suggestions?.map(({ fix }) => fix.text).sort(), ['Always', 'IfNotPresent', 'Never']);
    });

    test('options go to the rule, and those that it does not have are refused', async () => {
      const text = pod('      image: registry.example/app:1\n');
      const config = (options: object): Linter.Config[] => configOf({ 'podlint/images/registry': ['error', options] });
      assert.deepEqual(idsOf(await lint(text, config({ deny: ['registry.example'] }))), ['podlint/images/registry']);
      assert.deepEqual(idsOf(await lint(text, config({ allow: ['registry.example'] }))), []);
      await assert.rejects(lint(text, config({ denied: [] })));
    });

    test('settings.podlint: versions, pod security, a preset, and what is wrong with them', async () => {
      const text = pod('      image: registry.example/app:1\n      securityContext: {privileged: true}\n');
      const rules: Linter.RulesRecord = { 'podlint/pod-security/privileged': 'error', ...onlyLatest };
      const settings = (podlintSettings: unknown): Linter.Config[] =>
        configOf(rules, { settings: { podlint: podlintSettings } });
      assert.deepEqual(idsOf(await lint(text, settings({ podSecurity: 'baseline' }))), [
        'podlint/pod-security/privileged',
      ]);
      assert.deepEqual(idsOf(await lint(pod(latest), settings({ preset: 'none' }))), []);
      for (const wrong of [
        { kubernetesVersion: '1.2' },
        { podSecurity: 'strictest' },
        { versions: [] },
        7,
        { config: 'none.yaml' },
      ]) {
        const { messages } = await lint(text, settings(wrong));
        assert.deepEqual(
          messages.map(({ line, column }) => [line, column]),
          [[1, 1]],
          JSON.stringify(wrong),
        );
      }
      const job = 'apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: a}\n';
      const api = configOf({ 'podlint/deprecations/api-version': 'error' });
      assert.deepEqual(idsOf(await lint(job, api)), ['podlint/deprecations/api-version']);
    });

    test('files that are no manifests, and templates, are silent', async () => {
      const others = [
        'on: push\njobs: {build: {runs-on: ubuntu-latest, steps: [{run: make}]}}\n',
        'services:\n  web: {image: "nginx:latest"}\n',
        'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\nspec:\n  {{- with .Values.spec }}\n  a: b\n  {{- end }}\n',
        '',
        '\ufeff',
      ];
      for (const text of others) {
        assert.deepEqual(idsOf(await lint(text, [recommended])), [], text);
        assert.deepEqual(idsOf(await lint(text, configOf({}, { languageOptions: { tolerant: false } }))), [], text);
      }
    });

    test('a broken file gives one message, with its place', async () => {
      const broken = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a\nspec:\n  containers: []\n';
      const byRule = await lint(broken, [recommended]);
      assert.deepEqual(idsOf(byRule), ['podlint/syntax/unclosed-bracket']);
      assert.equal(byRule.fatalErrorCount, 0);
      const byLanguage = await lint(broken, configOf(onlyLatest, { languageOptions: {} }));
      assert.equal(byLanguage.fatalErrorCount, 1);
      for (const { messages } of [byRule, byLanguage]) {
        assert.equal(messages.length, 1);
        assert.equal(messages[0]?.line, byRule.messages[0]?.line);
        assert.equal(messages[0]?.column, byRule.messages[0]?.column);
      }
    });

    test('rules of the user are one rule, whose messages are theirs', async () => {
      const expression = "podSpec.containers.all(c, c.image.startsWith('registry.example/'))";
      const customRules = [{ name: 'registry', message: 'another registry', expression }];
      const settings = (given: object): Linter.Config[] =>
        configOf(
          { 'podlint/custom': 'warn' },
          { settings: { podlint: { customRules: [{ ...customRules[0], ...given }] } } },
        );
      const { messages } = await lint(pod('      image: docker.io/a:1\n'), settings({}));
      assert.deepEqual(
        messages.map(({ ruleId, message }) => [ruleId, message]),
        [['podlint/custom', 'another registry']],
      );
      const wrong = await lint(pod('      image: docker.io/a:1\n'), settings({ expression: '1 +' }));
      assert.deepEqual(
        wrong.messages.map(({ line }) => line),
        [1],
      );
      const off = configOf({ 'podlint/images/latest-tag': 'warn' }, { settings: { podlint: { customRules } } });
      assert.deepEqual(idsOf(await lint(pod('      image: docker.io/a:1\n'), off)), []);
    });

    test('nothing throws, whatever the text', async () => {
      const nested = `a: ${'['.repeat(20_000)}`;
      const texts = [
        nested,
        '\0',
        '%',
        '&a *a',
        '{',
        '? [a]: b',
        '*x',
        `${'- '.repeat(5000)}a`,
        '<<: 1',
        'a: &x\n  <<: *x\n',
      ];
      const everything = [{ ...podlint.configs.all, files: ['**'] }];
      for (const text of texts)
        assert.equal(
          (await lint(text, everything)).messages.filter(({ ruleId }) => ruleId === null).length,
          0,
          text.slice(0, 40),
        );
    });

    test('rules of others see the tree', async () => {
      const seen: string[] = [];
      const rule: Rule.RuleModule = {
        create: (context) => ({
          Pair(node: unknown) {
            const { key, value } = node as { key: string; value: { type: string } };
            seen.push(`${key}: ${value.type}`);
          },
          'Pair[key="image"] > Scalar'(node: unknown) {
            const loc = (
              context.sourceCode as unknown as { getLoc(node: unknown): { start: { line: number; column: number } } }
            ).getLoc(node);
            context.report({ loc: loc.start, message: context.sourceCode.getText(node as never) });
          },
        }),
      };
      const config = configOf(
        { 'mine/images': 'error' },
        { plugins: { ...recommended.plugins, mine: { rules: { images: rule } } } },
      );
      const { messages } = await lint('b: &x [1]\nimage: c\nd: *x\n', config);
      assert.deepEqual(seen, ['b: Sequence', 'image: Scalar', 'd: Alias']);
      assert.deepEqual(
        messages.map(({ message, line, column }) => [message, line, column]),
        [['c', 2, 8]],
      );
    });
  });
}

describe('the rules', () => {
  test('one for each code and rule, with what ESLint and its tools ask of them', () => {
    for (const [id, { meta }] of Object.entries(podlint.rules)) {
      assert.ok(meta.docs.description, id);
      assert.match(meta.docs.url, /^https:/, id);
      assert.deepEqual(meta.languages, ['podlint/manifest', 'yml/yaml'], id);
      assert.ok(Array.isArray(meta.schema), id);
      assert.equal(meta.schema.length, meta.defaultOptions?.length ?? 0, id);
      assert.ok(Object.keys(meta.messages).length > 0, id);
    }
  });

  test('the configs name every rule, and all of them can be turned on', () => {
    const ids = Object.keys(podlint.rules).map((id) => `podlint/${id}`);
    for (const { rules, files } of Object.values(podlint.configs)) {
      assert.deepEqual(Object.keys(rules).sort(), [...ids].sort());
      assert.deepEqual(files, ['**/*.yaml', '**/*.yml']);
    }
    const { recommended: usual, strict, none } = podlint.configs;
    assert.equal(usual.rules['podlint/host-aliases/empty'], 'off', 'an info');
    assert.equal(usual.rules['podlint/pods/replicas-one'], 'off');
    assert.equal(strict.rules['podlint/pods/replicas-one'], 'warn');
    assert.equal(strict.rules['podlint/images/registry'], 'off', 'needs options');
    assert.equal(none.rules['podlint/images/latest-tag'], 'off');
    assert.equal(none.rules['podlint/api/required'], 'error');
  });
});
