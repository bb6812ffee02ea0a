import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findKind, findKindByName, isClusterScoped, kinds } from '@podlint/model';
import { judgedKinds, otherKinds, structure, type BuiltInKind } from '@podlint/schemas';

const all: readonly BuiltInKind[] = [...Object.values(judgedKinds), ...Object.values(otherKinds)];

test('a kind is found by apiVersion and kind, or by its name alone', () => {
  assert.equal(findKind('apps/v1', 'Deployment')?.plural, 'deployments');
  assert.equal(findKind('v1', 'Deployment'), undefined);
  assert.equal(findKind('apps/v1', '__proto__'), undefined);
  assert.equal(findKindByName('CronJob')?.apiVersion, 'batch/v1');
});

test('every judged kind has a structure, and its way to the pod template is in it', () => {
  for (const { definition, podTemplate } of kinds) {
    assert.ok(structure[definition], definition);
    const end = podTemplate?.reduce((type, name) => structure[type]![name]!.type, definition);
    assert.ok([undefined, 'core.v1.Pod', 'core.v1.PodTemplateSpec'].includes(end), `${definition} ends in ${end}`);
  }
});

test('kinds with pods come first', () => {
  const firstWithout = kinds.findIndex(({ podTemplate }) => !podTemplate);
  assert.ok(firstWithout > 0);
  assert.ok(kinds.slice(firstWithout).every(({ podTemplate }) => !podTemplate));
});

test('a kind names itself once, and as its definition does', () => {
  assert.equal(new Set(all.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`)).size, all.length);
  for (const { group, version, apiVersion, kind, definition } of all) {
    assert.equal(apiVersion, group === '' ? version : `${group}/${version}`);
    assert.ok(definition.endsWith(`.${version}.${kind}`), definition);
  }
});

/** From the kinds' documentation, not from the document that the table is made of. */
test('kinds outside of namespaces', () => {
  for (const kind of ['Namespace', 'Node', 'ClusterRole', 'PersistentVolume', 'StorageClass', 'PriorityClass'])
    assert.equal(isClusterScoped(kind), true, kind);
  for (const kind of ['Pod', 'Role', 'PersistentVolumeClaim', 'Ingress', 'LocalSubjectAccessReview', 'constructor'])
    assert.equal(isClusterScoped(kind), false, kind);
});

test('versions that came and went', () => {
  const of = (definition: string): BuiltInKind => ({ ...judgedKinds, ...otherKinds })[definition]!;
  assert.equal(of('admissionregistration.v1.ValidatingAdmissionPolicy').since, 30);
  assert.deepEqual(
    [of('flowcontrol.v1beta3.FlowSchema').since, of('flowcontrol.v1beta3.FlowSchema').until],
    [undefined, 31],
  );
  assert.deepEqual(of('networking.v1.Ingress').onceServed, ['extensions/v1beta1', 'networking.k8s.io/v1beta1']);
  assert.deepEqual(judgedKinds['batch.v1.CronJob'].onceServed, ['batch/v1beta1', 'batch/v2alpha1']);
  assert.equal(of('policy.v1.PodDisruptionBudget').until, undefined);
});
