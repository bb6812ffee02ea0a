import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinter } from 'podlint';

const linter = createLinter({ kubernetesVersions: ['1.36'] });

const unknown = '${X}';
const template = (spec: string, labels = '{app: web}'): string => `{metadata: {labels: ${labels}}, spec: {${spec}}}`;
const container = 'containers: [{name: web, image: "registry.example/web:1.2"}]';
const mounting =
  'containers: [{name: web, image: "registry.example/web:1.2", volumeMounts: [{name: data, mountPath: /a}]}]';
const header = '{httpGet: {port: 80, httpHeaders: [{name: "${X}", value: a}]}}';

/** Objects whose one unknown value makes the server mind another field. */
const objects: readonly (readonly [what: string, object: string])[] = [
  ['the label of a Namespace', '{apiVersion: v1, kind: Namespace, metadata: {name: "${X}"}}'],
  [
    'the labels of the Pods of a Job',
    `{apiVersion: batch/v1, kind: Job, metadata: {name: "${unknown}", namespace: shop}, spec: {template: ${template(`restartPolicy: Never, ${container}`)}}}`,
  ],
  [
    'the addresses of a Service',
    '{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {clusterIP: "${X}", ports: [{port: 80}]}}',
  ],
  [
    'a selector',
    `{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}, spec: {selector: {matchLabels: {app: "${unknown}"}}, template: ${template(container, `{app: "${unknown}"}`)}}}`,
  ],
  [
    'the selector of a ReplicationController',
    `{apiVersion: v1, kind: ReplicationController, metadata: {name: web, namespace: shop}, spec: {selector: {app: "${unknown}"}, template: ${template(container)}}}`,
  ],
  [
    'the name of an APIService',
    '{apiVersion: apiregistration.k8s.io/v1, kind: APIService, metadata: {name: v1.example.com}, spec: {group: "${X}", version: v1, groupPriorityMinimum: 100, versionPriority: 100, service: {name: a, namespace: b}}}',
  ],
  [
    'a header',
    `{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop}, spec: {containers: [{name: web, image: "registry.example/web:1.2", livenessProbe: ${header}}]}}`,
  ],
  [
    'a mount',
    `{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop}, spec: {volumes: [{name: "${unknown}", emptyDir: {}}], ${mounting}}}`,
  ],
  [
    'what an init container may have',
    `{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop}, spec: {initContainers: [{name: proxy, image: "registry.example/a:1", restartPolicy: "${unknown}", startupProbe: {tcpSocket: {port: 80}}}], ${container}}}`,
  ],
  [
    'the port of a probe',
    `{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop}, spec: {containers: [{name: web, image: "registry.example/web:1.2", ports: [{name: "${unknown}", containerPort: 80}], readinessProbe: {httpGet: {port: http}}}]}}`,
  ],
  [
    'what the type of a Service chooses',
    '{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {type: "${X}", externalTrafficPolicy: Local, ports: [{port: 80}]}}',
  ],
  [
    'what stands in the place of an amount',
    '{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: web, namespace: shop}, spec: {maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, metrics: [{type: External, external: {metric: {name: a}, target: {type: Value, value: "${X}"}}}]}}',
  ],
  [
    'an expression',
    '{apiVersion: admissionregistration.k8s.io/v1, kind: ValidatingAdmissionPolicy, metadata: {name: a}, spec: {matchConstraints: {resourceRules: [{apiGroups: [""], apiVersions: [v1], resources: [pods], operations: [CREATE]}]}, validations: [{expression: "object.spec.x == ${X}"}]}}',
  ],
];

describe('a placeholder is told of, and not what the server minds because of it:', () => {
  for (const [what, object] of objects)
    test(what, () => {
      const text = `${object}\n`;
      const [file] = linter.lint([{ path: 'a.yaml', text }]).files;
      const told = file!.diagnostics.filter(
        ({ code, severity }) => code === 'schema/placeholder' || severity === 'error',
      );
      assert.deepEqual(
        told.map(({ code, range: { start, end } }) => [code, text.slice(start.offset, end.offset).replaceAll('"', '')]),
        [['schema/placeholder', '${X}']],
      );
    });

  test('a name with blanks around the variable, as clusterctl takes it', () => {
    const text = `{apiVersion: v1, kind: Pod, metadata: {name: "\${ X }-a", namespace: shop}, spec: {${mounting}, volumes: [{name: data, emptyDir: {}}]}}\n`;
    const [file] = linter.lint([{ path: 'a.yaml', text }]).files;
    assert.deepEqual(
      file!.documents.map(({ skipped }) => skipped),
      ['placeholder ${...}'],
    );
    assert.deepEqual(
      file!.diagnostics.filter(({ severity }) => severity === 'error'),
      [],
    );
  });

  test('what has nothing to do with it', () => {
    const text = `{apiVersion: v1, kind: Pod, metadata: {name: "${unknown}", namespace: shop}, spec: {restartPolicy: Sometimes, ${mounting}}}\n`;
    const codes = linter.lint([{ path: 'a.yaml', text }]).files[0]!.diagnostics.map(({ code }) => code);
    assert.ok(codes.includes('api/not-supported'));
    assert.ok(codes.includes('api/not-found'));
  });
});
