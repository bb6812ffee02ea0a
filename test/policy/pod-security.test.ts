import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyFixes, createLinter } from 'podlint';
import { podSecurity, podSecurityAdmission, podSecurityLabels } from 'podlint/policy';

const restrictedContainer = `
    - name: web
      image: registry.example/web:1.2
      securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}`;

/** A Pod that the restricted level lets pass, with fields of a container or of the Pod more, or with others. */
function pod({ container = restrictedContainer, context = '', spec = '', metadata = '' }): string {
  return `apiVersion: v1
kind: Pod
metadata: {name: web${metadata}}
spec:
  securityContext: {${context || 'runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}'}}
  containers:${container}
${spec}`;
}

interface Expected {
  readonly baseline?: readonly string[];
  readonly restricted?: readonly string[];
}

function violations(manifest: string, version?: string): Expected {
  const { baseline, restricted } = podSecurity(manifest, version);
  const said = (all: typeof baseline): readonly string[] => all.map(({ check, path }) => `${check} ${path.toString()}`);
  return { baseline: said(baseline), restricted: said(restricted) };
}

const both = (...said: readonly string[]): Expected => ({ baseline: said, restricted: said });
const restricted = (...said: readonly string[]): Expected => ({ baseline: [], restricted: said });
const nothing = both();

const container = (fields: string): string => `
    - name: web
      image: registry.example/web:1.2
      ${fields}`;

/** A manifest, what it violates at which field, and in which version of the standards. */
const table: Readonly<Record<string, readonly [manifest: string, expected: Expected, version?: string]>> = {
  'a Pod with all that is asked for': [pod({}), nothing],
  'fields that are missing, in each container': [
    pod({ container: container(''), context: 'fsGroup: 1' }),
    restricted(
      'allowPrivilegeEscalation spec.containers[0].securityContext.allowPrivilegeEscalation',
      'capabilities_restricted spec.containers[0].securityContext.capabilities.drop',
      'runAsNonRoot spec.containers[0].securityContext.runAsNonRoot',
      'seccompProfile_restricted spec.containers[0].securityContext.seccompProfile.type',
    ),
  ],
  'the same before most of these controls': [
    pod({ container: container(''), context: 'fsGroup: 1' }),
    restricted('runAsNonRoot spec.containers[0].securityContext.runAsNonRoot'),
    'v1.7',
  ],
  'an init container as well': [
    pod({ spec: '  initContainers: [{name: init, image: a, securityContext: {privileged: true}}]' }),
    {
      baseline: ['privileged spec.initContainers[0].securityContext.privileged'],
      restricted: [
        'allowPrivilegeEscalation spec.initContainers[0].securityContext.allowPrivilegeEscalation',
        'capabilities_restricted spec.initContainers[0].securityContext.capabilities.drop',
        'privileged spec.initContainers[0].securityContext.privileged',
      ],
    },
  ],
  'namespaces of the node': [
    pod({ spec: '  hostNetwork: true\n  hostPID: true\n  hostIPC: false' }),
    both('hostNamespaces spec.hostNetwork', 'hostNamespaces spec.hostPID'),
  ],
  'a port of the node': [
    pod({ container: `${restrictedContainer}\n      ports: [{containerPort: 80}, {containerPort: 81, hostPort: 81}]` }),
    both('hostPorts spec.containers[0].ports[1].hostPort'),
  ],
  'a path of the node, which the restricted level says of all kinds of volumes': [
    pod({
      spec: '  volumes: [{name: a, emptyDir: {}}, {name: b, hostPath: {path: /}}, {name: c, nfs: {server: a, path: /}}]',
    }),
    {
      baseline: ['hostPathVolumes spec.volumes[1].hostPath'],
      restricted: ['restrictedVolumes spec.volumes[1].hostPath', 'restrictedVolumes spec.volumes[2].nfs'],
    },
  ],
  'a kernel parameter before it became safe': [
    pod({
      context:
        'runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}, sysctls: [{name: net.ipv4.tcp_rmem, value: "1"}]',
    }),
    both('sysctls spec.securityContext.sysctls[0].name'),
    'v1.31',
  ],
  'the same parameter since': [
    pod({
      context:
        'runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}, sysctls: [{name: net.ipv4.tcp_rmem, value: "1"}]',
    }),
    nothing,
    'v1.32',
  ],
  'a container that is root where the Pod is not': [
    pod({
      container: container(
        'securityContext: {runAsUser: 0, runAsNonRoot: false, allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}',
      ),
    }),
    restricted(
      'runAsNonRoot spec.containers[0].securityContext.runAsNonRoot',
      'runAsUser spec.containers[0].securityContext.runAsUser',
    ),
  ],
  'root in a user namespace, from 1.35 on': [
    pod({
      context: 'runAsNonRoot: false, runAsUser: 0, seccompProfile: {type: RuntimeDefault}',
      spec: '  hostUsers: false',
    }),
    nothing,
    'v1.35',
  ],
  'the same in 1.34': [
    pod({
      context: 'runAsNonRoot: false, runAsUser: 0, seccompProfile: {type: RuntimeDefault}',
      spec: '  hostUsers: false',
    }),
    restricted('runAsNonRoot spec.securityContext.runAsNonRoot', 'runAsUser spec.securityContext.runAsUser'),
    'v1.34',
  ],
  'Windows, which has no capabilities and no seccomp, from 1.25 on': [
    pod({ container: container(''), context: 'runAsNonRoot: true', spec: '  os: {name: windows}' }),
    nothing,
  ],
  'the same in 1.24': [
    pod({ container: container(''), context: 'runAsNonRoot: true', spec: '  os: {name: windows}' }),
    restricted(
      'allowPrivilegeEscalation spec.containers[0].securityContext.allowPrivilegeEscalation',
      'capabilities_restricted spec.containers[0].securityContext.capabilities.drop',
      'seccompProfile_restricted spec.containers[0].securityContext.seccompProfile.type',
    ),
    'v1.24',
  ],
  'a process of the Windows node': [
    pod({
      context: 'runAsNonRoot: true, windowsOptions: {hostProcess: true}',
      spec: '  hostNetwork: true\n  os: {name: windows}',
    }),
    both('hostNamespaces spec.hostNetwork', 'windowsHostProcess spec.securityContext.windowsOptions.hostProcess'),
  ],
};

/** As `--fix-unsafe` does it: until nothing changes. */
function fixedFor(manifest: string, level: string): string {
  const linter = createLinter({ preset: 'none', podSecurity: level });
  let text = manifest;
  for (let round = 0; round < 10; round++) {
    const { diagnostics = [] } = linter.lint([{ path: 'pod.yaml', text }]).files[0] ?? {};
    const next = applyFixes(text, diagnostics, 'unsafe').text;
    if (next === text) return text;
    text = next;
  }
  throw new Error(`after ten rounds there is still something to fix: ${text}`);
}

function serverErrors(text: string): string[] {
  const { diagnostics = [] } = createLinter({ preset: 'none' }).lint([{ path: 'pod.yaml', text }]).files[0] ?? {};
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code, path }) => `${code} ${path}`);
}

describe('podSecurity', () => {
  for (const [name, [manifest, expected, version]] of Object.entries(table))
    test(name, () => assert.deepEqual(sorted(violations(manifest, version)), sorted(expected)));

  describe('its unsafe fixes bring a Pod to the level', () => {
    // A volume of another type, or a file of the node, is a decision of whoever wrote it.
    const forPeople = ['restrictedVolumes', 'hostPathVolumes'];
    // The level asked Windows Pods for what the server refuses them (validation.go, validateWindows).
    const impossible: Readonly<Record<string, readonly string[]>> = {
      'the same in 1.24': ['allowPrivilegeEscalation', 'capabilities_restricted', 'seccompProfile_restricted'],
    };
    for (const [name, [manifest, , version = 'latest']] of Object.entries(table))
      test(name, () => {
        const fixed = fixedFor(manifest, `restricted:${version}`);
        assert.deepEqual(serverErrors(fixed), serverErrors(manifest), fixed);
        const { baseline, restricted: left } = podSecurity(fixed, version === 'latest' ? undefined : version);
        const controls = new Set([...baseline, ...left].map(({ check }) => check));
        assert.deepEqual(
          [...controls].filter((check) => !forPeople.includes(check)).sort(),
          impossible[name] ?? [],
          fixed,
        );
      });
  });

  test('sees the template of every controller', () => {
    const template = 'metadata: {labels: {a: b}}, spec: {hostPID: true, containers: [{name: c, image: a}]}';
    const places: Readonly<Record<string, string>> = {
      'spec.template': `apiVersion: apps/v1\nkind: Deployment\nspec: {template: {${template}}}`,
      'spec.jobTemplate.spec.template': `apiVersion: batch/v1\nkind: CronJob\nspec: {jobTemplate: {spec: {template: {${template}}}}}`,
      template: `apiVersion: v1\nkind: PodTemplate\ntemplate: {${template}}`,
    };
    for (const [under, manifest] of Object.entries(places))
      assert.deepEqual(violations(manifest).baseline, [`hostNamespaces ${under}.spec.hostPID`]);
  });

  test('sees the defaults of the server, which gives a Pod in the network of its node ports there', () => {
    const manifest =
      'apiVersion: v1\nkind: Pod\nspec: {hostNetwork: true, containers: [{name: c, image: a, ports: [{containerPort: 80}]}]}';
    assert.deepEqual(violations(manifest).baseline?.toSorted(), [
      'hostNamespaces spec.hostNetwork',
      'hostPorts spec.containers[0].ports[0].hostPort',
    ]);
  });

  test('says nothing of what has no Pods', () => {
    assert.deepEqual(violations('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n'), nothing);
    assert.deepEqual(violations('apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\n'), nothing);
  });
});

function sorted({ baseline = [], restricted: more = [] }: Expected): Expected {
  return { baseline: baseline.toSorted(), restricted: more.toSorted() };
}

describe('podSecurityLabels', () => {
  const prefix = 'pod-security.kubernetes.io/';

  test('takes what is not said from the defaults', () => {
    const { policy, errors } = podSecurityLabels({
      labels: { [`${prefix}enforce`]: 'baseline', [`${prefix}enforce-version`]: 'v1.30' },
      defaults: { audit: 'restricted', 'audit-version': 'v1.36' },
    });
    assert.equal(policy.enforce, 'baseline:v1.30');
    assert.equal(policy.audit, 'restricted:v1.36');
    assert.deepEqual(errors, []);
  });

  test('warns of what it enforces, where nothing is said of warnings', () => {
    const { policy } = podSecurityLabels({ labels: { [`${prefix}enforce`]: 'restricted' } });
    assert.deepEqual(policy, { enforce: 'restricted:latest', audit: 'privileged:latest', warn: 'restricted:latest' });
  });

  test('enforces the strictest level where it cannot read one', () => {
    const { policy, errors } = podSecurityLabels({ labels: { [`${prefix}enforce`]: 'Baseline' } });
    assert.equal(policy.enforce, 'restricted:latest');
    assert.deepEqual(errors, [{ type: 'FieldValueInvalid', field: `metadata.labels[${prefix}enforce]` }]);
  });
});

describe('podSecurityAdmission', () => {
  const privileged = {
    apiVersion: 'v1',
    kind: 'Pod',
    spec: { containers: [{ name: 'c', image: 'a', securityContext: { privileged: true } }] },
  };
  const template = { metadata: { labels: { a: 'b' } }, spec: privileged.spec };
  const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', spec: { template } };
  const request = {
    namespace: 'shop',
    operation: 'CREATE',
    labels: { 'pod-security.kubernetes.io/enforce': 'baseline' },
  };

  test('refuses a Pod, and warns of a controller whose Pods it would refuse', () => {
    const refused = podSecurityAdmission({ ...request, object: privileged });
    assert.ok(!('configError' in refused));
    assert.equal(refused.allowed, false);
    assert.deepEqual(
      refused.violations?.map(({ path }) => path.toString()),
      ['spec.containers[0].securityContext.privileged'],
    );
    const warned = podSecurityAdmission({ ...request, object: deployment });
    assert.ok(!('configError' in warned));
    assert.deepEqual([warned.allowed, warned.warnings?.length], [true, 1]);
  });

  test('leaves alone whom the configuration exempts, and updates that change no image', () => {
    const allows = (more: object): boolean => {
      const answer = podSecurityAdmission({ ...request, object: privileged, ...more });
      return 'allowed' in answer && answer.allowed;
    };
    assert.ok(allows({ config: { exemptions: { namespaces: ['shop'] } } }));
    assert.ok(allows({ user: 'root', config: { exemptions: { usernames: ['root'] } } }));
    assert.ok(!allows({ user: 'alice', config: { exemptions: { usernames: ['root'] } } }));
    assert.ok(allows({ operation: 'UPDATE', oldObject: privileged }));
    const other = { ...privileged, spec: { containers: [{ name: 'c', image: 'b' }] } };
    assert.ok(!allows({ operation: 'UPDATE', oldObject: other }));
  });

  test('warns of Pods that are already there when a namespace gets stricter', () => {
    const answer = podSecurityAdmission({
      ...request,
      operation: 'UPDATE',
      oldLabels: {},
      existing: [{ ...privileged, metadata: { name: 'web-1' } } as typeof privileged],
    });
    assert.ok('warnings' in answer && answer.warnings);
    assert.equal(answer.allowed, true);
    assert.ok(answer.warnings.some((warning) => warning.includes('web-1')));
  });

  test('takes no configuration that it cannot read', () => {
    const answer = podSecurityAdmission({
      ...request,
      object: privileged,
      config: { defaults: { enforce: 'strict' } },
    });
    assert.ok('configError' in answer);
  });
});
