import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { codeActions } from '@podlint/language-server/service';
import { applied, viewOf } from './kit.js';

const deployment = (container = '', pod = ''): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: frontend}
spec:
  selector: {matchLabels: {app: frontend}}
  template:
    metadata: {labels: {app: frontend}}
    spec:
      containers:
        - name: main
          image: registry.example/a:1
          ports: [{name: http, containerPort: 80}]
${container}${pod}`;
const of = (kind: string, name: string, rest: string): string =>
  `apiVersion: ${kind}\nmetadata: {name: ${name}}\n${rest}\n`;
const settings = of('v1\nkind: ConfigMap', 'settings', 'data: {color: red}');
const service = (selector: string, port = 'http', names = 'web'): string =>
  of(
    'v1\nkind: Service',
    'frontend',
    `spec: {selector: {${selector}}, ports: [{name: ${names}, port: 80, targetPort: ${port}}]}`,
  );
const ingress = (backend: string): string =>
  of('networking.k8s.io/v1\nkind: Ingress', 'i', `spec: {defaultBackend: {service: {${backend}}}}`);
const env = (source: string): string => deployment(`          env: [{name: A, valueFrom: {${source}}}]\n`);

/** What is written, as `<it>`; what is meant; and all objects. One letter is wrong in each. */
const slips: Readonly<Record<string, readonly [meant: string, ...objects: readonly string[]]>> = {
  'a volume that is mounted': [
    'config',
    deployment(
      '          volumeMounts: [{name: <confg>, mountPath: /c}]\n',
      '      volumes: [{name: config, emptyDir: {}}]\n',
    ),
  ],
  'a volume that is a device': [
    'data',
    deployment(
      '          volumeDevices: [{name: <dta>, devicePath: /d}]\n',
      '      volumes: [{name: data, persistentVolumeClaim: {claimName: x}}]\n',
    ),
  ],
  'a claim of a container': [
    'gpus',
    deployment(
      '          resources: {claims: [{name: <gpu>}]}\n',
      '      resourceClaims: [{name: gpus, resourceClaimName: x}]\n',
    ),
  ],
  'the port of a probe': ['http', deployment('          livenessProbe: {tcpSocket: {port: <htp>}}\n')],
  'a ConfigMap': ['settings', env('configMapKeyRef: {name: <setings>, key: color}'), settings],
  'a ConfigMap with a short name': [
    'web',
    env('configMapKeyRef: {name: <wep>, key: color}'),
    settings.replace('settings', 'web'),
  ],
  'a key of a ConfigMap': ['color', env('configMapKeyRef: {name: settings, key: <colr>}'), settings],
  'a key of a ConfigMap in a volume': [
    'color',
    deployment('', '      volumes: [{name: c, configMap: {name: settings, items: [{key: <colr>, path: x}]}}]\n'),
    settings,
  ],
  'a key of a Secret': [
    'password',
    env('secretKeyRef: {name: creds, key: <pasword>}'),
    of('v1\nkind: Secret', 'creds', 'stringData: {password: x}'),
  ],
  'a claim': [
    'data',
    deployment('', '      volumes: [{name: c, persistentVolumeClaim: {claimName: <dta>}}]\n'),
    of(
      'v1\nkind: PersistentVolumeClaim',
      'data',
      'spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}',
    ),
  ],
  'a service account': [
    'runner',
    deployment('', '      serviceAccountName: <runer>\n'),
    of('v1\nkind: ServiceAccount', 'runner', ''),
  ],
  'the selector of a Service': ['frontend', deployment(), service('app: <frontnd>')],
  'a short selector of a Service': ['web', deployment().replaceAll('app: frontend', 'app: web'), service('app: <wep>')],
  'the port of a Service': ['http', deployment(), service('app: frontend', '<htp>')],
  'a backend': ['frontend', deployment(), service('app: frontend'), ingress('name: <frontnd>, port: {number: 80}')],
  'the port of a backend': [
    'web',
    deployment(),
    service('app: frontend'),
    ingress('name: frontend, port: {name: <wep>}'),
  ],
  'what an autoscaler scales': [
    'frontend',
    deployment(),
    of(
      'autoscaling/v2\nkind: HorizontalPodAutoscaler',
      'h',
      'spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: <frontnd>}, minReplicas: 2, maxReplicas: 3}',
    ),
  ],
  'the selector of a budget': [
    'frontend',
    deployment(),
    of(
      'policy/v1\nkind: PodDisruptionBudget',
      'p',
      'spec: {maxUnavailable: 1, selector: {matchLabels: {app: <frontnd>}}}',
    ),
  ],
  'the selector of a NetworkPolicy': [
    'frontend',
    deployment(),
    of('networking.k8s.io/v1\nkind: NetworkPolicy', 'n', 'spec: {podSelector: {matchLabels: {app: <frontnd>}}}'),
  ],
  'the Service of a StatefulSet': [
    'db',
    of('v1\nkind: Service', 'db', 'spec: {clusterIP: None, selector: {app: frontend}, ports: [{port: 80}]}'),
    deployment().replace('Deployment', 'StatefulSet').replace('spec:\n', 'spec:\n  serviceName: <dbb>\n'),
  ],
  'a role': [
    'reader',
    of(
      'rbac.authorization.k8s.io/v1\nkind: Role',
      'reader',
      'rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]',
    ),
    of(
      'rbac.authorization.k8s.io/v1\nkind: RoleBinding',
      'b',
      'roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: <readr>}\nsubjects: [{kind: ServiceAccount, name: default}]',
    ),
  ],
};

/** What the text becomes by each of the actions that are offered at a place. */
function offeredAt(text: string, offset: number): string[] {
  const view = viewOf(text)!;
  const place = view.text.positionAt(offset);
  return codeActions(
    view,
    { start: place, end: place },
    { resolution: 'at-once', askedBy: 'person', hiding: 'asks where' },
  ).map((action) => applied(text, action));
}

describe('a name with one letter wrong is mended by one action', () => {
  for (const [what, [meant, ...objects]] of Object.entries(slips))
    test(what, () => {
      const marked = objects.join('---\n');
      const text = marked.replace(/<(\w+)>/, '$1');
      const mended = marked.replace(/<\w+>/, meant);
      assert.ok(offeredAt(text, marked.indexOf('<') + 1).includes(mended));
    });

  test('a name that is like no other gets no such action', () => {
    const text = `${deployment()}---\n${service('app: database')}`;
    const offered = offeredAt(text, text.indexOf('database') + 1);
    assert.ok(!offered.some((after) => after.includes('selector: {app: frontend}, ports')));
  });

  test('which of two short names is meant is for a person to say', () => {
    const other = (app: string): string => deployment().replaceAll('frontend', app);
    const text = [other('web'), other('wes'), service('app: wer')].join('---\n');
    const offered = offeredAt(text, text.indexOf('wer') + 1);
    for (const app of ['web', 'wes']) assert.ok(offered.includes(text.replace('app: wer', `app: ${app}`)));
  });
});
