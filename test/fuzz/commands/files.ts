/*
 * A small repository with a file of every kind that the command reads, so that one changed at random reaches the code behind it.
 */
const pod = (name: string, more = ''): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, labels: { app: web } }\nspec:\n  containers:\n    - name: app\n      image: registry.example/app:1\n      ports: [{ containerPort: 80, name: http }]\n      readinessProbe: { httpGet: { port: http } }\n${more}`;

const deployment = (replicas: number): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, labels: { app: web } }\nspec:\n  replicas: ${replicas}\n  selector: { matchLabels: { app: web } }\n  template:\n    metadata: { labels: { app: web } }\n    spec:\n      containers:\n        - name: app\n          image: registry.example/app:1\n          envFrom: [{ configMapRef: { name: settings } }]\n          resources: { requests: { cpu: 100m }, limits: { memory: 1Gi } }\n`;

const parts = {
  service:
    'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { selector: { app: web }, ports: [{ port: 80, targetPort: http }] }\n',
  autoscaler:
    'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: web }\nspec: { minReplicas: 1, maxReplicas: 3, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }\n',
  limits:
    'apiVersion: v1\nkind: LimitRange\nmetadata: { name: limits }\nspec: { limits: [{ type: Container, defaultRequest: { cpu: 10m }, max: { cpu: 1 } }] }\n',
  quota:
    'apiVersion: v1\nkind: ResourceQuota\nmetadata: { name: quota }\nspec: { hard: { pods: 3, requests.cpu: 2 }, scopeSelector: { matchExpressions: [{ operator: Exists, scopeName: PriorityClass }] } }\n',
  policy:
    "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: { name: team }\nspec:\n  matchConstraints: { resourceRules: [{ apiGroups: [\"\"], apiVersions: [v1], operations: [CREATE], resources: [pods] }] }\n  variables: [{ name: team, expression: \"object.metadata.labels[?'team'].orValue('')\" }]\n  validations: [{ expression: \"variables.team != ''\", messageExpression: \"'set ' + 'team'\" }]\n",
  binding:
    'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicyBinding\nmetadata: { name: team }\nspec: { policyName: team, validationActions: [Deny], matchResources: { namespaceSelector: { matchLabels: { a: b } } } }\n',
  mutation:
    "apiVersion: admissionregistration.k8s.io/v1\nkind: MutatingAdmissionPolicy\nmetadata: { name: label }\nspec:\n  reinvocationPolicy: IfNeeded\n  matchConstraints: { resourceRules: [{ apiGroups: [\"\"], apiVersions: [v1], operations: [CREATE], resources: [pods] }] }\n  mutations:\n    - patchType: ApplyConfiguration\n      applyConfiguration: { expression: \"Object{metadata: Object.metadata{labels: {'a': 'b'}}}\" }\n    - patchType: JSONPatch\n      jsonPatch: { expression: \"[JSONPatch{op: 'add', path: '/metadata/annotations', value: {}}]\" }\n",
  definition:
    'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: widgets.example.com }\nspec:\n  group: example.com\n  scope: Namespaced\n  names: { plural: widgets, singular: widget, kind: Widget, listKind: WidgetList }\n  versions:\n    - name: v1\n      served: true\n      storage: true\n      schema:\n        openAPIV3Schema:\n          type: object\n          properties:\n            spec: { type: object, required: [size], properties: { size: { type: integer, default: 1 }, any: { x-kubernetes-preserve-unknown-fields: true }, list: { type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [name], items: { type: object, required: [name], properties: { name: { type: string, pattern: "^[a-z]+$" } } } } }, x-kubernetes-validations: [{ rule: "self.size > 0", message: no }] }\n',
  widget: 'apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: w }\nspec: { size: 1, list: [{ name: a }] }\n',
};

/** By path; each is changed in some runs, and all of them are read by some command. */
export const repository: Readonly<Record<string, string>> = {
  'pod.yaml': pod('web'),
  'old/web.yaml': deployment(1),
  'new/web.yaml': `${deployment(2)}---\n${parts.service}---\n${parts.autoscaler}`,
  'policies/all.yaml': [parts.policy, parts.binding, parts.mutation, parts.limits, parts.quota].join('---\n'),
  'crds/widget.yaml': parts.definition,
  'widget.yaml': parts.widget,
  'base/kustomization.yaml':
    'resources: [web.yaml]\nnamePrefix: a-\nnamespace: shop\ncommonLabels: { team: a }\nlabels: [{ pairs: { tier: web }, includeSelectors: true }]\nimages: [{ name: registry.example/app, newTag: "2" }]\nconfigMapGenerator: [{ name: settings, literals: [A=b], files: [k=web.yaml], options: { disableNameSuffixHash: true } }]\nreplicas: [{ name: web, count: 2 }]\n',
  'base/web.yaml': deployment(1),
  'overlay/kustomization.yaml':
    'resources: [../base]\nnameSuffix: -x\npatches:\n  - { target: { kind: Deployment, name: .* }, patch: "[{op: replace, path: /spec/replicas, value: 3}]" }\n  - { path: patch.yaml }\nreplacements: [{ source: { kind: Deployment, fieldPath: metadata.name }, targets: [{ select: { kind: Deployment }, fieldPaths: ["spec.template.metadata.labels.[app=web].x"], options: { create: true, delimiter: "-", index: 1 } }] }]\nvars: [{ name: V, objref: { apiVersion: apps/v1, kind: Deployment, name: web } }]\ngenerators: [plugin.yaml]\ncomponents: [../component]\n',
  'overlay/patch.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: { spec: { containers: [{ name: app, $patch: delete }, { name: b, image: "b:1" }] } } }\n',
  'overlay/plugin.yaml': 'apiVersion: builtin\nkind: ConfigMapGenerator\nmetadata: { name: made }\nliterals: [a=b]\n',
  'component/kustomization.yaml':
    'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches: [{ patch: "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {paused: true}}" }]\n',
  'podlint.config.yaml':
    'extends: [podlint:recommended, ./shared.config.yaml]\nkubernetesVersion: [1.33, 1.36]\nrules: { images/latest-tag: error, pods/bare: off, security/high-uid: [warn, { minimumUid: 20000 }], "probes/*": info }\noverrides: [{ files: ["old/**", "!new/**"], kinds: [Pod], names: w*, labels: { app: web }, rules: { "resources/*": off } }]\nignore: [vendor/, "*.gen.yaml"]\nstartupTime: { registry.example/*: 90s }\nlevel: info\nfailOn: warning\nignoreAnnotations: [kube-linter, polaris]\nstaticPods: [static/**]\npodSecurity: baseline:v1.30\n',
  'shared.config.yaml':
    'customRules:\n  - name: registry\n    level: warn\n    message: no\n    messageExpression: "\'no \' + object.metadata.name"\n    variables: [{ name: cs, expression: "podSpec.containers + podSpec.?initContainers.orValue([])" }]\n    expression: variables.cs.all(c, c.image.startsWith(\'registry.example/\'))\n    match: { kinds: [Pod, Deployment], names: w* }\n    path: podSpec.containers\n    tests: [{ name: a, object: { apiVersion: v1, kind: Pod, metadata: { name: web }, spec: { containers: [{ name: a, image: b }] } }, allowed: false }]\n',
  'policy-tests.yaml':
    'policies: [policies/all.yaml]\ntests:\n  - name: a\n    object: { apiVersion: v1, kind: Pod, metadata: { name: web }, spec: { containers: [{ name: a, image: b }] } }\n    allowed: false\n    message: set team\n  - name: b\n    operation: UPDATE\n    user: bob\n    groups: [a]\n    object: { apiVersion: v1, kind: Pod, metadata: { name: web, labels: { team: a } }, spec: { containers: [{ name: a, image: b }] } }\n    oldObject: { apiVersion: v1, kind: Pod, metadata: { name: web }, spec: { containers: [{ name: a, image: b }] } }\n    patched: { metadata: { labels: { a: b } } }\n',
  'scenario.txt': 'app: exits 1 after 40s\napp: never ready; drained at 120s\n',
  'lines.ndjson': `${JSON.stringify({ path: 'a/b.yaml', text: pod('a') })}\n${JSON.stringify({ path: 'c.yaml', text: parts.service })}\n`,
  'import/.kube-linter.yaml': 'checks: { addAllBuiltIn: true, exclude: [latest-tag], ignorePaths: [a/**] }\n',
  'import/polaris.yaml':
    'checks: { tagNotSpecified: danger, hostIPCSet: ignore }\nexemptions: [{ namespace: a, controllerNames: [b], rules: [tagNotSpecified] }]\n',
  'import/.checkov.yaml': 'skip-check: [CKV_K8S_14]\nskip-path: [a]\n',
  'chart/Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n',
  'chart/templates/pod.yaml': `${pod('chart')}      {{- with .Values.a }}\n      args: {{ toYaml . }}\n      {{- end }}\n`,
};
