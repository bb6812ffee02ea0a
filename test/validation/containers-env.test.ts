import { type ContainerCase, testContainers } from './containers-kit.js';

/** One environment variable as the only one; paths are those below it. */
function ofVariable(fields: object, ...errors: string[]): ContainerCase {
  return [{ env: [{ name: 'A', ...fields }] }, ...errors.map((error) => error.replace(' ', ' env[0].'))];
}

/** The source of a variable's value; paths are those below valueFrom, and `.` is valueFrom itself. */
function ofSource(valueFrom: object, ...errors: string[]): ContainerCase {
  return ofVariable({ valueFrom }, ...errors.map((error) => error.replace(' ', ' valueFrom.').replace(/\.\.$/, '')));
}

testContainers([
  ofVariable({}),
  ofVariable({ name: '' }, 'Required name'),
  ofVariable({ name: '1 a/b:c' }),
  ofVariable({ name: 'a=b' }, 'Invalid name'),
  ofVariable({ name: 'é' }, 'Invalid name'),
  ofVariable({ name: 'a\tb' }, 'Invalid name'),
  [
    {
      env: [
        { name: 'A', value: '1' },
        { name: 'A', value: '2' },
      ],
    },
  ],
  [{ envFrom: [{ prefix: '1 ', configMapRef: { name: 'a' } }] }],
  [{ envFrom: [{ prefix: '=', configMapRef: { name: 'a' } }] }, 'Invalid envFrom[0].prefix'],
]);

testContainers(
  [
    ofVariable({ name: 'a.b-C_1' }),
    ofVariable({ name: '1a' }, 'Invalid name'),
    ofVariable({ name: 'a b' }, 'Invalid name'),
    ofVariable({ name: '.' }, 'Invalid name'),
    ofVariable({ name: '..a' }, 'Invalid name'),
    ofVariable({ name: '.a' }),
    [{ envFrom: [{ prefix: '1', configMapRef: { name: 'a' } }] }, 'Invalid envFrom[0].prefix'],
  ],
  { minor: 30 },
);

testContainers([
  ofVariable({ valueFrom: {} }, 'Invalid valueFrom'),
  ofVariable({ value: '', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } }),
  ofVariable({ value: 'x', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } }, 'Invalid valueFrom'),
  ofSource({ secretKeyRef: { name: 'a', key: 'b' }, configMapKeyRef: { name: 'a', key: 'b' } }, 'Invalid .'),
  ofSource({ secretKeyRef: { key: 'b' } }, 'Invalid secretKeyRef.name'),
  ofSource({ secretKeyRef: { name: 'A', key: 'b' } }, 'Invalid secretKeyRef.name'),
  ofSource({ secretKeyRef: { name: 'a-', key: 'b' } }, 'Invalid secretKeyRef.name'),
  ofSource({ secretKeyRef: { name: 'a' } }, 'Required secretKeyRef.key'),
  ofSource({ configMapKeyRef: { name: 'a', key: 'b/c' } }, 'Invalid configMapKeyRef.key'),
  ofSource({ configMapKeyRef: { name: 'a', key: '..' } }, 'Invalid configMapKeyRef.key'),
  ofSource({ configMapKeyRef: { name: 'a', key: 'b'.repeat(254) } }, 'Invalid configMapKeyRef.key'),
]);

const fieldRef = (fieldPath: string | undefined, ...errors: string[]): ContainerCase =>
  ofSource({ fieldRef: { fieldPath } }, ...errors);

testContainers([
  fieldRef('metadata.name'),
  fieldRef('status.hostIPs'),
  fieldRef('spec.host'),
  fieldRef(undefined, 'Required fieldRef.fieldPath'),
  fieldRef('metadata.labels', 'NotSupported fieldRef.fieldPath'),
  fieldRef('spec.restartPolicy', 'NotSupported fieldRef.fieldPath'),
  fieldRef('spec.containers', 'Invalid fieldRef.fieldPath'),
  fieldRef("metadata.labels['a/b']"),
  fieldRef("metadata.labels['A/b']", 'Invalid fieldRef'),
  fieldRef("metadata.annotations['A/B']"),
  fieldRef("metadata.labels['']", 'Invalid fieldRef'),
  fieldRef("metadata.name['a']", 'Invalid fieldRef.fieldPath'),
  fieldRef("['a']", 'Invalid fieldRef.fieldPath'),
  fieldRef("metadata.labels['a'", 'Invalid fieldRef.fieldPath'),
  ofSource({ fieldRef: { apiVersion: 'v2', fieldPath: 'metadata.name' } }, 'Invalid fieldRef.fieldPath'),
]);

const resourceFieldRef = (fields: object, ...errors: string[]): ContainerCase =>
  ofSource({ resourceFieldRef: { resource: 'limits.cpu', ...fields } }, ...errors);

testContainers([
  resourceFieldRef({}),
  resourceFieldRef({ containerName: 'anything' }),
  resourceFieldRef({ resource: '' }, 'Required resourceFieldRef.resource'),
  resourceFieldRef({ resource: 'cpu' }, 'NotSupported resourceFieldRef.resource'),
  resourceFieldRef({ resource: 'requests.hugepages-anything' }),
  resourceFieldRef({ divisor: '0' }),
  resourceFieldRef({ divisor: '1m' }),
  resourceFieldRef({ divisor: '1000m' }),
  resourceFieldRef({ divisor: '2' }, 'Invalid resourceFieldRef.divisor'),
  resourceFieldRef({ resource: 'limits.memory', divisor: '1m' }, 'Invalid resourceFieldRef.divisor'),
  resourceFieldRef({ resource: 'limits.memory', divisor: '1Mi' }),
  resourceFieldRef({ resource: 'limits.memory', divisor: '1024Ki' }),
  resourceFieldRef({ resource: 'limits.ephemeral-storage', divisor: '1024' }, 'Invalid resourceFieldRef.divisor'),
  resourceFieldRef({ resource: 'limits.hugepages-2Mi', divisor: '2Mi' }, 'Invalid resourceFieldRef.divisor'),
  resourceFieldRef({ resource: 'cpu', divisor: '2' }, 'NotSupported resourceFieldRef.resource'),
]);

const fileKeyRef = (fields: object, ...errors: string[]): ContainerCase =>
  ofSource({ fileKeyRef: { volumeName: 'v', path: 'a.env', key: 'A', ...fields } }, ...errors);
const volumes = [
  { name: 'v', emptyDir: {} },
  { name: 'host', hostPath: { path: '/' } },
];

testContainers(
  [
    fileKeyRef({}),
    fileKeyRef({ key: '' }, 'Required fileKeyRef.key'),
    fileKeyRef({ key: 'a=b' }, 'Invalid fileKeyRef.key'),
    fileKeyRef({ path: '' }, 'Required fileKeyRef.path'),
    fileKeyRef({ path: 'a/../b' }, 'Invalid fileKeyRef.path'),
    fileKeyRef({ path: '/a' }),
    fileKeyRef({ volumeName: 'V' }, 'Invalid fileKeyRef.volumeName', 'NotFound fileKeyRef.volumeName'),
    fileKeyRef({ volumeName: '' }, 'Required fileKeyRef.volumeName', 'NotFound fileKeyRef.volumeName'),
    fileKeyRef({ volumeName: 'host' }, 'Invalid fileKeyRef.volumeName'),
  ],
  { spec: { volumes } },
);
testContainers([fileKeyRef({ key: '' }, 'Invalid .')], { spec: { volumes }, minor: 34 });

testContainers([
  [{ envFrom: [{ configMapRef: { name: 'a-' } }] }],
  [{ envFrom: [{ configMapRef: { name: '-' } }] }, 'Invalid envFrom[0].configMapRef.name'],
  [{ envFrom: [{ configMapRef: {} }] }, 'Required envFrom[0].configMapRef.name'],
  [{ envFrom: [{ secretRef: { name: 'A' } }] }, 'Invalid envFrom[0].secretRef.name'],
  [{ envFrom: [{ secretRef: { name: 'a' } }, {}] }, 'Invalid envFrom'],
  [{ envFrom: [{ secretRef: { name: 'a' }, configMapRef: { name: 'a' } }] }, 'Invalid envFrom'],
]);
