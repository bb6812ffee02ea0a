import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsOf } from '../kit/server-errors.js';
import { type ContainerCase, deployment, sound, testContainers, testSpecs } from './containers-kit.js';

const port = { containerPort: 80 };

/** One port as the only one of its container; paths are those below the port. */
function ofPort(fields: object, ...errors: string[]): ContainerCase {
  return [{ ports: [{ ...port, ...fields }] }, ...errors.map((error) => error.replace(' ', ' ports[0].'))];
}

testContainers([
  ofPort({}),
  ofPort({ name: 'http' }),
  ofPort({ name: 'a-b-1' }),
  ofPort({ name: 'HTTP' }, 'Invalid name'),
  ofPort({ name: '80' }, 'Invalid name'),
  ofPort({ name: 'a--b' }, 'Invalid name'),
  ofPort({ name: '-a' }, 'Invalid name'),
  ofPort({ name: 'a'.repeat(15) }),
  ofPort({ name: 'a'.repeat(16) }, 'Invalid name'),
  ofPort({ containerPort: 0 }, 'Required containerPort'),
  ofPort({ containerPort: undefined }, 'Required containerPort'),
  ofPort({ containerPort: 65535 }),
  ofPort({ containerPort: 65536 }, 'Invalid containerPort'),
  ofPort({ containerPort: -1 }, 'Invalid containerPort'),
  ofPort({ hostPort: 0 }),
  ofPort({ hostPort: 65536 }, 'Invalid hostPort'),
  ofPort({ hostPort: -1 }, 'Invalid hostPort'),
  ofPort({ hostIP: 'anything' }),
  ofPort({ protocol: 'SCTP' }),
  ofPort({ protocol: 'tcp' }, 'NotSupported protocol'),
  [
    {
      ports: [
        { ...port, name: 'a' },
        { ...port, name: 'a' },
      ],
    },
    'Duplicate ports[1].name',
  ],
  [
    {
      ports: [
        { ...port, name: 'A' },
        { ...port, name: 'A' },
      ],
    },
    'Invalid ports[0].name',
    'Invalid ports[1].name',
  ],
  [{ ports: [port, port] }],
  [
    {
      ports: [
        { ...port, hostPort: 80 },
        { ...port, hostPort: 80 },
      ],
    },
    'Duplicate ports[1].hostPort',
  ],
  [
    {
      ports: [
        { ...port, hostPort: 80 },
        { ...port, hostPort: 80, protocol: 'UDP' },
      ],
    },
  ],
  [
    {
      ports: [
        { ...port, hostPort: 80 },
        { ...port, hostPort: 80, hostIP: '127.0.0.1' },
      ],
    },
  ],
]);

const onHost = (containerPort: number, hostPort?: number): object => ({
  ...sound,
  ports: [{ containerPort, hostPort }],
});

testSpecs([
  [
    'two containers on a port of the node',
    { containers: [onHost(80, 80), { ...onHost(81, 80), name: 'd' }] },
    'Duplicate containers[1].ports[0].hostPort',
  ],
  [
    'a container and an init container on a port of the node',
    { containers: [onHost(80, 80)], initContainers: [{ ...onHost(80, 80), name: 'i' }] },
  ],
  [
    'the second init container with a port twice, reported on the first',
    {
      containers: [sound],
      initContainers: [
        { name: 'i', image: 'a' },
        {
          name: 'j',
          image: 'a',
          ports: [
            { ...port, hostPort: 1 },
            { ...port, hostPort: 1 },
          ],
        },
      ],
    },
    'Duplicate initContainers[0].ports[1].hostPort',
  ],
  ['hostNetwork without hostPort, which is filled in', { hostNetwork: true, containers: [onHost(80)] }],
  ['hostNetwork with an equal hostPort', { hostNetwork: true, containers: [onHost(80, 80)] }],
  [
    'hostNetwork with another hostPort',
    { hostNetwork: true, containers: [onHost(80, 81)] },
    'Invalid containers[0].ports[0].hostPort',
  ],
  [
    'hostNetwork with another hostPort in an init container',
    { hostNetwork: true, containers: [sound], initContainers: [{ ...onHost(80, 81), name: 'i' }] },
  ],
]);

test('in a template with hostNetwork only a hostPort that differs is wrong', () => {
  assert.deepEqual(errorsOf(deployment({ hostNetwork: true, containers: [onHost(80)] })), []);
  assert.deepEqual(errorsOf(deployment({ hostNetwork: true, containers: [onHost(80, 81)] })), [
    'FieldValueInvalid spec.template.spec.containers[0].ports[0].hostPort',
  ]);
});
