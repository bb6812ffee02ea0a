import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { lintPaths } from 'podlint/node';
import { applyFixes, type Report } from 'podlint';

const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: rollouts.argoproj.io}
spec:
  group: argoproj.io
  names: {kind: Rollout, plural: rollouts}
  scope: Namespaced
  versions:
    - name: v1alpha1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                replicas: {type: integer, maximum: 5}
                selector: {type: object, x-kubernetes-preserve-unknown-fields: true}
                template: {type: object, x-kubernetes-preserve-unknown-fields: true}
`;
const rollout = (replicas: number): string => `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: web}
spec:
  replicas: ${replicas}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: "registry.example/web:1.2", ports: [{containerPort: 70000}]}]}
`;

const cwd = mkdtempSync(path.join(tmpdir(), 'podlint-custom-'));
after(() => rmSync(cwd, { recursive: true }));
writeFileSync(path.join(cwd, 'crd.yaml'), definition);
writeFileSync(path.join(cwd, 'many.yaml'), rollout(9));
writeFileSync(path.join(cwd, 'few.yaml'), rollout(2));

function lint(file: string, crds: readonly string[]): Promise<Report> {
  return lintPaths([file], { cwd, crds, config: false, preset: 'none' });
}

/** A schema that has all that tells the spec of a Pod. */
const podSpec = `{type: object, properties: {containers: {type: array, items: {type: object, properties: {name: {type: string}, image: {type: string}, imagePullPolicy: {type: string}}}}, initContainers: {type: array, items: {type: object}}, volumes: {type: array, items: {type: object}}, restartPolicy: {type: string}, dnsPolicy: {type: string}, hostPID: {type: boolean}, schedulerName: {type: string}, terminationGracePeriodSeconds: {type: integer}}}`;
const pools = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: pools.example.com}
spec:
  group: example.com
  names: {kind: Pool, plural: pools}
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                groups: {type: array, items: {type: object, properties: {pod: {type: object, properties: {metadata: {type: object}, spec: ${podSpec}}}}}}
---
apiVersion: example.com/v1
kind: Pool
metadata: {name: web}
spec:
  groups:
    - pod: {spec: {containers: [{name: web, image: "registry.example/web:1.2", imagePullPolicy: Sometimes}]}}
    - pod: {spec: {hostPID: true, containers: [{name: web}]}}
`;

describe('lintPaths and custom resources', () => {
  test('where a definition has the spec of a Pod, it is looked at as far as all Pods are alike', async () => {
    writeFileSync(path.join(cwd, 'pools.yaml'), pools);
    const { files } = await lintPaths(['pools.yaml'], { cwd, config: false, level: 'warning' });
    assert.deepEqual(
      files[0]?.diagnostics.map(({ code, severity, path: field }) => [code, severity, field]),
      [
        ['api/not-supported', 'warning', 'spec.groups[0].pod.spec.containers[0].imagePullPolicy'],
        ['security/host-namespaces', 'warning', 'spec.groups[1].pod.spec.hostPID'],
      ],
    );
    assert.deepEqual(
      files[0].documents.map(({ verdicts }) => verdicts),
      [{ '1.36': 'accept' }, { '1.36': 'accept' }],
    );
  });

  test('the store minds the version of an object that is new', async () => {
    const stored = rollout(2).replace('{name: web}', '{name: web, resourceVersion: "7"}');
    writeFileSync(path.join(cwd, 'stored.yaml'), stored);
    const [file] = (await lint('stored.yaml', ['crd.yaml'])).files;
    assert.deepEqual(
      file?.diagnostics.slice(0, 1).map(({ code, path: field }) => [code, field]),
      [['api/internal', 'metadata.resourceVersion']],
    );
  });

  test('a misspelt field can be renamed, unless the other is set', async () => {
    const found = async (text: string): Promise<string> => {
      writeFileSync(path.join(cwd, 'slip.yaml'), text);
      const [file] = (await lint('slip.yaml', ['crd.yaml'])).files;
      return applyFixes(text, file!.diagnostics, 'unsafe').text;
    };
    const slip = rollout(2).replace('replicas', 'replcas');
    assert.equal(await found(slip), rollout(2));
    const both = slip.replace('spec:\n', 'spec:\n  replicas: 3\n');
    assert.equal(await found(both), both);
  });

  test('all that is wrong with one value is one mistake, and a number can be put in quotes', async () => {
    const wrong = (value: string): string =>
      `apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: web}\nspec:\n  partition: ${value}\n`;
    const given = definition.replace(
      'replicas: {type: integer, maximum: 5}',
      'partition: {anyOf: [{type: integer}, {type: string}], x-kubernetes-int-or-string: true}',
    );
    writeFileSync(path.join(cwd, 'partition.yaml'), given);
    writeFileSync(path.join(cwd, 'number.yaml'), wrong('0.5'));
    const { files } = await lint('number.yaml', ['partition.yaml']);
    const [found, ...more] = files[0]!.diagnostics;
    assert.deepEqual(more, []);
    assert.deepEqual([found?.code, found?.path], ['api/type-invalid', 'spec.partition']);
    assert.ok((found?.follows?.length ?? 0) > 1);
    assert.equal(applyFixes(wrong('0.5'), files[0]!.diagnostics, 'safe').text, wrong('"0.5"'));
    writeFileSync(path.join(cwd, 'switch.yaml'), wrong('[0.5]'));
    const list = await lint('switch.yaml', ['partition.yaml']);
    assert.deepEqual(
      list.files[0]!.diagnostics.flatMap(({ fixes }) => fixes),
      [],
    );
  });

  test('the definition decides, and the template is judged beside it', async () => {
    const [file] = (await lint('many.yaml', ['crd.yaml'])).files;
    assert.deepEqual(
      file?.diagnostics.map(({ code, path: field }) => [code, field]),
      [
        ['api/invalid', 'spec.replicas'],
        ['api/invalid', 'spec.template.spec.containers[0].ports[0].containerPort'],
      ],
    );
    assert.deepEqual(file.documents[0]?.verdicts, { '1.36': 'reject' });
  });

  test('what keeps a controller from making Pods is no verdict of the server', async () => {
    const [file] = (await lint('few.yaml', ['crd.yaml'])).files;
    assert.deepEqual(file?.documents[0]?.verdicts, { '1.36': 'accept' });
    assert.equal(file.diagnostics.length, 1);
  });

  test('without a definition there is no verdict', async () => {
    const ofNobody = rollout(9)
      .replace('argoproj.io/v1alpha1', 'apps.openshift.io/v1')
      .replace('kind: Rollout', 'kind: DeploymentConfig');
    writeFileSync(path.join(cwd, 'clone-set.yaml'), ofNobody);
    const [file] = (await lint('clone-set.yaml', [])).files;
    assert.deepEqual(
      [file?.documents[0]?.skipped, file?.documents[0]?.verdicts],
      ['only its pod template is judged', undefined],
    );
  });
});
