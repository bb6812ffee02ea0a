import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createLinter } from 'podlint';

/** A container that another one takes its fields from. */
function podWith(mounts: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - &shared
      name: first
      image: registry.example.com/web:1
      securityContext:
        privileged: true
    - <<: *shared
      name: second
      volumeMounts: ${mounts}
  volumes:
    - name: host
      hostPath:
        path: /mnt
`;
}

const linter = createLinter({});

function titlesFor(text: string): string[] {
  const [file] = linter.lint([{ path: 'pod.yaml', text }]).files;
  const found = file!.diagnostics.filter(({ code }) => code === 'security/privileged');
  assert.ok(found.length > 0, 'the container is found');
  return found.flatMap(({ fixes }) => fixes.map(({ title }) => title));
}

test('what stands behind an anchor is changed only where all who share it stay accepted', () => {
  const plain = '[{ name: host, mountPath: /host }]';
  assert.ok(titlesFor(podWith(plain)).includes('Set privileged to false'));
  const propagated = '[{ name: host, mountPath: /host, mountPropagation: Bidirectional }]';
  assert.deepEqual(titlesFor(podWith(propagated)), []);
});
