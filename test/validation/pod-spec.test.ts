import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsOf, fieldErrorsOf } from '../kit/server-errors.js';
import { type Fields, testSpecs, workload } from './workload-kit.js';

const long = (length: number): string => 'a'.repeat(length);

// Lifetime and names of other objects.
testSpecs('Pod', [
  [{}],
  [{ restartPolicy: 'OnFailure' }],
  [{ restartPolicy: '' }],
  [{ restartPolicy: 'UnknowPolicy' }, 'NotSupported restartPolicy'],
  [{ activeDeadlineSeconds: 1 }],
  [{ activeDeadlineSeconds: 2147483647 }],
  [{ activeDeadlineSeconds: 0 }, 'Invalid activeDeadlineSeconds'],
  [{ activeDeadlineSeconds: -30 }, 'Invalid activeDeadlineSeconds'],
  [{ activeDeadlineSeconds: 2147483648 }, 'Invalid activeDeadlineSeconds'],
  [{ terminationGracePeriodSeconds: -1 }],
  [{ serviceAccountName: 'acct' }],
  [{ serviceAccountName: '' }],
  [{ serviceAccountName: 'invalidName' }, 'Invalid serviceAccountName'],
  [{ serviceAccount: 'invalidName' }, 'Invalid serviceAccountName'],
  [{ serviceAccountName: 'fine', serviceAccount: 'invalidName' }],
  [{ nodeName: 'a.b' }],
  [{ nodeName: 'a_b' }, 'Invalid nodeName'],
  [{ priorityClassName: '' }],
  [{ priorityClassName: 'High' }, 'Invalid priorityClassName'],
  [{ runtimeClassName: 'gvisor' }],
  [{ runtimeClassName: '' }, 'Invalid runtimeClassName'],
  [{ runtimeClassName: 'invalid/sandbox' }, 'Invalid runtimeClassName'],
  [{ preemptionPolicy: 'Never' }],
  [{ preemptionPolicy: '' }, 'Required preemptionPolicy'],
  [{ preemptionPolicy: 'Always' }, 'NotSupported preemptionPolicy'],
  [{ imagePullSecrets: [{}, { name: 'A' }] }],
]);

// Names and DNS.
testSpecs('Pod', [
  [{ hostname: 'bar', subdomain: 'foo' }],
  [{ hostname: 'a.b' }, 'Invalid hostname'],
  [{ hostname: long(64) }, 'Invalid hostname'],
  [{ subdomain: '-a' }, 'Invalid subdomain'],
  [{ hostnameOverride: 'a.b' }],
  [{ hostnameOverride: '' }, 'Invalid hostnameOverride'],
  [{ hostnameOverride: `${long(60)}.abc` }],
  [{ hostnameOverride: `${long(60)}.abcd` }, 'TooLong hostnameOverride'],
  [
    { hostnameOverride: 'A', setHostnameAsFQDN: true, hostNetwork: true },
    'Invalid hostnameOverride',
    'Forbidden hostnameOverride',
  ],
  [{ hostnameOverride: 'a', setHostnameAsFQDN: false }],
  [{ dnsPolicy: 'Default' }],
  [{ dnsPolicy: 'ClusterFirstWithHostNet' }],
  [{ dnsPolicy: 'Invalid' }, 'NotSupported dnsPolicy'],
  [{ dnsPolicy: 'None' }, 'Required dnsConfig'],
  [{ dnsPolicy: 'None', dnsConfig: { searches: ['A B'] } }, 'Required dnsConfig.nameservers'],
  [{ dnsPolicy: 'None', dnsConfig: { nameservers: ['127.0.0.1', '10.0.0.10', '8.8.8.8'] } }],
  [{ dnsConfig: { nameservers: ['::1', 'FE80:0:0:0:0:0:0:0abc', '2001:db8::1.2.3.4'] } }],
  [{ dnsConfig: { nameservers: ['127.0.0.1', '10.0.0.10', '8.8.8.8', '8.8.4.4'] } }, 'Invalid dnsConfig.nameservers'],
  [
    { dnsConfig: { nameservers: ['invalid', '1.2.3', '1.2.3.256', 'fe80::1%eth0', ':::', '1::2::3'] } },
    'Invalid dnsConfig.nameservers',
    ...[0, 1, 2, 3, 4, 5].map((i) => `Invalid dnsConfig.nameservers[${i}]`),
  ],
  [
    { dnsConfig: { nameservers: ['010.0.0.1', '::ffff:1.2.3.4', '00001::'] } },
    ...[0, 1, 2].map((i) => `Invalid dnsConfig.nameservers[${i}]`),
  ],
  [{ dnsConfig: { searches: ['custom', 'mydomain.com', 'local.', 'sub_domain.a', '.'] } }],
  [{ dnsConfig: { searches: ['A', 'a..b', '-'] } }, ...[0, 1, 2].map((i) => `Invalid dnsConfig.searches[${i}]`)],
  [{ dnsConfig: { searches: new Array(32).fill('a') } }],
  [{ dnsConfig: { searches: new Array(33).fill('a') } }, 'Invalid dnsConfig.searches'],
  [{ dnsConfig: { searches: new Array(9).fill(new Array(4).fill(long(60)).join('.')) } }, 'Invalid dnsConfig.searches'],
  [{ dnsConfig: { options: [{ name: 'ndots', value: '5' }, { value: '5' }] } }, 'Required dnsConfig.options[1]'],
  [{ hostAliases: [{ ip: '12.34.56.78', hostnames: ['host1', 'host2'] }] }],
  [{ hostAliases: [{ hostnames: ['@#$^#@#$'] }] }, 'Invalid hostAliases[0].ip', 'Invalid hostAliases[0].hostnames[0]'],
]);

testSpecs(
  'Pod',
  [[{ hostAliases: [{ hostnames: ['A'] }] }, 'Invalid hostAliases.ip', 'Invalid hostAliases.hostnames']],
  29,
);
testSpecs(
  'Pod',
  [
    [
      { dnsConfig: { searches: ['.', 'a_b'], nameservers: ['010.0.0.1', '::ffff:1.2.3.4'] } },
      'Invalid dnsConfig.searches[0]',
      'Invalid dnsConfig.searches[1]',
    ],
  ],
  32,
);

test('an alias is placed at its own index where the server names none', () => {
  const [error] = fieldErrorsOf(workload('Pod', { hostAliases: [{ ip: '1.1.1.1' }, { ip: 'x' }] }), 29);
  assert.equal(String(error?.at), 'spec.hostAliases[1].ip');
});

// Namespaces that are shared with the node.
testSpecs('Pod', [
  [{ shareProcessNamespace: true }],
  [{ shareProcessNamespace: true, hostPID: true }, 'Invalid securityContext.shareProcessNamespace'],
  [{ hostUsers: false }],
  [
    { hostUsers: false, hostNetwork: true, hostPID: true, hostIPC: true },
    'Forbidden hostNetwork',
    'Forbidden HostPID',
    'Forbidden HostIPC',
  ],
  [{ hostUsers: true, hostNetwork: true, hostPID: true, hostIPC: true }],
]);

const device = {
  containers: [{ name: 'c', image: 'a', volumeDevices: [{ name: 'v', devicePath: '/dev/a' }] }],
  volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'a' } }],
  hostUsers: false,
};
testSpecs('Pod', [[device, 'Forbidden containers[0].volumeDevices']]);
testSpecs('Pod', [[device]], 33);

// The security context.
testSpecs('Pod', [
  [{ securityContext: { fsGroup: 0, runAsUser: 2147483647, runAsGroup: 1, supplementalGroups: [] } }],
  [
    { securityContext: { fsGroup: -1, runAsUser: 2147483648, runAsGroup: -1, supplementalGroups: [1, -2] } },
    'Invalid securityContext.fsGroup',
    'Invalid securityContext.runAsUser',
    'Invalid securityContext.runAsGroup',
    'Invalid securityContext.supplementalGroups[1]',
  ],
  [
    {
      securityContext: {
        fsGroupChangePolicy: 'Always',
        supplementalGroupsPolicy: 'Strict',
        seLinuxChangePolicy: 'Recursive',
      },
    },
  ],
  [
    {
      securityContext: {
        fsGroupChangePolicy: '',
        supplementalGroupsPolicy: 'strict',
        seLinuxChangePolicy: 'MountOption',
      },
    },
    'NotSupported securityContext.fsGroupChangePolicy',
    'NotSupported securityContext.supplementalGroupsPolicy',
    'NotSupported securityContext.seLinuxChangePolicy',
  ],
  [
    { securityContext: { seccompProfile: {}, appArmorProfile: { type: 'Localhost' } } },
    'Required securityContext.seccompProfile.type',
    'Required securityContext.appArmorProfile.localhostProfile',
  ],
  [
    { securityContext: { windowsOptions: { runAsUserName: '' } } },
    'Invalid securityContext.windowsOptions.runAsUserName',
  ],
]);

const sysctl = (...names: string[]): Fields => ({
  securityContext: { sysctls: names.map((name) => ({ name, value: '1' })) },
});
testSpecs('Pod', [
  [sysctl('a', 'a-b', 'a.b', 'a/b', 'kernel.shm_rmid_forced', 'net.ipv4.conf.eno2/100.rp_filter')],
  [
    sysctl('', 'i=', '-a', 'a..b', long(254)),
    'Required securityContext.sysctls[0].name',
    ...[1, 2, 3, 4].map((i) => `Invalid securityContext.sysctls[${i}].name`),
  ],
  [sysctl('a.b', 'a.b', 'a/b'), 'Duplicate securityContext.sysctls[1].name'],
  [
    { ...sysctl('net.ipv4.ip_local_port_range', 'net/ipv4/tcp_syncookies', 'kernel.msgmax', 'net'), hostNetwork: true },
    'Invalid securityContext.sysctls[0].name',
    'Invalid securityContext.sysctls[1].name',
  ],
  [
    {
      ...sysctl('kernel.shmmax', 'fs.mqueue.msg_max', 'fs/mqueue/msg_max', 'net.a', 'kernel.shmx', 'fs.mqueue'),
      hostIPC: true,
    },
    ...[0, 1, 2].map((i) => `Invalid securityContext.sysctls[${i}].name`),
  ],
]);

// The operating system.
const windows = { os: { name: 'windows' } };
testSpecs('Pod', [
  [{ os: {} }, 'Required os.name'],
  [{ os: { name: 'dummyOS' } }, 'NotSupported os'],
  [{ os: { name: 'linux' }, securityContext: { windowsOptions: {} } }, 'Forbidden securityContext.windowsOptions'],
  [
    { os: { name: 'linux' }, containers: [{ name: 'c', image: 'a', securityContext: { windowsOptions: {} } }] },
    'Forbidden containers[0].securityContext.windowsOptions',
  ],
  [{ ...windows, hostPID: false, hostIPC: false, securityContext: { windowsOptions: {}, sysctls: [] } }],
  [
    { ...windows, hostPID: true, hostIPC: true, shareProcessNamespace: false, hostUsers: true },
    'Forbidden hostPID',
    'Forbidden hostIPC',
    'Forbidden shareProcessNamespace',
    'Forbidden hostUsers',
  ],
  [
    {
      ...windows,
      securityContext: { supplementalGroups: [], sysctls: [{ name: 'a' }], fsGroup: 1, seLinuxOptions: {} },
    },
    ...['supplementalGroups', 'sysctls', 'fsGroup', 'seLinuxOptions'].map(
      (field) => `Forbidden securityContext.${field}`,
    ),
  ],
  [
    {
      ...windows,
      initContainers: [
        {
          name: 'i',
          image: 'a',
          securityContext: { capabilities: {}, privileged: false, runAsUser: 1, readOnlyRootFilesystem: false },
        },
      ],
    },
    ...['capabilities', 'privileged', 'runAsUser', 'readOnlyRootFilesystem'].map(
      (field) => `Forbidden initContainers[0].securityContext.${field}`,
    ),
  ],
  [{ ...windows, resources: { limits: { cpu: '1' } } }, 'Forbidden resources'],
]);

const hostProcess = (value?: boolean): Fields => ({
  securityContext: { windowsOptions: value === undefined ? {} : { hostProcess: value } },
});
const pair = (first: Fields, second: Fields): Fields => ({
  containers: [
    { name: 'a', image: 'a', ...first },
    { name: 'b', image: 'a', ...second },
  ],
});
testSpecs('Pod', [
  [{ ...hostProcess(true), hostNetwork: true }],
  [hostProcess(true), 'Invalid hostNetwork'],
  [hostProcess(false)],
  [{ ...pair(hostProcess(true), hostProcess(true)), hostNetwork: true }],
  [{ ...pair(hostProcess(true), {}), hostNetwork: true }, 'Invalid'],
  [
    { ...pair(hostProcess(true), hostProcess(false)), ...hostProcess(true), hostNetwork: true },
    'Invalid',
    'Invalid containers[1].securityContext.windowsOptions.hostProcess',
  ],
  [
    { ...pair(hostProcess(false), hostProcess(false)), ...hostProcess(true) },
    ...[0, 1].map((i) => `Invalid containers[${i}].securityContext.windowsOptions.hostProcess`),
  ],
]);

// Claims, resources of the pod, overhead.
testSpecs('Pod', [
  [
    {
      resourceClaims: [
        { name: 'a', resourceClaimName: 'b' },
        { name: 'c', resourceClaimTemplateName: 'b.c' },
      ],
    },
  ],
  [
    { resourceClaims: [{}, { name: 'a', resourceClaimName: 'b', resourceClaimTemplateName: 'c' }] },
    'Required resourceClaims[0].name',
    'Invalid resourceClaims[0]',
    'Invalid resourceClaims[1]',
  ],
  [
    {
      resourceClaims: [
        { name: 'a', resourceClaimName: '../b' },
        { name: 'a', resourceClaimTemplateName: '' },
      ],
    },
    'Invalid resourceClaims[0].resourceClaimName',
    'Duplicate resourceClaims[1].name',
    'Invalid resourceClaims[1].resourceClaimTemplateName',
  ],
  [{ resourceClaims: [{ name: '../b', resourceClaimName: 'b' }] }, 'Invalid resourceClaims[0].name'],
  [{ overhead: { cpu: '10', memory: '10G' } }],
  [{ overhead: { 'my.org': '10m' } }, 'Invalid overhead.limits[my.org]'],
  [{ overhead: { 'hugepages-2Mi': '2Mi' } }, 'Forbidden overhead'],
]);

const using = (resources: Fields, list = 'containers', more: Fields = {}): Fields => ({
  containers: [{ name: 'c', image: 'a' }],
  [list]: [{ name: 'a', image: 'a', resources, ...more }],
});
testSpecs('Pod', [
  [{ ...using({ requests: { cpu: '2' } }), resources: { requests: { cpu: '2' } } }],
  [{ ...using({ requests: { cpu: '3' } }), resources: { requests: { cpu: '2' } } }, 'Invalid resources.requests[cpu]'],
  [
    { ...using({ requests: { cpu: '3' } }, 'initContainers'), resources: { requests: { cpu: '2' } } },
    'Invalid resources.requests[cpu]',
  ],
  [
    { ...using({ limits: { cpu: '3' } }), resources: { requests: { cpu: '4' }, limits: { cpu: '2' } } },
    'Invalid resources.requests',
    'Invalid resources.containers[0][cpu].limits',
  ],
  [{ resources: { limits: { 'nvidia.com/gpu': '1' } } }, 'NotSupported resources.limits[nvidia.com/gpu]'],
  [{ resources: { claims: [] } }, 'Forbidden resources.claims'],
  [
    {
      ...using({ limits: { 'hugepages-2Mi': '4Mi', cpu: '1' } }),
      resources: { limits: { 'hugepages-2Mi': '2Mi', cpu: '1' } },
    },
    'Invalid resources.requests[hugepages-2Mi]',
    'Invalid resources.limits[hugepages-2Mi]',
    'Invalid resources.containers[0][hugepages-2Mi].limits',
  ],
]);
testSpecs('Pod', [[{ resources: { limits: { foo: '-1' } } }]], 33);

// What the server reads in annotations.
const annotated = (annotations: Fields, spec: Fields = {}, minor = 36): string[] =>
  errorsOf(workload('Pod', spec, { annotations }), minor);
const toleration = 'scheduler.alpha.kubernetes.io/tolerations';

test('a mirror pod names its node, and claims nothing', () => {
  const mirror = { 'kubernetes.io/config.mirror': '' };
  assert.deepEqual(annotated(mirror), ['FieldValueInvalid metadata.annotations[kubernetes.io/config.mirror]']);
  assert.deepEqual(annotated(mirror, { nodeName: 'n' }), []);
  assert.deepEqual(annotated(mirror, { nodeName: 'n', resourceClaims: [{ name: 'A' }] }), ['FieldValueForbidden ']);
  const token = {
    nodeName: 'n',
    volumes: [{ name: 'v', projected: { sources: [{ serviceAccountToken: { path: 'a' } }] } }],
  };
  assert.deepEqual(annotated(mirror, token), [
    'FieldValueForbidden spec.volumes[0].projected.sources[0].serviceAccountToken',
  ]);
  assert.deepEqual(annotated(mirror, { ...token, serviceAccountName: 'a' }), []);
});

test('the cost of deletion is a number of 32 bits', () => {
  const key = 'controller.kubernetes.io/pod-deletion-cost';
  for (const cost of ['0', '-1', '-007', '2147483647']) assert.deepEqual(annotated({ [key]: cost }), [], cost);
  for (const cost of ['', '+1', '01', '1.5', '-', '2147483648', 'text'])
    assert.deepEqual(annotated({ [key]: cost }), [`FieldValueInvalid metadata.annotations[${key}]`], cost);
});

test('tolerations in an annotation', () => {
  for (const text of ['', 'null', '[]', '[{"key":"a","value":"b","Effect":"NoExecute","TOLERATIONSECONDS":60}]'])
    assert.deepEqual(annotated({ [toleration]: text }), [], text);
  for (const text of ['x', '{}', '[1]', '[{"key":1}]', '[{"tolerationSeconds":1.5}]', '[[]]'])
    assert.deepEqual(annotated({ [toleration]: text }), ['FieldValueInvalid metadata.annotations'], text);
  assert.deepEqual(annotated({ [toleration]: '[{"operator":"Equal"},{"key":"a","effect":"b"}]' }), [
    `FieldValueInvalid metadata.annotations.${toleration}[0].operator`,
    `FieldValueNotSupported metadata.annotations.${toleration}[1].effect`,
  ]);
  assert.deepEqual(annotated({ [toleration]: '[null]' }), [
    `FieldValueInvalid metadata.annotations.${toleration}[0].operator`,
  ]);
});

test('seccomp profiles in annotations', () => {
  const key = 'seccomp.security.alpha.kubernetes.io/pod';
  for (const profile of ['runtime/default', 'docker/default', 'unconfined', 'localhost/a/b'])
    assert.deepEqual(annotated({ [key]: profile }), [], profile);
  for (const profile of ['', 'localhost//a', 'localhost/../a', 'other'])
    assert.deepEqual(annotated({ [key]: profile }), [`FieldValueInvalid metadata.annotations.${key}`], profile);
  assert.deepEqual(annotated({ 'container.seccomp.security.alpha.kubernetes.io/x': 'y' }), [
    'FieldValueInvalid metadata.annotations.container.seccomp.security.alpha.kubernetes.io/x',
  ]);
});

test('AppArmor profiles in annotations', () => {
  const key = 'container.apparmor.security.beta.kubernetes.io/';
  for (const profile of ['', 'runtime/default', 'unconfined', 'localhost/a'])
    assert.deepEqual(annotated({ [`${key}c`]: profile }), [], profile);
  assert.deepEqual(annotated({ [`${key}c`]: 'bad-name' }), [`FieldValueInvalid metadata.annotations[${key}c]`]);
  assert.deepEqual(annotated({ [`${key}x`]: 'unconfined' }), [`FieldValueInvalid metadata.annotations[${key}x]`]);
});

test('profiles in annotations and fields agree', () => {
  const field = {
    containers: [
      {
        name: 'c',
        image: 'a',
        securityContext: {
          seccompProfile: { type: 'Localhost', localhostProfile: 'a' },
          appArmorProfile: { type: 'RuntimeDefault' },
        },
      },
    ],
  };
  const seccomp = 'container.seccomp.security.alpha.kubernetes.io/c';
  const appArmor = 'container.apparmor.security.beta.kubernetes.io/c';
  const profiles = 'FieldValueForbidden spec.containers[0].securityContext';
  assert.deepEqual(annotated({ [seccomp]: 'localhost/a', [appArmor]: 'runtime/default' }, field), []);
  assert.deepEqual(annotated({ [seccomp]: 'localhost/b', [appArmor]: 'localhost/a' }, field), [
    `${profiles}.appArmorProfile.type`,
    `${profiles}.seccompProfile.localhostProfile`,
  ]);
  assert.deepEqual(annotated({ [seccomp]: 'unconfined' }, field), [`${profiles}.seccompProfile.type`]);
  const ofPod = {
    securityContext: { seccompProfile: { type: 'Unconfined' }, appArmorProfile: { type: 'Unconfined' } },
  };
  assert.deepEqual(annotated({ 'seccomp.security.alpha.kubernetes.io/pod': 'runtime/default' }, ofPod), [
    'FieldValueForbidden spec.securityContext.seccompProfile.type',
  ]);
  assert.deepEqual(
    annotated({ [appArmor]: 'runtime/default' }, ofPod),
    [],
    'the annotation becomes the field of the container',
  );
  assert.deepEqual(
    annotated(
      { [appArmor]: 'localhost/b' },
      { ...field, os: { name: 'windows' }, containers: [{ name: 'c', image: 'a' }] },
    ),
    [],
  );
});

test('a template names its annotations without metadata', () => {
  const template = {
    metadata: { labels: { app: 'a' }, annotations: { 'kubernetes.io/config.mirror': '' } },
    spec: { containers: [{ name: 'c', image: 'a' }] },
  };
  const [error] = fieldErrorsOf(workload('Deployment', { template }));
  assert.equal(
    `${error?.type} ${String(error?.field)} ${String(error?.at)}`,
    'FieldValueInvalid spec.template.annotations[kubernetes.io/config.mirror] spec.template.metadata.annotations[kubernetes.io/config.mirror]',
  );
});
