import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { kindModules, storedForm } from '@podlint/kinds';
import { qosClass } from '@podlint/model';
import { createCases, readCases } from '../conformance/cases.js';
import { createdObject, minor, stored, type Json } from './effective-kit.js';

interface EffectiveCase {
  readonly id: string;
  readonly qos: string | null;
  readonly effective: Json;
}

const unsaid = ['uid', 'creationTimestamp', 'namespace', 'generation'];

/** What a comparison looks at: no nulls, no status, no metadata that the server makes up. */
function comparable(object: Json): Json {
  const fields = withoutNulls(object) as Json;
  return { ...without(fields, ['status']), metadata: without(fields.metadata as Json, unsaid) };
}

function without(object: Json, fields: readonly string[]): Json {
  return Object.fromEntries(Object.entries(object).filter(([field]) => !fields.includes(field)));
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== null);
  return Object.fromEntries(fields.map(([name, field]) => [name, withoutNulls(field)]));
}

test('every recorded object is stored as the server of 1.36 stores it, and every Pod has its QoS class', () => {
  const manifests = new Map(createCases('1.36').map(({ id, manifest }) => [id, manifest]));
  for (const { id, qos, effective } of readCases<EffectiveCase>('effective')) {
    const { kind, object } = createdObject(manifests.get(id)!);
    assert.deepEqual(comparable(storedForm(kind, object, minor)), comparable(effective), id);
    if (qos !== null) assert.equal(qosClass(object.spec as Json, minor), qos, id);
  }
});

const container = { name: 'c', image: 'nginx:1.2' };
const pod = (spec: object, metadata: object = {}): Json => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'x', ...metadata },
  spec: { containers: [container], ...spec },
});
const specOf = (object: Json, version?: number): Json => stored(object, version).spec as Json;
const containersOf = (object: Json, version?: number): Json[] => specOf(object, version).containers as Json[];
const annotationsOf = (object: Json, version?: number): unknown =>
  (stored(object, version).metadata as Json).annotations;

describe('what the encoding drops and keeps', () => {
  test('empty texts, zeros, lists and maps vanish', () => {
    const spec = specOf(
      pod({
        nodeName: '',
        hostNetwork: false,
        tolerations: [],
        nodeSelector: {},
        containers: [{ ...container, args: [], stdin: false }],
      }),
    );
    assert.deepEqual(Object.keys(spec).sort(), [
      'containers',
      'dnsPolicy',
      'enableServiceLinks',
      'restartPolicy',
      'schedulerName',
      'securityContext',
      'terminationGracePeriodSeconds',
    ]);
  });

  test('a zero behind a pointer stays, and so does a struct by value', () => {
    const spec = specOf(pod({ priority: 0, automountServiceAccountToken: false }));
    assert.equal(spec.priority, 0);
    assert.equal(spec.automountServiceAccountToken, false);
    assert.deepEqual((spec.containers as Json[])[0]!.resources, {});
  });

  test('a list that is not marked omitempty stays, though empty', () => {
    const job = {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'j' },
      spec: { podFailurePolicy: { rules: [] }, template: { spec: {} } },
    };
    assert.deepEqual(specOf(job).podFailurePolicy, { rules: [] });
  });

  test('quantities are canonical', () => {
    const resources = { requests: { cpu: '1000m', memory: '1.5Gi', 'a.b/c': 2000 } };
    assert.deepEqual(containersOf(pod({ containers: [{ ...container, resources }] }))[0]!.resources, {
      requests: { cpu: '1', memory: '1536Mi', 'a.b/c': '2k' },
    });
  });

  test('times are in whole seconds of UTC', () => {
    const metadata = { managedFields: [{ manager: 'm', time: '2024-01-02T03:04:05.678+02:00' }] };
    assert.deepEqual((stored(pod({}, metadata)).metadata as Json).managedFields, [
      { manager: 'm', time: '2024-01-02T01:04:05Z' },
    ]);
  });

  test('status, uid and the like are left out', () => {
    const { metadata, ...rest } = stored({
      ...pod({}, { uid: 'u', generation: 3, creationTimestamp: '2024-01-02T03:04:05Z' }),
      status: { phase: 'Running' },
    });
    assert.deepEqual(metadata, { name: 'x' });
    assert.equal(rest.status, undefined);
  });
});

describe('old names and annotations', () => {
  test('serviceAccount is an alias of serviceAccountName, which wins', () => {
    for (const [written, name] of [
      [{ serviceAccount: 'a' }, 'a'],
      [{ serviceAccountName: 'b' }, 'b'],
      [{ serviceAccount: 'a', serviceAccountName: 'b' }, 'b'],
    ] as const) {
      const { serviceAccount, serviceAccountName } = specOf(pod(written));
      assert.deepEqual([serviceAccount, serviceAccountName], [name, name]);
    }
  });

  test('annotations of init containers from before 1.8 are dropped', () => {
    assert.deepEqual(
      annotationsOf(pod({}, { annotations: { 'pod.beta.kubernetes.io/init-containers': '[]', a: 'b' } })),
      { a: 'b' },
    );
  });

  test("a Pod's negative grace period is one second, a template's stays", () => {
    const spec = { terminationGracePeriodSeconds: -5, containers: [container] };
    assert.equal(specOf(pod(spec)).terminationGracePeriodSeconds, 1);
    const template = stored({ apiVersion: 'v1', kind: 'PodTemplate', template: { spec } }).template as Json;
    assert.equal((template.spec as Json).terminationGracePeriodSeconds, -5);
  });

  test("a DaemonSet counts its template's generations", () => {
    const key = 'deprecated.daemonset.template.generation';
    const daemonSet = (annotations: object): Json => ({
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { annotations },
      spec: {},
    });
    assert.deepEqual(annotationsOf(daemonSet({})), { [key]: '1' });
    assert.deepEqual(annotationsOf(daemonSet({ [key]: '+7' })), { [key]: '7' });
    assert.deepEqual(annotationsOf(daemonSet({ [key]: '-2' })), { [key]: '1' });
  });

  test('a Deployment keeps the revision to roll back to, as a number', () => {
    const key = 'deprecated.deployment.rollback.to';
    const deployment = (revision: string): Json => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { annotations: { [key]: revision } },
      spec: {},
    });
    assert.deepEqual(annotationsOf(deployment('007')), { [key]: '7' });
    assert.equal(annotationsOf(deployment('')), undefined);
  });

  test('a counter that is no integer makes the object undecodable', () => {
    const unreadable = (definition: string, annotations: Record<string, string>): string | undefined =>
      kindModules[definition]!.unreadableAnnotation?.(annotations);
    const key = 'deprecated.daemonset.template.generation';
    for (const text of ['', 'x', '1.5', '9223372036854775808'])
      assert.equal(unreadable('apps.v1.DaemonSet', { [key]: text }), key, text);
    for (const text of ['1', '-1', '+1', '9223372036854775807'])
      assert.equal(unreadable('apps.v1.DaemonSet', { [key]: text }), undefined, text);
    assert.equal(unreadable('apps.v1.Deployment', { 'deprecated.deployment.rollback.to': '' }), undefined);
    assert.equal(unreadable('core.v1.Pod', { [key]: 'x' }), undefined);
  });

  test('claims of a StatefulSet say what they are', () => {
    const claims = specOf({
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      spec: { volumeClaimTemplates: [{ metadata: { name: 'a' } }] },
    }).volumeClaimTemplates;
    assert.deepEqual(claims, [
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'a' },
        spec: { volumeMode: 'Filesystem', resources: {} },
        status: { phase: 'Pending' },
      },
    ]);
  });

  test('numbers of a rolling update that is not chosen are 0', () => {
    const spec = specOf({
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      spec: { updateStrategy: { type: 'OnDelete', rollingUpdate: {} } },
    });
    assert.deepEqual(spec.updateStrategy, { type: 'OnDelete', rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } });
  });
});

describe('what a new Pod gets from its labels and annotations', () => {
  const labels = { a: 'v' };
  const term = { topologyKey: 'z', labelSelector: {}, matchLabelKeys: ['a', 'absent'], mismatchLabelKeys: ['a'] };
  const merged = [
    { key: 'a', operator: 'In', values: ['v'] },
    { key: 'a', operator: 'NotIn', values: ['v'] },
  ];

  test('label keys of an affinity become expressions, since 1.31', () => {
    const object = pod(
      { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } } },
      { labels },
    );
    const selectorOf = (version: number): unknown => {
      const affinity = specOf(object, version).affinity as {
        podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: Json[] };
      };
      return affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]!.labelSelector;
    };
    assert.deepEqual(selectorOf(31), { matchExpressions: merged });
    assert.deepEqual(selectorOf(30), {});
  });

  test('an absent selector stays absent', () => {
    const affinity = {
      podAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          { weight: 1, podAffinityTerm: { topologyKey: 'z', matchLabelKeys: ['a'] } },
        ],
      },
    };
    assert.deepEqual(specOf(pod({ affinity }, { labels })).affinity, affinity);
  });

  test('label keys of a spread constraint become expressions, since 1.34', () => {
    const constraint = {
      maxSkew: 1,
      topologyKey: 'z',
      whenUnsatisfiable: 'DoNotSchedule',
      labelSelector: {},
      matchLabelKeys: ['a'],
    };
    const selectorOf = (version: number): unknown =>
      (
        specOf(pod({ topologySpreadConstraints: [constraint] }, { labels }), version)
          .topologySpreadConstraints as Json[]
      )[0]!.labelSelector;
    assert.deepEqual(selectorOf(34), { matchExpressions: merged.slice(0, 1) });
    assert.deepEqual(selectorOf(33), {});
  });

  const annotation = 'container.apparmor.security.beta.kubernetes.io/c';
  const profileOf = (text: string, spec: object = {}): unknown =>
    containersOf(pod(spec, { annotations: { [annotation]: text } }))[0]!.securityContext;

  test('an AppArmor annotation fills the field', () => {
    assert.deepEqual(profileOf('unconfined'), { appArmorProfile: { type: 'Unconfined' } });
    assert.deepEqual(profileOf('runtime/default'), { appArmorProfile: { type: 'RuntimeDefault' } });
    assert.deepEqual(profileOf('localhost/x'), { appArmorProfile: { type: 'Localhost', localhostProfile: 'x' } });
  });

  test('an annotation that says nothing new or nothing at all is passed over', () => {
    for (const text of ['localhost/', 'localhost/ x', 'other', '']) assert.equal(profileOf(text), undefined, text);
    assert.equal(profileOf('unconfined', { securityContext: { appArmorProfile: { type: 'Unconfined' } } }), undefined);
    assert.equal(profileOf('unconfined', { os: { name: 'windows' } }), undefined);
  });

  test('from 1.30 to 1.33 the field writes the annotation', () => {
    const object = pod({ securityContext: { appArmorProfile: { type: 'Localhost', localhostProfile: 'x' } } });
    assert.deepEqual(annotationsOf(object, 33), { [annotation]: 'localhost/x' });
    assert.equal(annotationsOf(object, 34), undefined);
    assert.equal(annotationsOf(object, 29), undefined);
  });
});
