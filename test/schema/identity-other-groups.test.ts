import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinter } from 'podlint';

/** The code, and the name that is proposed. */
function problemOf(apiVersion: string, kind: string): [code: string, known: unknown][] {
  const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\n`;
  const { diagnostics } = createLinter({ preset: 'none' }).lint([{ path: 'a.yaml', text }]).files[0]!;
  return diagnostics.map(({ code, data }) => [code, data['known']]);
}

describe('a kind or group that does not exist', () => {
  const cases: readonly [apiVersion: string, kind: string, code: string, known: string][] = [
    ['v1', 'Servce', 'schema/wrong-kind', 'Service'],
    ['apps/v1', 'Servce', 'schema/wrong-kind', 'Service'],
    ['apps/v1', 'Ingress', 'schema/wrong-api-version', 'networking.k8s.io/v1'],
    ['rbac/v1', 'Role', 'schema/wrong-api-version', 'rbac.authorization.k8s.io/v1'],
    ['apiextensions.k8s.io/v1', 'CustomResourceDefinitions', 'schema/wrong-kind', 'CustomResourceDefinition'],
  ];
  for (const [apiVersion, kind, code, known] of cases)
    test(`${apiVersion} ${kind}`, () => assert.deepEqual(problemOf(apiVersion, kind), [[code, known]]));

  for (const [apiVersion, kind] of [
    ['example.com/v1', 'Servce'],
    ['v1', 'Config'],
    ['v1', 'Binding'],
    ['monitoring.coreos.com/v1', 'ServiceMonitor'],
  ] as const)
    test(`${apiVersion} ${kind} may be a custom resource, or is one of Kubernetes`, () =>
      assert.deepEqual(problemOf(apiVersion, kind), []));
});
