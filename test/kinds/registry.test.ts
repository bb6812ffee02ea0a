import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { kindModules, referencesOf } from '@podlint/kinds';
import { kinds, versions } from '@podlint/model';
import { fieldAt, pathIn } from '@podlint/schema';
import { disabledPodFields } from '@podlint/validation';

const folder = path.resolve(import.meta.dirname, '../../../packages/kinds/src');

test('every folder of a kind is in the registry', () => {
  const folders = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^\w+[\\/][\w-]+[\\/]index\.ts$/.test(file),
  );
  assert.equal(folders.length, Object.keys(kindModules).length);
  for (const file of folders) {
    const kind = file.split(/[\\/]/)[1]!.replaceAll('-', '');
    assert.ok(
      Object.values(kindModules).some((module) => module.kind.kind.toLowerCase() === kind.replace(/v\d+\w*$/, '')),
      file,
    );
  }
});

test('a module is registered under the definition of its kind, and every judged kind has one', () => {
  for (const [definition, module] of Object.entries(kindModules)) assert.equal(module.kind.definition, definition);
  assert.deepEqual(kinds.map(({ definition }) => definition).sort(), Object.keys(kindModules).sort());
});

/** Of any version that podlint knows: a field comes and goes. */
function leadsToField(definition: string, pattern: string): boolean {
  const way = pattern.split('.').flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), 0] : [step]));
  return versions.some(({ minor }) => fieldAt({ kind: '', definition }, pathIn(definition, way), minor));
}

test('what a kind says of its fields is said of fields that it has', () => {
  for (const { kind, disabledFields = [] } of Object.values(kindModules)) {
    const patterns = [...disabledFields, ...referencesOf(kind)].flatMap(({ fields }) => fields);
    for (const pattern of patterns) assert.ok(leadsToField(kind.definition, pattern), `${kind.kind} ${pattern}`);
  }
  for (const pattern of disabledPodFields.flatMap(({ fields }) => fields))
    assert.ok(leadsToField('core.v1.PodSpec', pattern), pattern);
});

test('a workload refers to what its pods refer to', () => {
  const fieldsOf = (definition: string, kind: string): readonly string[] =>
    referencesOf(kindModules[definition]!.kind).flatMap(({ refersTo, fields }) =>
      refersTo.to === 'object' && refersTo.kind === kind ? fields : [],
    );
  assert.deepEqual(fieldsOf('core.v1.Pod', 'PriorityClass'), ['spec.priorityClassName']);
  assert.deepEqual(fieldsOf('batch.v1.CronJob', 'PriorityClass'), [
    'spec.jobTemplate.spec.template.spec.priorityClassName',
  ]);
  assert.deepEqual(fieldsOf('apps.v1.StatefulSet', 'Service'), ['spec.serviceName']);
  assert.deepEqual(fieldsOf('core.v1.ConfigMap', 'Secret'), []);
});
