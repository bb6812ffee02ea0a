import { type ContainerCase, testContainers } from './containers-kit.js';

const http = { httpGet: { port: 80 } };

type ProbeField = 'livenessProbe' | 'readinessProbe' | 'startupProbe';

/** One probe; paths are those below it, and `.` is the probe itself. */
function ofProbe(field: ProbeField, probe: object, ...errors: string[]): ContainerCase {
  return [{ [field]: probe }, ...errors.map((error) => error.replace(' ', ` ${field}.`).replace(/\.\.$/, ''))];
}

const alive = (probe: object, ...errors: string[]): ContainerCase => ofProbe('livenessProbe', probe, ...errors);

testContainers([
  alive(http),
  alive({}, 'Required .'),
  alive({ exec: { command: ['true'] } }),
  alive({ exec: {} }, 'Required exec.command'),
  alive({ exec: { command: [] } }, 'Required exec.command'),
  alive({ ...http, exec: { command: ['true'] } }, 'Forbidden httpGet'),
  alive(
    { httpGet: {}, tcpSocket: { port: 0 }, grpc: { port: 0 } },
    'Invalid httpGet.port',
    'Forbidden tcpSocket',
    'Forbidden grpc',
  ),
  alive({ httpGet: { port: 'http' } }),
  alive({ httpGet: { port: '80' } }, 'Invalid httpGet.port'),
  alive({ httpGet: { port: '' } }, 'Invalid httpGet.port'),
  alive({ httpGet: { port: 65536 } }, 'Invalid httpGet.port'),
  alive({ httpGet: { port: 80, scheme: 'http' } }, 'NotSupported httpGet.scheme'),
  alive(
    {
      httpGet: {
        port: 80,
        httpHeaders: [
          { name: 'X-A', value: 'b' },
          { name: 'X A', value: 'b' },
        ],
      },
    },
    'Invalid httpGet.httpHeaders',
  ),
  alive({ httpGet: { port: 80, httpHeaders: [{ value: 'b' }] } }, 'Invalid httpGet.httpHeaders'),
  alive({ tcpSocket: {} }, 'Invalid tcpSocket.port'),
  alive({ tcpSocket: { port: 'A' } }, 'Invalid tcpSocket.port'),
  alive({ grpc: { port: 9000 } }),
  alive({ grpc: { port: 0 } }, 'Invalid grpc.port'),
  alive(
    { ...http, initialDelaySeconds: -1, timeoutSeconds: -1, periodSeconds: -1, failureThreshold: -1 },
    'Invalid initialDelaySeconds',
    'Invalid timeoutSeconds',
    'Invalid periodSeconds',
    'Invalid failureThreshold',
  ),
  alive({ ...http, successThreshold: 0 }),
  alive({ ...http, successThreshold: 2 }, 'Invalid successThreshold'),
  alive({ ...http, successThreshold: -1 }, 'Invalid successThreshold'),
  alive({ ...http, terminationGracePeriodSeconds: 1 }),
  alive({ ...http, terminationGracePeriodSeconds: 0 }, 'Invalid terminationGracePeriodSeconds'),
  ofProbe('startupProbe', { ...http, successThreshold: 2 }, 'Invalid successThreshold'),
  ofProbe('startupProbe', { ...http, terminationGracePeriodSeconds: 1 }),
  ofProbe('readinessProbe', { ...http, successThreshold: 2 }),
  ofProbe('readinessProbe', { ...http, successThreshold: -1 }, 'Invalid successThreshold'),
  ofProbe('readinessProbe', { ...http, terminationGracePeriodSeconds: 1 }, 'Invalid terminationGracePeriodSeconds'),
]);

/** One preStop hook; paths are those below it, and `.` is the hook itself. */
function beforeStop(preStop: object, ...errors: string[]): ContainerCase {
  return [
    { lifecycle: { preStop } },
    ...errors.map((error) => error.replace(' ', ' lifecycle.preStop.').replace(/\.\.$/, '')),
  ];
}

testContainers([
  [{ lifecycle: {} }],
  [{ lifecycle: { postStart: {} } }, 'Required lifecycle.postStart'],
  beforeStop({}, 'Required .'),
  beforeStop(http),
  beforeStop({ exec: { command: ['true'] }, sleep: { seconds: 1 } }, 'Forbidden sleep'),
  beforeStop({ sleep: { seconds: 30 } }),
  beforeStop({ sleep: { seconds: 0 } }),
  beforeStop({ sleep: { seconds: 31 } }, 'Invalid sleep'),
  beforeStop({ sleep: { seconds: -1 } }, 'Invalid sleep'),
]);
testContainers([beforeStop({ sleep: { seconds: 5 } }, 'Invalid sleep'), beforeStop({ sleep: { seconds: 4 } })], {
  spec: { terminationGracePeriodSeconds: 4 },
});
testContainers([beforeStop({ sleep: { seconds: 0 } }, 'Invalid sleep'), beforeStop({ sleep: { seconds: 1 } })], {
  minor: 32,
});
testContainers([beforeStop({ sleep: { seconds: 1 } }, 'Required .')], { minor: 29 });

const forSidecars = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const;

for (const field of forSidecars) {
  const value = field === 'lifecycle' ? { preStop: http } : http;
  testContainers([[{ [field]: value }, `Forbidden ${field}`], [{ [field]: value, restartPolicy: 'Always' }]], {
    list: 'initContainers',
  });
}
testContainers(
  [
    [
      { livenessProbe: {}, lifecycle: { postStart: {} }, restartPolicy: 'Always' },
      'Required livenessProbe',
      'Required lifecycle.postStart',
    ],
  ],
  { list: 'initContainers' },
);
