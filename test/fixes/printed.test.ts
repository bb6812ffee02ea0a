import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseText, type JsonValue } from '@podlint/syntax';
import { applyFixes, createLinter } from 'podlint';
import { createCases } from '../conformance/cases.js';

type Mapping = Readonly<Record<string, JsonValue>>;

const linter = createLinter({
  kubernetesVersions: ['1.36'],
  preset: 'none',
  rules: { 'metadata/server-fields': 'warn' },
});

/** What the server keeps beside an object, as `kubectl get` prints it. */
const printed = (apiVersion: JsonValue): Mapping => ({
  uid: '3f5b7c1e-0d1f-4b7e-9a55-0a8b5a2f2d11',
  generation: 3,
  creationTimestamp: '2024-01-02T03:04:05Z',
  managedFields: [
    {
      manager: 'kubectl',
      operation: 'Update',
      apiVersion,
      time: '2024-01-02T03:04:05Z',
      fieldsType: 'FieldsV1',
      fieldsV1: { 'f:spec': {} },
    },
  ],
});

/** A status that its kind can have, where it has one that a new object loses. */
const statuses: Readonly<Record<string, Mapping>> = {
  CronJob: { lastScheduleTime: '2024-01-02T03:04:05Z' },
  Deployment: { replicas: 1 },
  HorizontalPodAutoscaler: { currentReplicas: 1, desiredReplicas: 1 },
  Ingress: { loadBalancer: { ingress: [{ ip: '192.0.2.1' }] } },
  Job: { active: 1 },
  Namespace: { phase: 'Active' },
  PersistentVolume: { phase: 'Bound' },
  PersistentVolumeClaim: { phase: 'Bound' },
  Pod: { phase: 'Running' },
  ReplicaSet: { replicas: 1 },
  ReplicationController: { replicas: 1 },
  ResourceQuota: { hard: { pods: '1' } },
  Service: { loadBalancer: { ingress: [{ ip: '192.0.2.1' }] } },
  StatefulSet: { replicas: 1 },
  ValidatingAdmissionPolicy: { observedGeneration: 1 },
  VolumeAttachment: { attached: true },
};

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The first accepted objects of each kind that were not printed yet, by kind. */
function objectsByKind(): ReadonlyMap<string, readonly Mapping[]> {
  const found = new Map<string, Mapping[]>();
  for (const { manifest, expect } of [...createCases('1.36', 'kinds'), ...createCases('1.36')]) {
    const documents = expect.verdict === 'accept' ? parseText(manifest).documents : [];
    const [object] = documents.map((document) => document.toJSON() as Mapping);
    const isPlain =
      documents.length === 1 &&
      !/items:|status:|uid|resourceVersion|managedFields|Timestamp|deletion|generation|selfLink/.test(manifest);
    if (!object || !isPlain || typeof object['metadata'] !== 'object') continue;
    const kind = `${textOf(object['apiVersion'])} ${textOf(object['kind'])}`;
    const known = found.get(kind) ?? [];
    if (known.length < 2) found.set(kind, [...known, object]);
  }
  return found;
}

function answerOn(text: string): ReturnType<typeof linter.lint>['files'][number] {
  const [file] = linter.lint([{ path: 'a.json', text }]).files;
  assert.ok(file);
  return file;
}

describe('what kubectl get prints', () => {
  const kinds = objectsByKind();
  test('was recorded of nearly every kind', () => assert.ok(kinds.size > 50, String(kinds.size)));
  for (const [kind, objects] of kinds)
    for (const [version, severity, verdict] of [
      ['48211', 'error', 'reject'],
      [undefined, 'warning', 'accept'],
    ] as const)
      test(`${kind}, ${version === undefined ? 'without a' : 'with a'} resourceVersion: named once, and the fix brings the manifest back`, () => {
        for (const object of objects) {
          const status = statuses[textOf(object['kind'])];
          const metadata = {
            ...(object['metadata'] as Mapping),
            ...printed(object['apiVersion'] ?? null),
            ...(version !== undefined && { resourceVersion: version }),
          };
          const text = JSON.stringify({ ...object, metadata, ...(status && { status }) }, undefined, 2);
          const { documents, diagnostics } = answerOn(text);
          const found = diagnostics.filter(({ code }) => code === 'metadata/server-fields');
          assert.deepEqual(
            found.map((one) => one.severity),
            [severity],
          );
          assert.equal(documents[0]?.verdicts?.['1.36'], verdict);
          const fixed = applyFixes(text, found, 'safe').text;
          assert.deepEqual(JSON.parse(fixed), object);
          assert.equal(answerOn(fixed).documents[0]?.verdicts?.['1.36'], 'accept');
        }
      });
});
