import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinter } from 'podlint';

const linter = createLinter({ kubernetesVersions: ['1.36'], preset: 'none' });

/** Where the first error stands: the field as the server calls it, and the text at its place. */
function errorIn(text: string): [field: string, written: string] {
  const [found] = linter.lint([{ path: 'a.yaml', text }]).files[0]!.diagnostics;
  assert.ok(found);
  const { start, end } = found.range;
  return [found.path, text.slice(start.offset, end.offset)];
}

const service = (fields: string): string =>
  `{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {${fields}, ports: [{port: 80}]}}\n`;

describe('a value that the server takes from another field is shown where it is written', () => {
  test('in clusterIP, which becomes clusterIPs', () => {
    assert.deepEqual(errorIn(service('clusterIP: 10.0.0.300')), ['spec.clusterIPs[0]', '10.0.0.300']);
    assert.deepEqual(errorIn(service('clusterIP: 10.0.0.300, clusterIPs: [10.0.0.300]')), [
      'spec.clusterIPs[0]',
      '10.0.0.300',
    ]);
  });

  test('in jsonPath of a column, which the server calls JSONPath', () => {
    const definition =
      '{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: as.b.example}, spec: {group: b.example, names: {kind: A, plural: as}, scope: Namespaced, versions: [{name: v1, served: true, storage: true, additionalPrinterColumns: [{name: a, type: string, jsonPath: b}], schema: {openAPIV3Schema: {type: object}}}]}}\n';
    assert.deepEqual(errorIn(definition), ['spec.versions[0].additionalPrinterColumns[0].JSONPath', 'b']);
  });

  test('and what is missing where it would stand', () => {
    const claim =
      '{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: a}, spec: {accessModes: [ReadWriteOnce], resources: {limits: {storage: 1Gi}}}}\n';
    const [field, written] = errorIn(claim);
    assert.deepEqual([field.startsWith('spec.resources'), written], [true, 'resources']);
  });
});
