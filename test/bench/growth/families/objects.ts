import { does, linterFor, lintsText, strict, times, type Family } from '../family.js';
import { deployment, list, map, object, pod, podWith } from '../texts.js';

const nestedShell = (count: number): string => times(Math.ceil(count / 40), () => "sh -c '") + 'true';
const preset = (name: string, labels: string): string =>
  object(
    'settings.k8s.io/v1alpha1',
    'PodPreset',
    name,
    `spec:\n  selector: {matchLabels: ${labels}}\n  env: [{name: A, value: b}]\n`,
  );
const labelled = (kind: string, name: string, labels: string): string =>
  `---\napiVersion: v1\nkind: ${kind}\nmetadata: {name: ${name}, labels: ${labels}}\nspec: {containers: [{name: a, image: "x:1"}]}\n`;
const service = (name: string, selector: string, port: string | number = 80): string =>
  object('v1', 'Service', name, `spec: {selector: ${selector}, ports: [{port: ${port}}]}\n`);
const half = (count: number, first: (index: number) => string, second: (index: number) => string): string =>
  times(count >> 1, first) + times(count >> 1, second);

const containers = (count: number, of: (index: number) => string): string =>
  object('v1', 'Pod', 'a', `spec:\n  containers:\n${times(count, (index) => `    - ${of(index)}\n`)}`);

/** With so many keys. */
function configMapOf(keys: number): string {
  return object(
    'v1',
    'ConfigMap',
    'm',
    map('data', 0, keys, (index) => `k${index}: v`),
  );
}

export const objectFamilies: readonly Family[] = [
  lintsText('Pods without anything', (count) => times(count, (index) => pod(`p${index}`))),
  lintsText('Pods of one name', (count) => times(count, () => pod('same'))),
  lintsText(
    'a List of Pods',
    (count) =>
      `apiVersion: v1\nkind: List\nitems:\n${times(count, (index) => `  - {apiVersion: v1, kind: Pod, metadata: {name: p${index}}, spec: {containers: [{name: a, image: "x:1"}]}}\n`)}`,
  ),
  lintsText('objects of unknown kinds', (count) =>
    times(count, (index) => object('example.com/v1', `Kind${index}`, 'a', 'spec: {}\n')),
  ),
  lintsText('kinds misspelt', (count) => times(count, (index) => object('v1', 'Podd', `p${index}`, 'spec: {}\n'))),
  lintsText('containers', (count) =>
    containers(count, (index) => `{name: c${index}, image: "registry.example/app:1.2"}`),
  ),
  lintsText('containers of one name', (count) => containers(count, () => '{name: same, image: "x:1"}')),
  lintsText('init containers', (count) =>
    podWith(`  initContainers:\n${times(count, (index) => `    - {name: c${index}, image: "x:1"}\n`)}`),
  ),
  lintsText('null containers', (count) => containers(count, () => 'null')),
  lintsText('ports', (count) => podWith(list('ports', 6, count, (index) => `{containerPort: ${(index % 60000) + 1}}`))),
  lintsText('ports, all the same', (count) => podWith(list('ports', 6, count, () => '{name: web, containerPort: 80}'))),
  lintsText('env', (count) => podWith(list('env', 6, count, (index) => `{name: A${index}, value: b}`))),
  lintsText('env, all the same', (count) => podWith(list('env', 6, count, () => '{name: A, value: b}'))),
  lintsText('env, each of the one before', (count) =>
    podWith(list('env', 6, count, (index) => `{name: A${index}, value: "$(A${index - 1})"}`)),
  ),
  lintsText('env, each of the one behind', (count) =>
    podWith(list('env', 6, count, (index) => `{name: A${index}, value: "$(A${index + 1})"}`)),
  ),
  lintsText('env, null entries', (count) => podWith(list('env', 6, count, () => 'null'))),
  lintsText('env, empty entries', (count) => podWith(`      env:\n${times(count, () => '        -\n')}`)),
  does(
    'env, empty entries, with what can be done about each',
    (count) => podWith(`      env:\n${times(count, () => '        -\n')}`),
    (text) => JSON.stringify(linterFor(strict).lint([{ path: 'a.yaml', text }])),
  ),
  lintsText(
    'env, references to one ConfigMap',
    (count) =>
      podWith(
        list('env', 6, count, (index) => `{name: A${index}, valueFrom: {configMapKeyRef: {name: m, key: k${index}}}}`),
      ) + configMapOf(count),
  ),
  lintsText('env, $( in one value', (count) =>
    podWith(list('env', 6, 1, () => `{name: A, value: "${'$('.repeat(count)}"}`)),
  ),
  lintsText('args', (count) => podWith(list('args', 6, count, (index) => `--flag-${index}`))),
  lintsText('args, null', (count) => podWith(list('args', 6, count, () => 'null'))),
  lintsText('args, numbers', (count) => podWith(list('args', 6, count, (index) => String(index)))),
  lintsText('a command of one long text', (count) =>
    podWith(list('command', 6, 1, () => `"sleep ${'1 '.repeat(count)}"`)),
  ),
  lintsText('nested sh -c in one text', (count) => podWith(`      command: ["sh", "-c", "${nestedShell(count)}"]\n`)),
  lintsText('nested sh -c, deep', (count) => podWith(`      command: [${times(count, () => '"sh", "-c", ')}"true"]\n`)),
  lintsText('sh -c in one text, by turns', (count) =>
    podWith(`      command: ["sh", "-c", "${'sh -c '.repeat(count)}"]\n`),
  ),
  lintsText('a shell script of many lines', (count) =>
    podWith(
      `      command: ["sh", "-c"]\n      args:\n        - |\n${times(count, () => '          echo "$HOME" && cat /etc/hosts | grep x\n')}`,
    ),
  ),
  lintsText('a shell text of quotes', (count) => podWith(`      command: ["sh", "-c", "${'\'\\"'.repeat(count)}"]\n`)),
  lintsText('a shell text of $(', (count) => podWith(`      command: ["sh", "-c", "${'$('.repeat(count)}"]\n`)),
  lintsText('a shell text of here documents', (count) =>
    podWith(`      command: ["sh", "-c", "${'cat <<E\\n'.repeat(count)}"]\n`),
  ),
  lintsText('an image of blanks', (count) => pod('a', '', `"x${' '.repeat(count)}y"`)),
  lintsText('an image of blanks at its end', (count) => pod('a', '', `"x:1${' '.repeat(count)}"`)),
  lintsText('an image of slashes', (count) => pod('a', '', `"${'a/'.repeat(count)}"`)),
  lintsText('an image of colons', (count) => pod('a', '', `"${'a:'.repeat(count)}"`)),
  lintsText('an image of underscores', (count) => pod('a', '', `"a${'_'.repeat(count)}A"`)),
  lintsText('an image of dashes and dots', (count) => pod('a', '', `"a${'-.'.repeat(count)}"`)),
  lintsText('a long name', (count) => pod('a'.repeat(count))),
  lintsText('a name of dots', (count) => pod(`"${'a.'.repeat(count)}-"`)),
  lintsText('a quantity of digits', (count) => podWith(`      resources: {requests: {cpu: "${'1'.repeat(count)}"}}\n`)),
  lintsText('resources', (count) =>
    podWith(`      resources:\n${map('requests', 8, count, (index) => `example.com/r${index}: 1`)}`),
  ),
  lintsText('volumes, each mounted', (count) =>
    podWith(
      `${list('volumeMounts', 6, count, (index) => `{name: v${index}, mountPath: /m/${index}}`)}${list('volumes', 2, count, (index) => `{name: v${index}, emptyDir: {}}`)}`,
    ),
  ),
  lintsText('volumes, all the same', (count) => podWith(list('volumes', 2, count, () => '{name: v, emptyDir: {}}'))),
  lintsText('mounts of one volume, one in the other', (count) =>
    podWith(
      `${list('volumeMounts', 6, count, (index) => `{name: v, mountPath: "/${'a/'.repeat(index % 20)}${index}"}`)}${list('volumes', 2, 1, () => '{name: v, emptyDir: {}}')}`,
    ),
  ),
  lintsText('mounts on one path', (count) =>
    podWith(
      `${list('volumeMounts', 6, count, () => '{name: v, mountPath: /m}')}${list('volumes', 2, 1, () => '{name: v, emptyDir: {}}')}`,
    ),
  ),
  lintsText(
    'configMap items',
    (count) =>
      podWith(
        `  volumes:\n    - name: v\n      configMap:\n        name: m\n        items:\n${times(count, (index) => `          - {key: k${index}, path: p${index}}\n`)}`,
      ) + configMapOf(count),
  ),
  lintsText(
    'configMap items, none of which is there',
    (count) =>
      podWith(
        `  volumes:\n    - name: v\n      configMap:\n        name: m\n        items:\n${times(count, (index) => `          - {key: kk${index}, path: p${index}}\n`)}`,
      ) + configMapOf(count),
  ),
  lintsText('projected sources', (count) =>
    podWith(
      `  volumes:\n    - name: v\n      projected:\n        sources:\n${times(count, (index) => `          - {configMap: {name: m, items: [{key: a, path: p${index}}]}}\n`)}`,
    ),
  ),
  lintsText('tolerations', (count) =>
    podWith(list('tolerations', 2, count, (index) => `{key: k${index}, operator: Exists}`)),
  ),
  lintsText('host aliases', (count) =>
    podWith(
      list(
        'hostAliases',
        2,
        count,
        (index) => `{ip: 10.0.${(index >> 8) & 255}.${index & 255}, hostnames: [h${index}]}`,
      ),
    ),
  ),
  lintsText('host aliases of one name', (count) =>
    podWith(
      list('hostAliases', 2, count, (index) => `{ip: 10.0.${(index >> 8) & 255}.${index & 255}, hostnames: [same]}`),
    ),
  ),
  lintsText('pull secrets', (count) => podWith(list('imagePullSecrets', 2, count, (index) => `{name: s${index}}`))),
  lintsText('sysctls', (count) =>
    podWith(`  securityContext:\n${list('sysctls', 4, count, (index) => `{name: net.x${index}, value: "1"}`)}`),
  ),
  lintsText('capabilities', (count) =>
    podWith(`      securityContext:\n        capabilities:\n${list('add', 10, count, (index) => `CAP${index}`)}`),
  ),
  lintsText('scheduling constraints', (count) =>
    podWith(
      list(
        'topologySpreadConstraints',
        2,
        count,
        (index) => `{maxSkew: 1, topologyKey: k${index}, whenUnsatisfiable: DoNotSchedule, labelSelector: {}}`,
      ),
    ),
  ),
  lintsText('affinity terms', (count) =>
    podWith(
      `  affinity:\n    podAntiAffinity:\n${list('requiredDuringSchedulingIgnoredDuringExecution', 6, count, (index) => `{topologyKey: k${index}, labelSelector: {matchLabels: {a: b}}}`)}`,
    ),
  ),
  lintsText('resource claims', (count) =>
    podWith(list('resourceClaims', 2, count, (index) => `{name: c${index}, resourceClaimName: x}`)),
  ),
  lintsText('labels', (count) =>
    object('v1', 'ConfigMap', 'a', '').replace(
      '{name: a}',
      `{name: a, labels: {${times(count, (index) => `a${index}: b, `)}z: z}}`,
    ),
  ),
  lintsText('owner references', (count) =>
    object('v1', 'ConfigMap', 'a', '').replace(
      '{name: a}',
      `{name: a, ownerReferences: [${times(count, () => '{apiVersion: v1, kind: Pod, name: a, uid: x}, ')}]}`,
    ),
  ),
  lintsText('finalizers', (count) =>
    object('v1', 'ConfigMap', 'a', '').replace(
      '{name: a}',
      `{name: a, finalizers: [${times(count, (index) => `x.example/a${index}, `)}]}`,
    ),
  ),
  lintsText('selector expressions', (count) =>
    deployment('a', '{a: b}').replace(
      'matchLabels: {a: b}',
      `matchExpressions: [${times(count, (index) => `{key: k${index}, operator: Exists}, `)}]`,
    ),
  ),
  lintsText('PodPresets and Pods, none of which fits', (count) =>
    half(
      count,
      (index) => preset(`s${index}`, `{a: p${index}}`),
      (index) => labelled('Pod', `p${index}`, `{b: p${index}}`),
    ),
  ),
  lintsText('PodPresets and Pods, one for each', (count) =>
    half(
      count,
      (index) => preset(`s${index}`, `{a: p${index}}`),
      (index) => labelled('Pod', `p${index}`, `{a: p${index}}`),
    ),
  ),
  lintsText(
    'a PodPreset for all Pods',
    (count) => preset('s', '{a: b}') + times(count, (index) => labelled('Pod', `p${index}`, '{a: b}')),
  ),
  lintsText(
    'PodPresets for one Pod',
    (count) => times(count, (index) => preset(`s${index}`, '{a: b}')) + labelled('Pod', 'p', '{a: b}'),
  ),
  lintsText('PodPresets by expressions', (count) =>
    half(
      count,
      (index) =>
        preset(`s${index}`, '{}').replace('matchLabels: {}', `matchExpressions: [{key: k${index}, operator: Exists}]`),
      (index) => labelled('Pod', `p${index}`, `{a: p${index}}`),
    ),
  ),
  lintsText('Services and Deployments, one for each', (count) =>
    half(
      count,
      (index) => service(`s${index}`, `{app: a${index}}`),
      (index) => deployment(`d${index}`, `{app: a${index}}`),
    ),
  ),
  lintsText('Services that select nothing, and Deployments', (count) =>
    half(
      count,
      (index) => service(`s${index}`, `{app: b${index}}`),
      (index) => deployment(`d${index}`, `{app: a${index}}`),
    ),
  ),
  lintsText('Services that select nothing by two labels', (count) =>
    half(
      count,
      (index) => service(`s${index}`, `{app: same, b: b${index}}`),
      (index) => deployment(`d${index}`, `{app: same, b: a${index}}`),
    ),
  ),
  lintsText(
    'a Service for all Deployments',
    (count) => service('s', '{app: a}') + times(count, (index) => deployment(`d${index}`, '{app: a}')),
  ),
  lintsText('Deployments that select each other', (count) =>
    times(count, (index) => deployment(`d${index}`, '{app: same}')),
  ),
  lintsText(
    'Services of one Deployment',
    (count) => times(count, (index) => service(`s${index}`, '{app: a}', 'http')) + deployment('d', '{app: a}'),
  ),
  lintsText('Services with many ports', (count) =>
    object(
      'v1',
      'Service',
      's',
      `spec: {selector: {a: b}, ports: [${times(count, (index) => `{name: p${index}, port: ${(index % 60000) + 1}}, `)}]}\n`,
    ),
  ),
  lintsText('NetworkPolicies and Deployments', (count) =>
    half(
      count,
      (index) =>
        object(
          'networking.k8s.io/v1',
          'NetworkPolicy',
          `n${index}`,
          `spec: {podSelector: {matchLabels: {app: b${index}}}}\n`,
        ),
      (index) => deployment(`d${index}`, `{app: a${index}}`),
    ),
  ),
  lintsText('PodDisruptionBudgets and Deployments', (count) =>
    half(
      count,
      (index) =>
        object(
          'policy/v1',
          'PodDisruptionBudget',
          `n${index}`,
          `spec: {minAvailable: 1, selector: {matchLabels: {app: a${index}}}}\n`,
        ),
      (index) => deployment(`d${index}`, `{app: a${index}}`),
    ),
  ),
  lintsText('HorizontalPodAutoscalers and Deployments', (count) =>
    half(
      count,
      (index) =>
        object(
          'autoscaling/v2',
          'HorizontalPodAutoscaler',
          `n${index}`,
          `spec: {maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: d${index}}}\n`,
        ),
      (index) => deployment(`d${index}`, `{app: a${index}}`),
    ),
  ),
  lintsText('an Ingress with many paths', (count) =>
    object(
      'networking.k8s.io/v1',
      'Ingress',
      'i',
      `spec:\n  rules:\n    - http:\n        paths:\n${times(count, (index) => `          - {path: /p${index}, pathType: Prefix, backend: {service: {name: s${index}, port: {number: 80}}}}\n`)}`,
    ),
  ),
  lintsText(
    'references to nothing',
    (count) =>
      times(count, (index) => pod(`p${index}`, `      envFrom: [{configMapRef: {name: m${index}}}]\n`)) +
      object('v1', 'ConfigMap', 'm', 'data: {}\n'),
  ),
  lintsText('ConfigMaps with near names', (count) =>
    half(
      count,
      (index) => pod(`p${index}`, `      envFrom: [{configMapRef: {name: config-${index}x}}]\n`),
      (index) => object('v1', 'ConfigMap', `config-${index}`, 'data: {}\n'),
    ),
  ),
  lintsText('Roles with many rules', (count) =>
    object(
      'rbac.authorization.k8s.io/v1',
      'Role',
      'r',
      `rules:\n${times(count, () => '  - {apiGroups: [""], resources: [pods], verbs: [get]}\n')}`,
    ),
  ),
  lintsText('namespaces of Pod Security, and Pods', (count) =>
    half(
      count,
      (index) =>
        `---\napiVersion: v1\nkind: Namespace\nmetadata: {name: n${index}, labels: {pod-security.kubernetes.io/enforce: restricted}}\n`,
      (index) =>
        `---\napiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: n${index}}\nspec: {containers: [{name: a, image: "x:1"}]}\n`,
    ),
  ),
];
