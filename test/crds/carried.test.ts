import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { carriedDefinitions } from '@podlint/crds';
import type { ReportedFile } from 'podlint';
import { lintPaths } from 'podlint/node';

const cwd = mkdtempSync(path.join(tmpdir(), 'podlint-carried-'));
after(() => rmSync(cwd, { recursive: true }));

async function lint(text: string): Promise<ReportedFile> {
  writeFileSync(path.join(cwd, 'a.yaml'), text);
  const { files } = await lintPaths(['a.yaml'], { cwd, config: false, preset: 'none' });
  return files[0]!;
}

const verdictIn = ({ documents }: ReportedFile): string | undefined => documents.at(-1)?.verdicts?.['1.36'];
const said = (diagnostics: ReportedFile['diagnostics']): string[][] =>
  diagnostics.map(({ code, path: at }) => [code, at]);

const certificate = (spec: string, version = 'v1'): string =>
  `apiVersion: cert-manager.io/${version}\nkind: Certificate\nmetadata: {name: a}\nspec: ${spec}\n`;
const whole = '{secretName: a, issuerRef: {name: b}, dnsNames: [example.com]}';
const lenient = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: certificates.cert-manager.io}
spec:
  group: cert-manager.io
  names: {kind: Certificate, plural: certificates}
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
`;

describe('the definitions of well-known operators', () => {
  test('are there for their groups, and for no others', async () => {
    const kindsOf = (list: readonly object[]): unknown[] =>
      list.map((definition) => (definition as { spec: { names: { kind: string } } }).spec.names.kind);
    assert.ok(kindsOf(await carriedDefinitions(['cert-manager.io', 'example.com'])).includes('Certificate'));
    assert.deepEqual(await carriedDefinitions(['example.com', 'constructor', '../groups']), []);
  });

  test('judge objects of a run that has none', async () => {
    assert.equal(verdictIn(await lint(certificate(whole))), 'accept');
    const wrong = await lint(certificate('{secretName: a, issuerRef: {name: b}, dnsName: example.com}'));
    assert.equal(verdictIn(wrong), 'reject');
    assert.deepEqual(said(wrong.diagnostics), [['schema/unknown-field', 'spec.dnsName']]);
  });

  test('ask for nothing that the webhook of the group puts there', async () => {
    const task = (steps: string): string =>
      `apiVersion: tekton.dev/v1\nkind: Task\nmetadata: {name: a}\nspec: {steps: ${steps}}\n`;
    assert.equal(verdictIn(await lint(task('[{image: "alpine:3.20"}]'))), 'accept');
    const wrong = await lint(task('[{image: "alpine:3.20", nmae: a}]'));
    assert.equal(verdictIn(wrong), 'reject');
    assert.deepEqual(said(wrong.diagnostics), [['schema/unknown-field', 'spec.steps[0].nmae']]);
  });

  test('ask for no name that the webhook of JobSet gives', async () => {
    const jobs = (rule: string): string =>
      `apiVersion: jobset.x-k8s.io/v1alpha2\nkind: JobSet\nmetadata: {name: a, namespace: shop}\nspec: {failurePolicy: {rules: [${rule}]}}\n`;
    assert.deepEqual(said((await lint(jobs('{action: FailJobSet}'))).diagnostics), []);
    const wrong = await lint(jobs('{name: a}'));
    assert.deepEqual(said(wrong.diagnostics), [['api/required', 'spec.failurePolicy.rules[0].action']]);
  });

  test('know what came with a newer release, and a misspelt field beside it', async () => {
    const claims = (field: string): string =>
      `apiVersion: jobset.x-k8s.io/v1alpha2\nkind: JobSet\nmetadata: {name: a, namespace: shop}\nspec:\n  volumeClaimPolicies:\n    - ${field}: {whenDeleted: Retain}\n      templates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]\n`;
    assert.deepEqual(said((await lint(claims('retentionPolicy'))).diagnostics), []);
    assert.deepEqual(said((await lint(claims('retentionPolcy'))).diagnostics), [
      ['schema/unknown-field', 'spec.volumeClaimPolicies[0].retentionPolcy'],
    ]);
  });

  test('ask no more than a question where a webhook fills in defaults, and mind the rest', async () => {
    const jobSet = (rule: string): string =>
      `apiVersion: jobset.x-k8s.io/v1alpha2\nkind: JobSet\nmetadata: {name: a}\nspec: {failurePolicy: {rules: [${rule}]}}\n`;
    const missing = await lint(jobSet('{name: a}'));
    assert.deepEqual(
      missing.diagnostics.map(({ severity, path: at }) => [severity, at]),
      [['warning', 'spec.failurePolicy.rules[0].action']],
    );
    assert.equal(verdictIn(missing), 'accept');
    assert.equal(verdictIn(await lint(jobSet('{name: a, action: FailJobset}'))), 'reject');
  });

  describe('know one release, and not', () => {
    const severities = ({ diagnostics }: ReportedFile): string[][] =>
      diagnostics.map(({ severity, code, path: at }) => [severity, code, at]);
    const repository = (more: string): string =>
      `apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: a}\nspec: {interval: 10m, url: "https://git.example/a", ${more}}\n`;

    for (const [what, code, newerOne, slip] of [
      ['which fields a newer one has', 'schema/unknown-field', 'colour: red', 'timeot: 1m'],
      ['which values a newer one lists', 'api/not-supported', 'provider: moonbase', 'provider: githb'],
    ] as const)
      test(what, async () => {
        const at = (field: string): string => `spec.${field.slice(0, field.indexOf(':'))}`;
        const newer = await lint(repository(newerOne));
        assert.deepEqual(severities(newer), [['warning', code, at(newerOne)]]);
        assert.equal(verdictIn(newer), 'accept');
        const misspelt = await lint(repository(slip));
        assert.deepEqual(severities(misspelt), [['error', code, at(slip)]]);
        assert.equal(verdictIn(misspelt), 'reject');
      });

    test('an empty value is none of a newer one', async () => {
      assert.equal(verdictIn(await lint(repository('provider: ""'))), 'reject');
    });

    test('but which went with a version', async () => {
      const check = (version: string): string =>
        `apiVersion: kueue.x-k8s.io/${version}\nkind: AdmissionCheck\nmetadata: {name: a}\nspec: {controllerName: example.com/a, retryDelayMinutes: 15}\n`;
      assert.equal(verdictIn(await lint(check('v1beta1'))), 'accept');
      const after = await lint(check('v1beta2'));
      assert.deepEqual(severities(after), [['error', 'schema/unknown-field', 'spec.retryDelayMinutes']]);
    });

    test('what is in a value of a wrong type', async () => {
      const wrong = await lint(repository('include: {colour: red}'));
      assert.deepEqual(severities(wrong), [['error', 'api/type-invalid', 'spec.include']]);
      assert.deepEqual(
        wrong.diagnostics[0]?.follows?.map(({ code, path: at }) => [code, at]),
        [
          ['schema/unknown-field', 'spec.include.colour'],
          ['api/invalid', ''],
        ],
      );
    });
  });

  test('ask for nothing that the server of OpenShift puts there', async () => {
    const constraints = (more: string): string =>
      `apiVersion: security.openshift.io/v1\nkind: SecurityContextConstraints\nmetadata: {name: a}\nallowPrivilegedContainer: false\nrunAsUser: {type: RunAsAny}\n${more}`;
    assert.equal(verdictIn(await lint(constraints(''))), 'accept');
    const wrong = await lint(constraints('alowHostIPC: true\n'));
    assert.deepEqual(said(wrong.diagnostics), [['schema/unknown-field', 'alowHostIPC']]);
  });

  test('say whose they are, as another release may say something else', async () => {
    const { diagnostics } = await lint(certificate('{secretName: 1, issuerRef: {}}'));
    assert.ok(diagnostics.length > 0);
    for (const { data } of diagnostics) assert.equal(data['source'], 'custom-resource/carried');
  });

  test('say nothing of versions that they do not serve', async () => {
    const [document] = (await lint(certificate(whole, 'v1alpha2'))).documents;
    assert.equal(document?.skipped, 'kind without a definition');
  });

  test('give way to those that are given', async () => {
    assert.equal(verdictIn(await lint(`${lenient}---\n${certificate('{anything: 1}')}`)), 'accept');
  });

  test('are those that the modules published, by their checksums', async () => {
    const packageFolder = path.resolve(import.meta.dirname, '../../../packages/crds');
    const sums = readFileSync(path.join(packageFolder, 'definitions.sum'), 'utf8').trim().split('\n');
    const ofGroups = sums.flatMap((line) => {
      const [, group, sum] = /^(\S+) sha256:(\w+)$/.exec(line) ?? [];
      return group === undefined || sum === undefined ? [] : [{ group, sum }];
    });
    const modules = sums.flatMap((line) => /^(\S+ \S+) h1:[\w+/=]{44}$/.exec(line)?.[1] ?? []);
    assert.equal(ofGroups.length + modules.length, sums.length);
    const files = readdirSync(path.join(packageFolder, 'src/groups'));
    assert.deepEqual(
      ofGroups.map(({ group }) => `${group}.ts`),
      files.toSorted(),
    );
    assert.ok(readFileSync(path.join(packageFolder, '../../README.md'), 'utf8').includes(`${files.length} API groups`));
    for (const { group, sum } of ofGroups) {
      const definitions = await carriedDefinitions([group]);
      assert.equal(createHash('sha256').update(JSON.stringify(definitions)).digest('hex'), sum, group);
      for (const definition of definitions) {
        const { metadata } = definition as { metadata: { annotations: Record<string, string> } };
        assert.ok(modules.includes(metadata.annotations['podlint.io/source'] ?? ''), group);
      }
    }
  });

  test('are fine themselves', async () => {
    const files = readdirSync(path.resolve(import.meta.dirname, '../../../packages/crds/src/groups'));
    const definitions = await carriedDefinitions(files.map((file) => file.replace(/\.ts$/, '')));
    assert.ok(definitions.length > 300);
    const file = await lint(definitions.map((definition) => JSON.stringify(definition)).join('\n---\n'));
    const refused = file.diagnostics.filter(({ severity }) => severity === 'error');
    assert.deepEqual(said(refused), []);
  });
});
