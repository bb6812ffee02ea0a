/** What there is to choose about the server's errors: each choice takes its error away and makes no other. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinter, type Report, type ReportedChoice, type ReportedDiagnostic } from 'podlint';
import { createCases } from '../conformance/cases.js';
import { apiErrorsOf, applyChoice } from '../kit/choices.js';
import { samples } from '../kit/manifests.js';

const linter = createLinter({ preset: 'none' });
const lint = (text: string): Report => linter.lint([{ path: 'a.yaml', text }]);

function withChoices(text: string): ReportedDiagnostic[] {
  return lint(text).files.flatMap(({ diagnostics }) => diagnostics.filter(({ choices }) => choices.length > 0));
}

/** Made in an object that has no other mistake, a choice mends it; in any, what could be decoded still can. */
function proveChoice(text: string, { code, path }: ReportedDiagnostic, choice: ReportedChoice): void {
  const after = apiErrorsOf(lint(applyChoice(text, choice)));
  const about = `"${choice.title}" for ${code} ${path} in\n${text}`;
  const before = apiErrorsOf(lint(text));
  if (before.length === 1) assert.deepEqual(after, [], about);
  const unreadable = after.filter((error) => !error.startsWith('api/') && !before.includes(error));
  assert.deepEqual(unreadable, [], about);
}

/** What somebody has written, or what was made to be refused: each with several errors. */
const fixtures = [...samples, ...createCases('1.36').map(({ manifest }) => manifest)];

test('over the manifests whose answers were recorded', () => {
  let checked = 0;
  for (const text of fixtures)
    for (const found of withChoices(text))
      for (const choice of found.choices) {
        proveChoice(text, found, choice);
        checked++;
      }
  assert.ok(checked > 300, `only ${checked} choices`);
});

const container = 'containers: [{name: a, image: "r.example/a:1"}]';
const pod = (spec: string): string => `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {${spec}}\n`;
const inContainer = (field: string): string => pod(`containers: [{name: a, image: "r.example/a:1", ${field}}]`);
const volume = (fields: string): string => pod(`${container}, volumes: [{${fields}}]`);
const deployment = (spec: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {${spec}}\n`;

/** A manifest with one error, and the titles of its choices; a star marks the preferred one. */
const cases: readonly (readonly [name: string, text: string, ...titles: string[]])[] = [
  ['no name', `apiVersion: v1\nkind: Pod\nmetadata: {}\nspec: {${container}}\n`, 'Add name: pod'],
  [
    'no name, with a label that says one',
    `apiVersion: v1\nkind: Pod\nmetadata: {labels: {app: shop}}\nspec: {${container}}\n`,
    'Add name: shop',
  ],
  [
    'no name, with a label that is none',
    `apiVersion: v1\nkind: Pod\nmetadata: {labels: {app: My_Shop}}\nspec: {${container}}\n`,
    'Add name: pod',
  ],
  ['a container without a name', pod('containers: [{image: "r.example/shop/api:1"}]'), 'Add name: api'],
  [
    'a container without a name, beside one of the same image',
    pod('containers: [{name: api, image: "r.example/api:1"}, {image: "r.example/api:2"}]'),
    'Add name: api-2',
  ],
  [
    'an init container without a name',
    pod(`initContainers: [{image: "r.example/A_b:1"}], ${container}`),
    'Add name: container-0',
  ],
  ['a port without a number', inContainer('ports: [{name: http}]'), 'Add containerPort: 8080'],
  [
    'a mount without a path',
    inContainer('volumeMounts: [{name: v}]').replace('spec: {', 'spec: {volumes: [{name: v, emptyDir: {}}], '),
    'Add mountPath: /mnt/v',
  ],
  ['a volume without a name', volume('emptyDir: {}'), 'Add name: volume-0'],
  ['a Secret without a name', volume('name: keys, secret: {}'), 'Add secretName: keys'],
  ['a ConfigMap without a name', volume('name: conf, configMap: {}'), 'Add name: conf'],
  ['a claim without a name', volume('name: data, persistentVolumeClaim: {}'), 'Add claimName: data'],
  [
    'no selector',
    deployment(`template: {metadata: {labels: {app: a}}, spec: {${container}}}`),
    "Add a selector with the template's labels",
  ],
  [
    'a template without the labels of the selector',
    deployment(
      `selector: {matchLabels: {app: a, tier: b}}, template: {metadata: {labels: {app: a}}, spec: {${container}}}`,
    ),
    "Add the selector's labels",
  ],
  [
    'a template without labels',
    deployment(`selector: {matchLabels: {app: a}}, template: {spec: {${container}}}`),
    "Add the selector's labels",
  ],
  [
    'a selector that no labels alone can fulfil',
    deployment(
      `selector: {matchLabels: {app: a}, matchExpressions: [{key: b, operator: Exists}]}, template: {spec: {${container}}}`,
    ),
  ],
  [
    'a volume that is not there, and one that is nearly called so',
    inContainer('volumeMounts: [{name: config, mountPath: /a}]').replace(
      'spec: {',
      'spec: {volumes: [{name: confg, emptyDir: {}}], ',
    ),
    'Write "confg"',
    'Add an empty volume "config"',
    'Add a volume with the ConfigMap "config"',
    'Add a volume with the Secret "config"',
  ],
  ['a volume that cannot be called so', inContainer('volumeMounts: [{name: My_Volume, mountPath: /a}]')],
  [
    'a device that is not there',
    inContainer('volumeDevices: [{name: disk, devicePath: /dev/a}]'),
    'Add a volume with the PersistentVolumeClaim "disk"',
  ],
  [
    'a word in another case',
    inContainer('imagePullPolicy: always'),
    'Write "Always"*',
    'Write "IfNotPresent"',
    'Write "Never"',
  ],
  [
    'a word that is near',
    pod(`${container}, dnsPolicy: Defaulte`),
    'Write "Default"',
    'Write "ClusterFirst"',
    'Write "ClusterFirstWithHostNet"',
  ],
  [
    'a word that the kind does not take',
    deployment(
      `selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {restartPolicy: Never, ${container}}}`,
    ),
    'Write "Always"',
  ],
  [
    'an item of a list',
    volume(
      'name: v, ephemeral: {volumeClaimTemplate: {spec: {accessModes: [readWriteOnce], resources: {requests: {storage: 1Gi}}}}}',
    ),
    'Write "ReadWriteOnce"*',
    'Write "ReadOnlyMany"',
    'Write "ReadWriteMany"',
    'Write "ReadWriteOncePod"',
  ],
];

describe('choices', () => {
  for (const [name, text, ...titles] of cases)
    test(name, () => {
      const found = withChoices(text);
      assert.deepEqual(
        found.flatMap(({ choices }) => choices.map(({ title, preferred }) => `${title}${preferred ? '*' : ''}`)),
        titles,
      );
      for (const one of found) for (const choice of one.choices) proveChoice(text, one, choice);
    });
});

test('of a selector that the server cannot read there is nothing to choose', () => {
  for (const selector of ['{matchExpressions: {}}', '{matchExpressions: [1]}', '{matchExpressions: [{values: {}}]}'])
    assert.doesNotThrow(() =>
      lint(deployment(`selector: ${selector}, template: {metadata: {labels: {a: b}}, spec: {${container}}}`)),
    );
});
