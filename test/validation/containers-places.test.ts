import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findKindByName } from '@podlint/model';
import { validateCreate } from '@podlint/kinds';
import { pod, sound } from './containers-kit.js';

interface Places {
  /** Where the mistake sits, when the server names another field. */
  readonly at?: string;
  readonly related?: readonly string[];
}

const kind = findKindByName('Pod')!;
const volumes = [{ name: 'v', emptyDir: {} }];

/** What is wrong with the Pod, and where the first of its errors leads the user; paths are those below spec. */
const cases: readonly (readonly [title: string, spec: object, field: string, places: Places])[] = [
  [
    'the other container of the name',
    { containers: [sound, sound] },
    'containers[1].name',
    { related: ['containers[0].name'] },
  ],
  [
    'the container that an init container is named like',
    { containers: [sound], initContainers: [sound] },
    'initContainers[0].name',
    { related: ['containers[0].name'] },
  ],
  [
    'the list of volumes',
    { containers: [{ ...sound, volumeMounts: [{ name: 'x', mountPath: '/x' }] }] },
    'containers[0].volumeMounts[0].name',
    { related: ['volumes'] },
  ],
  [
    'the mount with the bad subPath',
    { volumes, containers: [{ ...sound, volumeMounts: [{ name: 'v', mountPath: '/x', subPath: '..' }] }] },
    'containers[0].volumeMounts.subPath',
    { at: 'containers[0].volumeMounts[0].subPath' },
  ],
  [
    'the limit that a request is above',
    { containers: [{ ...sound, resources: { requests: { cpu: '2' }, limits: { cpu: '1' } } }] },
    'containers[0].resources.requests',
    { at: 'containers[0].resources.requests[cpu]', related: ['containers[0].resources.limits[cpu]'] },
  ],
  [
    'the init container that takes a port twice',
    {
      containers: [sound],
      initContainers: [
        { ...sound, name: 'i' },
        {
          ...sound,
          name: 'j',
          ports: [
            { containerPort: 1, hostPort: 1 },
            { containerPort: 1, hostPort: 1 },
          ],
        },
      ],
    },
    'initContainers[0].ports[1].hostPort',
    { at: 'initContainers[1].ports[1].hostPort', related: ['initContainers[1].ports[0].hostPort'] },
  ],
  [
    'the entry of envFrom without a source',
    { containers: [{ ...sound, envFrom: [{ configMapRef: { name: 'a' } }, {}] }] },
    'containers[0].envFrom',
    { at: 'containers[0].envFrom[1]' },
  ],
  [
    'the capability that contradicts allowPrivilegeEscalation',
    {
      containers: [
        {
          ...sound,
          securityContext: { allowPrivilegeEscalation: false, capabilities: { add: ['A', 'CAP_SYS_ADMIN'] } },
        },
      ],
    },
    'containers[0].securityContext',
    {
      at: 'containers[0].securityContext.allowPrivilegeEscalation',
      related: ['containers[0].securityContext.capabilities.add[1]'],
    },
  ],
];

for (const [title, spec, field, { at, related = [] }] of cases) {
  test(`an error leads to ${title}`, () => {
    const [error] = validateCreate(kind, structuredClone(pod(spec)), 36).errors;
    assert.equal(String(error?.field), `spec.${field}`);
    assert.equal(error?.at && String(error.at), at && `spec.${at}`);
    assert.deepEqual(
      (error?.related ?? []).map((place) => String(place.field)),
      related.map((path) => `spec.${path}`),
    );
  });
}
