import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complete, resolveCompletion } from '@podlint/language-server/features';
import { completed, open, podHead } from './kit.js';

const container = `${podHead}  containers:\n    - name: web\n`;

test('fields that are required and not there yet come first, and those that are there do not come', () => {
  const { labels } = completed(`${container}      ^\n`);
  assert.equal(labels[0], 'image');
  assert.ok(labels.includes('livenessProbe'));
  assert.ok(!labels.includes('name'));
});

test('only what has places to fill in is a snippet, so that Enter behind a whole value is a new line', () => {
  const formats = (marked: string): unknown => {
    const { file, offset, service } = open(marked);
    const { items } = complete(file, offset, service, { texts: 'snippets' });
    return Object.fromEntries(items.map(({ label, insertTextFormat }) => [label, insertTextFormat]));
  };
  const container = `${podHead}  containers:\n    - name: web\n      image: a:1\n`;
  assert.deepEqual(formats(`${container}      imagePullPolicy: Always^\n`), { Always: 1, IfNotPresent: 1, Never: 1 });
  assert.equal((formats(`${container}      ^\n`) as { livenessProbe: number }).livenessProbe, 2);
});

test('a list item is laid out in the style of the document', () => {
  assert.equal(
    completed(`${podHead}  ^\n  volumes:\n    - name: a\n`).take('containers'),
    `${podHead}  containers:\n    - name: \n      image: \n  volumes:\n    - name: a\n`,
  );
  assert.equal(
    completed(`${podHead}  ^\n  volumes:\n  - name: a\n`).take('containers'),
    `${podHead}  containers:\n  - name: \n    image: \n  volumes:\n  - name: a\n`,
  );
  assert.equal(
    completed('apiVersion: v1\r\nkind: Pod\r\nspec:\r\n    ^\r\n').take('containers'),
    'apiVersion: v1\r\nkind: Pod\r\nspec:\r\n    containers:\r\n    - name: \r\n      image: \r\n',
  );
});

test('a field whose gate is off says so and comes last', () => {
  const { items } = completed(`${podHead}  ^`);
  assert.match(items.find(({ label }) => label === 'schedulingGroup')?.detail ?? '', /GenericWorkload, off in 1\.36/);
  assert.ok(
    items.findIndex(({ label }) => label === 'schedulingGroup') >
      items.findIndex(({ label }) => label === 'tolerations'),
  );
});

test('half a key, and a key without its colon', () => {
  assert.equal(completed(`${container}      imag^\n`).take('image'), `${container}      image: \n`);
  assert.equal(
    completed(`${container}      imag^\n      ports: []\n`).take('image'),
    `${container}      image: \n      ports: []\n`,
  );
  assert.equal(
    completed(`${container}      im^age: nginx\n`).take('imagePullPolicy'),
    `${container}      imagePullPolicy: nginx\n`,
  );
});

test('an empty item, with and without its blank', () => {
  assert.equal(
    completed(`${podHead}  containers:\n    - ^`).take('Container'),
    `${podHead}  containers:\n    - name: \n      image: `,
  );
  assert.equal(
    completed(`${podHead}  containers:\n    -^`).take('Container'),
    `${podHead}  containers:\n    - name: \n      image: `,
  );
  assert.equal(
    completed(`${podHead}  containers:\n    ^`).take('- Container'),
    `${podHead}  containers:\n    - name: \n      image: `,
  );
});

test('the column of a blank line decides what it adds to', () => {
  const text = `${container}      image: a\n`;
  assert.ok(completed(`${text}      ^`).labels.includes('livenessProbe'));
  assert.equal(completed(`${text}    ^`).labels[0], '- Container');
  assert.ok(completed(`${text}  ^`).labels.includes('restartPolicy'));
  assert.ok(!completed(`${text}  ^`).labels.includes('livenessProbe'));
});

test('a blank line of a wrong column is moved to the nearest one', () => {
  assert.equal(completed(`${container}        ^\n`).take('image'), `${container}      image: \n`);
  assert.equal(completed(`${podHead}   ^`).take('restartPolicy'), `${podHead}  restartPolicy: `);
});

test('a list in the column of its key takes items there, and the mapping takes fields', () => {
  const { labels } = completed(`${podHead}  containers:\n  - name: web\n    image: a\n  ^`);
  assert.ok(labels.includes('- Container'));
  assert.ok(labels.includes('restartPolicy'));
});

test('values: words that a field takes, and booleans', () => {
  assert.deepEqual(completed(`${podHead}  restartPolicy: ^`).labels, ['Always', 'OnFailure', 'Never']);
  assert.equal(completed(`${podHead}  restartPolicy:^`).take('Never'), `${podHead}  restartPolicy: Never`);
  assert.equal(
    completed(`${podHead}  restartPolicy: "Al^"  # why`).take('Always'),
    `${podHead}  restartPolicy: "Always"  # why`,
  );
  assert.deepEqual(completed(`${podHead}  hostNetwork: ^`).labels, ['true', 'false']);
});

test('a value of several fields goes to lines of its own', () => {
  assert.equal(
    completed(`${podHead}  securityContext: ^`).take('runAsNonRoot'),
    `${podHead}  securityContext:\n    runAsNonRoot: `,
  );
  assert.equal(
    completed(`${podHead}  containers: ^\n`).take('- Container'),
    `${podHead}  containers:\n  - name: \n    image: \n`,
  );
});

test('between brackets, and in JSON', () => {
  assert.equal(
    completed(`${podHead}  containers: [{name: a, im^}]\n`).take('image'),
    `${podHead}  containers: [{name: a, image: }]\n`,
  );
  assert.deepEqual(completed(`${podHead}  containers: [{name: a, imagePullPolicy: ^}]\n`).labels, [
    'Always',
    'IfNotPresent',
    'Never',
  ]);
  assert.ok(completed(`${podHead}  containers: [{name: a, ^\n`).labels.includes('image'));
  assert.equal(
    completed('{\n  "apiVersion": "v1",\n  "kind": "Pod",\n  "spec": {"rest^"}\n}\n').take('restartPolicy'),
    '{\n  "apiVersion": "v1",\n  "kind": "Pod",\n  "spec": {"restartPolicy": ""}\n}\n',
  );
  assert.equal(
    completed('{"apiVersion": "v1", "kind": "Pod", "spec": {"restartPolicy": "^"}}').take('Never'),
    '{"apiVersion": "v1", "kind": "Pod", "spec": {"restartPolicy": "Never"}}',
  );
});

test('nothing in comments, texts of several lines, and documents of others', () => {
  assert.deepEqual(completed(`${podHead}  # rest^`).labels, []);
  assert.deepEqual(completed(`${container}      args:\n        - |\n          rest^\n`).labels, []);
  assert.deepEqual(completed('services:\n  web:\n    ^\n').labels, []);
  assert.deepEqual(completed('services:\n  web: 1\n^\n').labels, []);
});

test('of alternatives, one excludes the others', () => {
  const probe = `${container}      livenessProbe:\n        exec:\n          command: [a]\n        ^\n`;
  assert.ok(!completed(probe).labels.includes('httpGet'));
  assert.deepEqual(completed(`${podHead}  volumes:\n    - name: a\n      emptyDir: {}\n      ^\n`).labels, []);
});

test('an object in a List, a fragment, and a template in every workload', () => {
  assert.ok(
    completed(
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: apps/v1\n  kind: Deployment\n  spec:\n    ^\n',
    ).labels.includes('replicas'),
  );
  assert.ok(completed('containers:\n- name: a\n  image: b\n  ^\n').labels.includes('ports'));
  assert.ok(
    completed(
      'apiVersion: batch/v1\nkind: CronJob\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          ^\n',
    ).labels.includes('containers'),
  );
  assert.ok(completed('apiVersion: v1\nkind: Service\nspec:\n  ^\n').labels.includes('ports'));
});

test('what an object is: whole manifests, API versions and kinds', () => {
  assert.equal(completed('^').labels[0], 'Pod');
  assert.ok(completed('---\n^\n').labels.includes('Deployment'));
  assert.deepEqual(completed('apiVersion: batch/v1\nkind: ^').labels, ['Job', 'CronJob']);
  assert.deepEqual(completed('apiVersion: ^\nkind: Deployment\n').labels, ['apps/v1']);
  assert.ok(completed('apiV^').labels.includes('apiVersion'));
});

test('names inside of a Pod', () => {
  const pod = `${podHead}  volumes:\n    - name: data\n      emptyDir: {}\n  containers:\n    - name: web\n      ports:\n        - name: http\n          containerPort: 8080\n`;
  assert.deepEqual(completed(`${pod}      volumeMounts:\n        - name: ^`).labels, ['data']);
  assert.deepEqual(completed(`${pod}      livenessProbe:\n        httpGet:\n          port: ^`).labels, [
    'http',
    '8080',
  ]);
  assert.deepEqual(
    completed(
      `${pod}      env:\n        - name: A\n          valueFrom:\n            resourceFieldRef:\n              containerName: ^`,
    ).labels,
    ['web'],
  );
});

test('names of objects in the workspace, and keys in them', () => {
  const others = {
    'config.yaml':
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  app.yaml: a\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: elsewhere\n  namespace: other\n',
    'secret.yaml': 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: token\nstringData:\n  password: a\n',
    'web.yaml':
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n          ports:\n            - name: http\n              containerPort: 80\n',
  };
  const valueFrom = `${container}      env:\n        - name: A\n          valueFrom:\n`;
  assert.deepEqual(completed(`${podHead}  volumes:\n    - name: a\n      configMap:\n        name: ^`, others).labels, [
    'settings',
  ]);
  assert.deepEqual(
    completed(`${valueFrom}            configMapKeyRef:\n              name: settings\n              key: ^`, others)
      .labels,
    ['app.yaml'],
  );
  assert.deepEqual(completed(`${valueFrom}            secretKeyRef:\n              name: ^`, others).labels, ['token']);
  assert.deepEqual(
    completed(
      `${podHead}  volumes:\n    - name: a\n      secret:\n        secretName: token\n        items:\n          - key: ^`,
      others,
    ).labels,
    ['password'],
  );
  assert.deepEqual(completed(`${podHead}  containers:\n    - image: ^`, others).labels, ['nginx:1.29']);
  const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n';
  assert.deepEqual(
    completed(`${service}  selector:\n    app: web\n  ports:\n    - port: 80\n      targetPort: ^`, others).labels,
    ['http', '80'],
  );
  assert.equal(completed(`${service}  selector:\n    ^`, others).labels[0], 'app');
  assert.deepEqual(completed(`${service}  selector:\n    app: ^`, others).labels, ['web']);
});

test('documentation comes when a proposal is looked at', async () => {
  const item = completed(`${container}      ^`).item('livenessProbe');
  assert.equal(item.documentation, undefined);
  const resolved = await resolveCompletion(item);
  assert.match((resolved.documentation as { value: string }).value, /liveness/i);
});

test('between brackets the commas come with what they separate', () => {
  const json = (spec: string): string => `{\n  "apiVersion": "v1",\n  "kind": "Pod",\n  "spec": {\n${spec}\n  }\n}\n`;
  assert.equal(
    completed(json('    ^\n    "hostname": "a"')).take('hostNetwork'),
    json('    "hostNetwork": ,\n    "hostname": "a"'),
  );
  assert.equal(
    completed(json('    "hostname": "a"\n    ^')).take('restartPolicy'),
    json('    "hostname": "a",\n    "restartPolicy": ""'),
  );
  assert.ok(!completed(json('    ^\n    "hostname": "a"')).labels.includes('hostname'));
});

test('in a large list only the item around the cursor is read, with what names the list', () => {
  const item = (i: number): string =>
    `- apiVersion: v1\n  kind: Pod\n  metadata:\n    name: p${i}\n  spec:\n    volumes:\n    - name: v${i}\n      emptyDir: {}\n    containers:\n    - name: c\n      image: a\n`;
  const items = (cursor: string): string =>
    Array.from({ length: 1000 }, (_, i) => (i === 600 ? `${item(i)}${cursor}` : item(i))).join('');
  assert.deepEqual(
    completed(`apiVersion: v1\nitems:\n${items('      volumeMounts:\n      - name: ^\n')}kind: List\n`).labels,
    ['v600'],
  );
  assert.ok(completed(`apiVersion: v1\nkind: List\nitems:\n${items('    ^\n')}`).labels.includes('restartPolicy'));
  assert.ok(!completed(`apiVersion: v1\nkind: List\nitems:\n${items('    ^\n')}`).labels.includes('volumes'));
});

test('mistakes further up do not matter', () => {
  const slips = ['hostNetwork', 'hostname: "a', 'nodeSelector: {a: b', 'hostname: a: b', '\thostname: a'];
  for (const slip of slips)
    assert.equal(completed(`${podHead}  ${slip}\n  containers:\n    - name: a\n      ^\n`).labels[0], 'image', slip);
  assert.equal(
    completed('apiVersion: v1\nkind: Pod\nmetadata\n  name: x\nspec:\n  containers:\n    - name: a\n      ^\n')
      .labels[0],
    'image',
  );
});

test('names in a fragment, and no fields of a custom resource with the name of a built-in kind', () => {
  assert.deepEqual(
    completed(
      'volumes:\n- name: data\n  emptyDir: {}\ncontainers:\n- name: a\n  image: b\n  volumeMounts:\n  - name: ^\n',
    ).labels,
    ['data'],
  );
  assert.deepEqual(
    completed('apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: a\nspec:\n  ^\n').labels,
    [],
  );
  assert.ok(
    completed(
      'apiVersion: networking.k8s.io/v1beta1\nkind: Ingress\nmetadata:\n  name: a\nspec:\n  ^\n',
    ).labels.includes('rules'),
  );
});
