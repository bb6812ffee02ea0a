import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinter, type LinterOptions } from 'podlint';
import { hash64, numberedFingerprints } from '@podlint/engine';

const options: LinterOptions = {
  preset: 'none',
  rules: {
    'images/latest-tag': 'warn',
    'security/privileged': 'warn',
    'host-aliases/shadows-service': 'warn',
    'pods/replicas-one': 'warn',
  },
};
const linter = createLinter(options);

/** `code fingerprint` of each finding, sorted. */
function fingerprintsIn(text: string, path = 'a.yaml'): string[] {
  const { diagnostics } = linter.lint([{ path, text }]).files[0]!;
  return numberedFingerprints(diagnostics)
    .map((fingerprint, index) => `${diagnostics[index]!.code} ${fingerprint}`)
    .sort();
}

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: app
          image: registry.example/app:latest
          securityContext: {privileged: true}
        - name: side
          image: registry.example/side
          imagePulPolicy: Always
`;
const known = fingerprintsIn(deployment);

test('the hash is FNV-1a of 64 bits', () => {
  // The vectors of the algorithm's authors (draft-eastlake-fnv, section 6).
  assert.deepEqual(['', 'a', 'foobar'].map(hash64), ['cbf29ce484222325', 'af63dc4c8601ec8c', '85944171f73967e8']);
});

describe('a finding stays the same', () => {
  test('there are findings to compare, each once', () => {
    assert.deepEqual(
      known.map((line) => line.split(' ')[0]),
      ['images/latest-tag', 'images/latest-tag', 'schema/unknown-field', 'security/privileged'],
    );
    assert.equal(new Set(known).size, known.length);
  });

  const [head = '', app = '', side = ''] = deployment.split(/(?= {8}- name)/);
  const same: Readonly<Record<string, string>> = {
    'after lines moved': `# a comment\n\n---\n${deployment}`,
    'behind another object': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: other}\n---\n${deployment}`,
    'after containers changed places': head + side + app,
    'after a container came before it': `${head}        - {name: new, image: registry.example/new:1}\n${app}${side}`,
    'as an item of a List': `apiVersion: v1\nkind: List\nitems:\n  - ${deployment.trimEnd().replaceAll('\n', '\n    ')}\n`,
    'after its value changed': deployment.replace('registry.example/side', 'registry.example/side:latest'),
    'with other line ends': deployment.replaceAll('\n', '\r\n'),
    'in another style': deployment.replace(
      'metadata: {name: web, namespace: shop}',
      'metadata:\n  "name": web\n  namespace: shop',
    ),
  };
  for (const [why, text] of Object.entries(same)) test(why, () => assert.deepEqual(fingerprintsIn(text), known));

  test('in a file of another name', () => assert.deepEqual(fingerprintsIn(deployment, 'b/c.yaml'), known));

  test('when the object moves to another version of its API', () => {
    const autoscaler = (version: string): string =>
      `apiVersion: autoscaling/${version}\nkind: HorizontalPodAutoscaler\nmetadata: {name: a}\nspec: {minReplicas: 1, maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}\n`;
    assert.deepEqual(
      fingerprintsIn(autoscaler('v1')).map((line) => line.split(' ')[0]),
      ['pods/replicas-one'],
    );
    assert.deepEqual(fingerprintsIn(autoscaler('v1')), fingerprintsIn(autoscaler('v2')));
  });
});

describe('a finding is another one', () => {
  const others: Readonly<Record<string, string>> = {
    'in an object of another name': deployment.replace('name: web', 'name: web2'),
    'in another namespace': deployment.replace('namespace: shop', 'namespace: other'),
    'in another kind': deployment.replace('kind: Deployment', 'kind: ReplicaSet'),
    'in another container': deployment.replace('name: app', 'name: app2').replace('name: side', 'name: side2'),
  };
  for (const [why, text] of Object.entries(others)) {
    test(why, () => {
      const found = fingerprintsIn(text);
      assert.equal(found.length, known.length);
      assert.deepEqual(
        found.filter((line) => known.includes(line)),
        [],
      );
    });
  }
});

test('equals are counted from the top down', () => {
  const twice = fingerprintsIn(`${deployment}---\n${deployment}`);
  assert.equal(twice.length, 2 * known.length);
  assert.deepEqual(twice, [...known, ...known.map((line) => line.replace(/:1$/, ':2'))].sort());
});

test('entries of a list of words are known by the word', () => {
  const text = (hostnames: string): string =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  hostAliases: [{ip: 10.0.0.1, hostnames: [${hostnames}]}]\n  containers: [{name: a, image: b:1}]\n`;
  const [first] = fingerprintsIn(text('kubernetes'));
  assert.ok(fingerprintsIn(text('a, b, kubernetes')).includes(first!));
});

test('a document that is no YAML has fingerprints too', () => {
  const [found, ...more] = fingerprintsIn('a: [');
  assert.match(found!, /^syntax\/\S+ [0-9a-f]{16}:1$/);
  assert.deepEqual(more, []);
});
