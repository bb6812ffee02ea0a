import { type ContainerCase, testContainers } from './containers-kit.js';

const rule = { action: 'Restart', exitCodes: { operator: 'In', values: [42] } };

/** A container that restarts by rules of its own; paths are those below it. */
function ruled(restartPolicyRules: readonly object[], ...errors: string[]): ContainerCase {
  return [
    { restartPolicy: 'Never', restartPolicyRules },
    ...errors.map((error) => error.replace(' ', ' restartPolicyRules')),
  ];
}

const cases: readonly ContainerCase[] = [
  ruled([rule]),
  ruled([{ ...rule, action: 'RestartAllContainers' }]),
  ruled([{ ...rule, action: 'Stop' }], 'NotSupported [0].action'),
  ruled([{ exitCodes: rule.exitCodes }], 'NotSupported [0].action'),
  ruled([{ action: 'Restart' }], 'Required [0].exitCodes'),
  ruled([{ action: 'Restart', exitCodes: {} }], 'NotSupported [0].exitCodes.operator'),
  ruled(
    [{ action: 'Restart', exitCodes: { operator: 'NotIn', values: Array.from({ length: 256 }, (_, i) => i) } }],
    'TooMany [0].exitCodes.values',
  ),
  ruled(Array.from({ length: 20 }, () => rule)),
  ruled(
    Array.from({ length: 21 }, () => rule),
    'TooMany ',
  ),
  [{ restartPolicyRules: [rule] }, 'Required restartPolicy'],
  [{ restartPolicy: 'OnFailure' }],
  [{ restartPolicy: 'Sometimes' }, 'NotSupported restartPolicy'],
  [{ restartPolicy: '' }, 'NotSupported restartPolicy'],
];

testContainers(cases);
testContainers([[{ restartPolicy: 'Always', restartPolicyRules: [rule] }]]);
testContainers(cases, { list: 'initContainers' });
testContainers([[{ restartPolicy: 'Always', restartPolicyRules: [rule] }]], { list: 'initContainers' });

testContainers(
  [
    ruled(
      Array.from({ length: 21 }, () => rule),
      'TooLong ',
    ),
    ruled([{ ...rule, action: 'RestartAllContainers' }], 'NotSupported [0].action'),
  ],
  { minor: 35 },
);
testContainers([[{ restartPolicy: 'Always', restartPolicyRules: [rule] }, 'Forbidden restartPolicyRules']], {
  list: 'initContainers',
  minor: 35,
});

// In 1.34 the gate is off, and the fields are dropped; before, the server knew the policy but not the rules.
testContainers([[{ restartPolicy: 'Sometimes', restartPolicyRules: [{}] }]], { minor: 34 });
testContainers([[{ restartPolicy: 'Sometimes', restartPolicyRules: [{}] }]], { list: 'initContainers', minor: 34 });
testContainers([[{ restartPolicy: 'Always' }, 'Forbidden restartPolicy']], { minor: 33 });
testContainers([[{ restartPolicy: 'Always' }], [{ restartPolicy: 'Never' }, 'NotSupported restartPolicy']], {
  list: 'initContainers',
  minor: 33,
});

testContainers(
  [
    [{}],
    [{ targetContainerName: 'main' }],
    [{ targetContainerName: 'other' }, 'NotFound targetContainerName'],
    [{ name: 'main' }, 'Duplicate name'],
    [{ image: ' a' }, 'Invalid image'],
    [{ ports: [] }, 'Forbidden ports'],
    [{ ports: [{}] }, 'Forbidden ports', 'Required ports[0].containerPort'],
    [{ resources: {} }],
    [{ resources: { limits: {} } }, 'Forbidden resources'],
    [{ resources: { requests: { cpu: '1' } } }, 'Forbidden resources'],
    [{ resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }] }, 'Forbidden resizePolicy'],
    [
      { restartPolicy: 'Always', restartPolicyRules: [rule] },
      'Forbidden restartPolicy',
      'Forbidden restartPolicyRules',
    ],
    [
      { lifecycle: {}, livenessProbe: {}, readinessProbe: {}, startupProbe: {} },
      'Forbidden lifecycle',
      'Forbidden livenessProbe',
      'Forbidden readinessProbe',
      'Forbidden startupProbe',
    ],
    [{ volumeMounts: [{ name: 'v', mountPath: '/v' }], stdin: true, tty: true, securityContext: { privileged: true } }],
    [
      {
        volumeMounts: [
          { name: 'v', mountPath: '/v', subPath: 'a' },
          { name: 'v', mountPath: '/w', subPathExpr: 'a' },
        ],
      },
      'Forbidden volumeMounts[0].subPath',
      'Forbidden volumeMounts[1].subPathExpr',
    ],
  ],
  { list: 'ephemeralContainers', spec: { volumes: [{ name: 'v', emptyDir: {} }] } },
);
