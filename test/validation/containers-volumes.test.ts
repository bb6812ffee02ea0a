import { type ContainerCase, testContainers } from './containers-kit.js';

const volumes = [
  { name: 'v', emptyDir: {} },
  { name: 'w', emptyDir: {} },
  { name: 'claim', persistentVolumeClaim: { claimName: 'c' } },
  { name: 'Broken', emptyDir: {} },
];
const surroundings = { spec: { volumes: volumes.slice(0, 3) } };

/** One mount as the only one; paths are those below it. */
function ofMount(fields: object, ...errors: string[]): ContainerCase {
  return [
    { volumeMounts: [{ name: 'v', mountPath: '/v', ...fields }] },
    ...errors.map((error) => error.replace(' ', ' volumeMounts[0].')),
  ];
}

testContainers(
  [
    ofMount({}),
    ofMount({ name: '' }, 'Required name', 'NotFound name'),
    ofMount({ name: 'x' }, 'NotFound name'),
    ofMount({ mountPath: '' }, 'Required mountPath'),
    ofMount({ mountPath: 'relative:..' }),
    ofMount({ subPath: 'a/b' }),
    ofMount({ subPathExpr: '$(A)/b' }),
    [
      {
        volumeMounts: [
          { name: 'v', mountPath: '/a' },
          { name: 'v', mountPath: '/b' },
        ],
      },
    ],
    [
      {
        volumeMounts: [
          { name: 'v', mountPath: '/a' },
          { name: 'w', mountPath: '/a' },
        ],
      },
      'Invalid volumeMounts[1].mountPath',
    ],
    [
      {
        volumeMounts: [
          { name: 'v', mountPath: '/a' },
          { name: 'w', mountPath: '/a/' },
        ],
      },
    ],
  ],
  surroundings,
);

// The server reports these on the list, without the index of the mount.
testContainers(
  [
    [{ volumeMounts: [{ name: 'v', mountPath: '/a', subPath: '/b' }] }, 'Invalid volumeMounts.subPath'],
    [{ volumeMounts: [{ name: 'v', mountPath: '/a', subPath: 'a/../b' }] }, 'Invalid volumeMounts.subPath'],
    [{ volumeMounts: [{ name: 'v', mountPath: '/a', subPathExpr: '..' }] }, 'Invalid volumeMounts.subPathExpr'],
    [
      { volumeMounts: [{ name: 'v', mountPath: '/a', subPath: 'a', subPathExpr: 'b' }] },
      'Invalid volumeMounts[0].subPathExpr',
    ],
    [{ volumeMounts: [{ name: 'v', mountPath: '/a', mountPropagation: 'HostToContainer' }] }],
    [
      { volumeMounts: [{ name: 'v', mountPath: '/a', mountPropagation: 'Both' }] },
      'NotSupported volumeMounts.mountPropagation',
    ],
    [
      { volumeMounts: [{ name: 'v', mountPath: '/a', mountPropagation: 'Bidirectional' }] },
      'Forbidden volumeMounts.mountPropagation',
    ],
    [
      {
        volumeMounts: [{ name: 'v', mountPath: '/a', mountPropagation: 'Bidirectional' }],
        securityContext: { privileged: true },
      },
    ],
    [{ volumeMounts: [{ name: 'v', mountPath: '/a', recursiveReadOnly: 'Disabled' }] }],
    [
      { volumeMounts: [{ name: 'v', mountPath: '/a', recursiveReadOnly: 'Always' }] },
      'NotSupported volumeMounts.recursiveReadOnly',
    ],
    [
      { volumeMounts: [{ name: 'v', mountPath: '/a', recursiveReadOnly: 'Enabled' }] },
      'Forbidden volumeMounts.recursiveReadOnly',
    ],
    [{ volumeMounts: [{ name: 'v', mountPath: '/a', recursiveReadOnly: 'IfPossible', readOnly: true }] }],
    [
      {
        volumeMounts: [
          { name: 'v', mountPath: '/a', recursiveReadOnly: 'Enabled', readOnly: true, mountPropagation: 'None' },
        ],
      },
    ],
    [
      {
        volumeMounts: [
          {
            name: 'v',
            mountPath: '/a',
            recursiveReadOnly: 'Enabled',
            readOnly: true,
            mountPropagation: 'HostToContainer',
          },
        ],
      },
      'Forbidden volumeMounts.recursiveReadOnly',
    ],
  ],
  surroundings,
);
testContainers([[{ volumeMounts: [{ name: 'v', mountPath: '/a', recursiveReadOnly: 'Always' }] }]], {
  ...surroundings,
  minor: 30,
});

testContainers(
  [
    [
      { volumeMounts: [{ name: 'Broken', mountPath: '/a' }] },
      'NotFound volumeMounts[0].name',
      'Invalid /spec.volumes[3].name',
    ],
  ],
  { spec: { volumes } },
);

/** One device as the only one; paths are those below it. */
function ofDevice(fields: object, ...errors: string[]): ContainerCase {
  return [
    { volumeDevices: [{ name: 'claim', devicePath: '/dev/a', ...fields }] },
    ...errors.map((error) => error.replace(' ', ' volumeDevices[0].')),
  ];
}

const claim = { name: 'claim', devicePath: '/dev/a' };

testContainers(
  [
    ofDevice({}),
    ofDevice({ name: '' }, 'Required name', 'NotFound name'),
    ofDevice({ name: 'x' }, 'NotFound name'),
    ofDevice({ name: 'v' }, 'Invalid name'),
    ofDevice({ devicePath: '' }, 'Required devicePath'),
    ofDevice({ devicePath: '/dev/../a' }, 'Invalid devicePath'),
    [{ volumeDevices: [claim, { ...claim, devicePath: '/dev/b' }] }, 'Invalid volumeDevices[1].name'],
    [
      { volumeDevices: [claim, { ...claim, name: 'v' }] },
      'Invalid volumeDevices[1].name',
      'Invalid volumeDevices[1].devicePath',
    ],
    [
      { volumeDevices: [claim], volumeMounts: [{ name: 'claim', mountPath: '/b' }] },
      'Invalid volumeDevices[0].name',
      'Invalid volumeMounts[0].name',
    ],
    [
      { volumeDevices: [claim], volumeMounts: [{ name: 'v', mountPath: '/dev/a' }] },
      'Invalid volumeDevices[0].devicePath',
      'Invalid volumeMounts[0].mountPath',
    ],
    // Only the last path of a volume that is mounted twice is compared.
    [
      {
        volumeDevices: [claim],
        volumeMounts: [
          { name: 'v', mountPath: '/dev/a' },
          { name: 'v', mountPath: '/b' },
        ],
      },
      'Invalid volumeMounts[0].mountPath',
    ],
  ],
  surroundings,
);
