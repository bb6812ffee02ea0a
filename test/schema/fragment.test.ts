import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decode, describeObject, type ObjectStatus } from '@podlint/schema';
import { documentOf } from './kit.js';

const cases: [name: string, text: string, status: ObjectStatus, kind?: string][] = [
  ['volumes', 'volumes:\n- name: a\n  hostpath: {path: /x}\n', 'fragment', 'PodSpec'],
  ['containers and more', 'restartPolicy: Never\ncontainers:\n- name: a\n', 'fragment', 'PodSpec'],
  ['a probe', 'livenessProbe:\n  tcpSocket: {port: 80}\n', 'fragment', 'Container'],
  ['a container', 'name: a\nimage: nginx\nports:\n- containerPort: 80\n', 'fragment', 'Container'],
  ['a pod spec and a status', 'spec:\n  containers:\n  - name: a\nstatus: {}\n', 'undecodable', 'Pod'],
  ['names that other programs use', 'image: nginx\nenv: []\n', 'not-kubernetes'],
  ['what a pod and a container have', 'resources:\n  limits: {cpu: 1}\n', 'not-kubernetes'],
  ['volumes of docker compose', 'volumes:\n  data: {}\n', 'not-kubernetes'],
  ['a field of neither', 'replicaCount: 1\naffinity:\n  nodeAffinity: {}\n', 'not-kubernetes'],
  ['a spec of something else', 'spec:\n  rules: []\n', 'not-kubernetes'],
];

describe('what has no apiVersion and kind', () => {
  for (const [name, text, status, kind] of cases) {
    test(name, () => {
      const found = describeObject(documentOf(text).toJSON());
      assert.deepEqual([found.status, found.resembles?.kind], [status, kind]);
    });
  }

  test('the structure of a fragment is checked, with paths from its own top', () => {
    const document = documentOf('livenessProbe:\n  httpGet:\n    port: 80\n    initialDelaySeconds: 3\n');
    const { resembles } = describeObject(document.toJSON());
    const { problems } = decode(document, document.root!, document.toJSON(), resembles!, 36);
    assert.deepEqual(
      problems.map(({ code, path }) => [code, path.toString()]),
      [['schema/misplaced-field', 'livenessProbe.httpGet.initialDelaySeconds']],
    );
    assert.deepEqual(
      problems[0]?.fixes.map(({ title, safety }) => [title, safety]),
      [['Move to livenessProbe', 'safe']],
    );
  });
});
