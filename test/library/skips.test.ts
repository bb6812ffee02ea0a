import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinter, type ReportedDiagnostic, type ReportedDocument } from 'podlint';

const linter = createLinter({ kubernetesVersions: ['1.33', '1.36'] });

interface Answer {
  readonly documents: readonly ReportedDocument[];
  readonly diagnostics: readonly ReportedDiagnostic[];
}

function lint(text: string, path = 'a.yaml'): Answer {
  return linter.lint([{ path, text }]).files[0]!;
}

const pod = (fields: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec:\n  containers:\n    - name: web\n      image: registry.example/web:1.2\n${fields}`;

describe('templates', () => {
  const skipped = (text: string): (string | undefined)[] => lint(text).documents.map((document) => document.skipped);

  const templates: Readonly<Record<string, [text: string, reason: string]>> = {
    'a value of Helm, which YAML takes for a mapping': [
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\n',
      'template with {{ }}',
    ],
    'blocks of Helm': [`{{- if .Values.on }}\n${pod('')}{{- end }}\n`, 'template with {{ }}'],
    'included lines': [pod('      {{- toYaml .Values.more | nindent 6 }}\n'), 'template with {{ }}'],
    'a comment of several lines': [`{{- /*\nWhat this is: it is\n*/ -}}\n${pod('')}`, 'template with {{ }}'],
    'a quoted value where a name belongs': [
      'apiVersion: v1\nkind: Pod\nmetadata: {name: "{{ app }}"}\nspec: {containers: [{name: a, image: b}]}\n',
      'template with {{ }}',
    ],
    'a number in quotes': [pod('  terminationGracePeriodSeconds: "{{ grace }}"\n'), 'template with {{ }}'],
    'an image alone': [pod('').replace('web:1.2', 'web:{{.Values.image.tag}}'), 'template with {{ }}'],
    'Jinja blocks': [`{% if on %}\n${pod('')}{% endif %}\n`, 'template with {% %}'],
    'ERB blocks': [`<% if on %>\n${pod('')}<% end %>\n`, 'template with <% %>'],
    'values of ytt': [pod('').replace('registry.example/web:1.2', '#@ data.values.image'), 'template with #@'],
    'values for sed that are comments to YAML': [
      pod('').replace('name: web, namespace: shop', '\n  name: ##NAME##\n ').replace('{', '').replace('}', ''),
      'template with ## ##',
    ],
    'statements of ytt': [`#@ load("@ytt:data", "data")\n${pod('')}`, 'template with #@'],
  };
  for (const [name, [text, reason]] of Object.entries(templates)) {
    test(name, () => {
      assert.deepEqual(skipped(text), [reason]);
      assert.deepEqual(lint(text).diagnostics, []);
    });
  }

  const manifests: Readonly<Record<string, string>> = {
    'an argument for a program with templates of its own': pod('      args: ["--format={{ .ID }}", \'{% raw %}\']\n'),
    'a variable': pod('      env: [{name: FORMAT, value: "{{ .Status }}"}]\n'),
    'a comment': pod('      # image: {{ .Values.image }}\n'),
    'an annotation': pod('').replace('namespace: shop', 'namespace: shop, annotations: {a: "{{ $labels.pod }}"}'),
    'the data of a ConfigMap':
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: rules}\ndata:\n  alerts.tmpl: |\n    {{ if .Alerts }}\n    {% raw %}<% x %>\n    {{ end }}\n  line: "{{ .x }}"\n',
  };
  for (const [name, text] of Object.entries(manifests)) {
    test(`${name} makes no template`, () =>
      assert.deepEqual(
        lint(text).documents.map(({ verdicts }) => verdicts),
        [{ '1.33': 'accept', '1.36': 'accept' }],
      ));
  }

  test('what was rendered is a manifest, and a placeholder in its image a mistake', () => {
    const text = `# Source: chart/templates/web.yaml\n${pod('').replace('web:1.2', 'web:{{.Values.image.tag}}')}`;
    assert.deepEqual(skipped(text), [undefined]);
    assert.ok(lint(text).diagnostics.some(({ code }) => code === 'images/invalid-reference'));
  });

  test('a file of another program is read by that program, and not judged for its escapes', () => {
    const hooks = 'repos:\n- repo: https://registry.example/hooks\n  rev: v1\n  hooks: [{id: a, exclude: "a\\/b"}]\n';
    assert.deepEqual(skipped(hooks), ['not a Kubernetes object']);
    assert.deepEqual(lint(hooks).diagnostics, []);
  });

  test('a mistake in a manifest that only speaks of templates is a mistake', () => {
    const { documents, diagnostics } = lint(
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: rules}\ndata:\n  a: |\n    {{ if .x }}\n    {{ end }}\n b: c\n',
    );
    assert.deepEqual(
      documents.map(({ verdicts }) => verdicts?.['1.36']),
      ['undecodable'],
    );
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['syntax/bad-indent'],
    );
  });

  test('no rule speaks of what a template leaves open, nor of what is no value without it', () => {
    const namespace = (level: string): string =>
      `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    pod-security.kubernetes.io/enforce: ${level}\n`;
    for (const text of [
      namespace('"{{ .Values.level }}"'),
      namespace('"{{ .Values.level }}"').replace('enforce', 'enforc'),
      `{{- if .Values.on }}\n---\n${namespace('{{ ternary "restricted" "privileged" .Values.cni }}')}{{ end -}}\n`,
    ]) {
      assert.deepEqual(lint(text).diagnostics, [], text);
      assert.equal(
        createLinter({ level: 'error' }).lint([{ path: 'a.yaml', text }]).files[0]!.notShown,
        undefined,
        text,
      );
      assert.ok(skipped(text).includes('template with {{ }}'), text);
    }
  });

  test('only the documents that are templates are skipped', () =>
    assert.deepEqual(skipped(`${pod('')}---\nname: {{ .x }}\n---\n${pod('')}`), [
      undefined,
      'template with {{ }}',
      undefined,
    ]));
});

describe('placeholders', () => {
  const workload = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: \${NAME}
  namespace: shop
spec:
  replicas: \${REPLICAS:=2}
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: \${REGISTRY}/web:\${TAG:-1.0}
          imagePullPolicy: $PULL
          ports:
            - containerPort: $(PORT)
          resources:
            requests: {cpu: "\${CPU}", memory: 64Mi}
            limits: {memory: $(MEMORY)}
          securityContext:
            privileged: true
`;

  test('are one finding of their own, whatever they would break, with all their places', () => {
    const { documents, diagnostics } = lint(workload);
    assert.deepEqual(
      documents.map(({ skipped, verdicts }) => [skipped, verdicts]),
      [['placeholder ${...}', undefined]],
    );
    assert.deepEqual(
      diagnostics.filter(({ severity }) => severity === 'error'),
      [],
    );
    const found = diagnostics.filter(({ code }) => code === 'schema/placeholder');
    assert.equal(found.length, 1);
    const places = [found[0]!.range, ...found[0]!.related.map(({ range }) => range)];
    assert.deepEqual(
      places.map(({ start, end }) => workload.slice(start.offset, end.offset)),
      ['${NAME}', '${REPLICAS:=2}', '${REGISTRY}', '${TAG:-1.0}', '$PULL', '$(PORT)', '${CPU}', '$(MEMORY)'],
    );
    assert.deepEqual(found[0]!.kubernetesVersions, ['1.33', '1.36']);
  });

  test('leave everything else to be found', () => {
    assert.ok(
      lint(workload).diagnostics.some(
        ({ code, path }) => code === 'security/privileged' && path.endsWith('privileged'),
      ),
    );
    const { diagnostics } = lint(workload.replace('privileged: true', 'priviliged: true'));
    assert.deepEqual(
      diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code),
      ['schema/unknown-field'],
    );
  });

  test('in a limit stand for the request that the limit gives, too', () => {
    const { diagnostics } = lint(pod('      resources: {limits: {cpu: "${CPU}", memory: 1Gi}}\n'));
    assert.deepEqual(
      diagnostics.filter(({ code }) => code.startsWith('resources/no-')),
      [],
    );
  });

  test('in every kind with a pod, and in a List', () => {
    const item =
      'apiVersion: batch/v1\nkind: Job\nmetadata: {name: a, namespace: b}\nspec: {parallelism: "${N}", template: {spec: {restartPolicy: Never, containers: [{name: a, image: "registry.example/a:1"}]}}}\n';
    const list = `apiVersion: v1\nkind: List\nitems:\n${[item, item].map((text) => `- ${text.trimEnd().replaceAll('\n', '\n  ')}\n`).join('')}`;
    const { documents, diagnostics } = lint(list);
    assert.deepEqual(
      documents.map(({ skipped }) => skipped),
      ['placeholder ${...}', 'placeholder ${...}'],
    );
    assert.deepEqual(
      diagnostics
        .filter(({ code }) => /^(?:schema|api|syntax)/.test(code))
        .map(({ code, item: index }) => [code, index]),
      [
        ['schema/placeholder', 0],
        ['schema/placeholder', 1],
      ],
    );
  });

  test('that only a rule minds are its finding, and leave the verdict', () => {
    const { documents, diagnostics } = lint(pod('').replace('registry.example/web:1.2', '${IMAGE}'));
    assert.deepEqual(
      documents.map(({ verdicts }) => verdicts?.['1.36']),
      ['accept'],
    );
    assert.deepEqual(
      diagnostics.filter(({ path }) => path.endsWith('image')).map(({ code }) => code),
      ['images/invalid-reference'],
    );
  });

  for (const [name, text] of Object.entries({
    'between at signs': pod('').replace('name: web,', 'name: "@NAME@",'),
    'at the start of a value': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: @NAME@\n',
    'between underscores':
      'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec: {defaultBackend: {service: {name: a, port: {number: 80}}}, tls: [{hosts: [__HOST__]}]}\n',
  }))
    test(`of sed, ${name}`, () => {
      const { documents, diagnostics } = lint(text);
      assert.deepEqual(
        documents.map(({ skipped }) => skipped),
        ['placeholder ${...}'],
      );
      assert.deepEqual(
        diagnostics.filter(({ code }) => /^(?:schema|api|syntax)/.test(code)).map(({ code }) => code),
        ['schema/placeholder'],
      );
    });

  const noPlaceholders: Readonly<Record<string, string>> = {
    'the references of Kubernetes itself':
      '      env: [{name: A, value: b}, {name: B, value: $(A)}]\n      args: [$(A), "${HOME}"]\n',
    'a digest and an address':
      '      env: [{name: TO, value: "a@b.example, c@d.example"}, {name: INIT, value: __init__}]\n',
    'a script': '      command: [sh, -c, "echo ${HOME} $USER"]\n',
  };
  for (const [name, fields] of Object.entries(noPlaceholders)) {
    test(`${name}: none`, () =>
      assert.deepEqual(
        lint(pod(fields)).diagnostics.filter(
          ({ code, severity }) => code === 'schema/placeholder' || severity === 'error',
        ),
        [],
      ));
  }

  test('what is wrong with a reference in args is still said', () =>
    assert.deepEqual(
      lint(pod('      args: [$(NOWHERE)]\n'))
        .diagnostics.filter(({ severity }) => severity === 'error')
        .map(({ code }) => code),
      ['env/order'],
    ));

  test('what is wrong with a path that Kubernetes fills in is still said', () => {
    const { diagnostics } = lint(
      pod(
        '      env: [{name: NAME, value: c}]\n      volumeMounts: [{name: a, mountPath: /a, subPath: b, subPathExpr: $(NAME)}]\n  volumes: [{name: a, emptyDir: {}}]\n',
      ),
    );
    assert.deepEqual(
      diagnostics.filter(({ severity }) => severity === 'error').map(({ code, path }) => [code, path]),
      [['api/invalid', 'spec.containers[0].volumeMounts[0].subPathExpr']],
    );
  });

  const unreadable: Readonly<Record<string, string>> = {
    'in braces': '      resources: {requests: {cpu: ${CPU}}}\n',
    'in the place of lines': '      ${MORE}\n',
  };
  for (const [name, fields] of Object.entries(unreadable)) {
    test(`that keep a document from being read, ${name}`, () => {
      const { documents, diagnostics } = lint(pod(fields));
      assert.deepEqual(
        documents.map(({ skipped }) => skipped),
        ['placeholder ${...}'],
      );
      assert.deepEqual(
        diagnostics.map(({ code }) => code),
        ['schema/placeholder'],
      );
    });
  }

  test('in the kind', () => {
    const { documents, diagnostics } = lint('apiVersion: apps/v1\nkind: ${KIND}\nmetadata: {name: a}\n');
    assert.deepEqual(
      documents.map(({ skipped }) => skipped),
      ['placeholder ${...}'],
    );
    assert.deepEqual(
      diagnostics.map(({ code, path }) => [code, path]),
      [['schema/placeholder', 'kind']],
    );
  });

  test('have a level like a rule', () => {
    const levels = (level: 'off' | 'error'): string[] =>
      createLinter({ preset: 'none', rules: { 'schema/placeholder': level } })
        .lint([{ path: 'a.yaml', text: workload }])
        .files[0]!.diagnostics.map(({ severity }) => severity);
    assert.deepEqual([levels('off'), levels('error')], [[], ['error']]);
  });
});

describe('files that are no manifests', () => {
  const formats: readonly [format: string, text: string, path?: string][] = [
    ['kustomization', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n'],
    ['kustomization', 'resources: [a.yaml]\n', 'base/kustomization.yaml'],
    ['JSON patch', '- {op: replace, path: /spec/replicas, value: 3}\n'],
    ['Helm chart', 'apiVersion: v2\nname: web\nversion: 1.0.0\n'],
    ['Helm values', 'replicaCount: 1\nimage: {tag: "1"}\n', 'chart/values-prod.yaml'],
    ['Helmfile', 'releases:\n- {name: a, chart: b/c}\n'],
    ['Compose file', 'services:\n  web: {image: "nginx:${TAG}"}\n  worker: {build: .}\n'],
    [
      'GitHub workflow',
      'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n    - run: echo ${{ github.ref }}\n',
    ],
    ['GitHub action', 'name: x\nruns: {using: node20, main: index.js}\n'],
    ['GitLab CI file', 'stages: [test]\nunit: {stage: test, script: [make]}\n'],
    ['GitLab CI file', 'unit:\n  script:\n  - !reference [.setup, script]\n', '.gitlab-ci.yml'],
    ['Azure pipeline', 'trigger: [main]\nsteps:\n- script: echo $(Build.BuildId)\n'],
    ['Ansible playbook', '- hosts: all\n  tasks: [{name: a, ansible.builtin.ping: {}}]\n'],
    ['OpenAPI description', 'openapi: 3.1.0\ninfo: {title: a, version: "1"}\npaths: {}\n'],
    [
      'Prometheus rules',
      'groups:\n- name: a\n  rules: [{alert: b, expr: up == 0, annotations: {summary: "{{ $labels.job }}"}}]\n',
    ],
    [
      'CloudFormation template',
      'Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties: {BucketName: !Ref Name}\n',
    ],
    ['Docker Bake file', '{"target": {"web": {"context": "."}}}', 'docker-bake.json'],
    ['pre-commit settings', 'repos:\n- {repo: local, hooks: []}\n'],
    ['pre-commit settings', 'exclude: "a\\/b"\nrepos: []\n', '.pre-commit-config.yaml'],
    ['Skaffold file', 'apiVersion: skaffold/v4beta11\nkind: Config\nbuild: {artifacts: [{image: web}]}\n'],
    ['kind cluster', 'apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\nnodes: [{role: worker}]\n'],
    ['Crossplane package', 'apiVersion: meta.pkg.crossplane.io/v1\nkind: Provider\nmetadata: {name: a}\n'],
    ['clusterctl release', 'apiVersion: clusterctl.cluster.x-k8s.io/v1alpha3\nkind: Metadata\nreleaseSeries: []\n'],
    ['audit policy', 'apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: [{level: Metadata}]\n'],
    ['Argo CD plugin', 'apiVersion: argoproj.io/v1alpha1\nkind: ConfigManagementPlugin\nmetadata: {name: a}\n'],
    ['kubeconfig', 'apiVersion: v1\nkind: Config\nclusters: []\ncontexts: []\nusers: []\n'],
    ['npm package', '{"name": "a", "dependencies": {}}', 'package.json'],
    ['TypeScript settings', '{\n  // a comment\n  "compilerOptions": {}\n}\n', 'tsconfig.json'],
    ['editor settings', '{\n  // a comment\n  "cargo": {"filter": {"kind": "bin"}}\n}\n', '.vscode/launch.json'],
  ];
  for (const [format, text, path] of formats) {
    test(`${format}${path === undefined ? '' : ` (${path})`}`, () => {
      const { documents, diagnostics } = lint(text, path);
      assert.deepEqual(
        documents.map((document) => [document.skipped, document.format]),
        [['not a Kubernetes object', format]],
      );
      assert.deepEqual(diagnostics, []);
    });
  }

  test('an unknown one has no format', () =>
    assert.deepEqual(
      lint('a: b\n').documents.map((document) => [document.skipped, document.format]),
      [['not a Kubernetes object', undefined]],
    ));
  test('what a program has printed into a file of that name is no JSON, and no mistake', () => {
    const printed = lint('switched to db shop\n{ "_id" : , "x" : 1 }\nbye\n', 'compare/find.json');
    assert.deepEqual(
      printed.documents.map(({ skipped }) => skipped),
      ['not a Kubernetes object'],
    );
    assert.deepEqual(printed.diagnostics, []);
    assert.equal(lint(pod('').replace('spec:', ' spec:'), 'a.json').documents[0]!.verdicts?.['1.36'], 'undecodable');
  });
  test('a name does not make another thing of a manifest', () =>
    assert.equal(lint(pod(''), 'chart/values.yaml').documents[0]!.verdicts?.['1.36'], 'accept'));
  test('nor of a broken one', () =>
    assert.equal(
      lint(pod('').replace('spec:', ' spec:'), '.gitlab-ci.yml').documents[0]!.verdicts?.['1.36'],
      'undecodable',
    ));
  test('a group that no definition can have is none', () =>
    assert.deepEqual(
      lint('apiVersion: release-notes/v2\nkind: bug-fix\narea: cli\n').documents.map(({ skipped }) => skipped),
      ['not a Kubernetes object'],
    ));
  test('a slip in the group of a kind is none of that', () =>
    assert.deepEqual(
      lint('apiVersion: app/v1\nkind: Deployment\nmetadata: {name: a}\n').diagnostics.map(({ code }) => code),
      ['schema/wrong-api-version'],
    ));
  test('a custom resource is an object', () =>
    assert.equal(
      lint('apiVersion: example.com/v1\nkind: Task\nmetadata: {name: a}\n').documents[0]!.skipped,
      'kind without a definition',
    ));
});

describe('kustomize patches', () => {
  const kustomization = {
    path: 'overlays/prod/kustomization.yaml',
    text: 'resources: [../../base]\npatches:\n- path: ./memory.yaml\n- path: ../shared/delete.yaml\n- patch: |-\n    - {op: remove, path: /a}\n',
  };
  const memory = {
    path: 'overlays/prod/memory.yaml',
    text: 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template:\n    spec:\n      $setElementOrder/containers: [{name: web}]\n      containers:\n      - name: web\n        resources: {limits: {memory: 1Gi}}\n',
  };
  const remove = {
    path: 'overlays/shared/delete.yaml',
    text: 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n$patch: delete\n',
  };
  const files = (...sources: { path: string; text: string }[]): Record<string, Answer> =>
    Object.fromEntries(linter.lint(sources).files.map((file) => [file.path, file]));

  test('that a kustomization of the run names are skipped', () => {
    const found = files(kustomization, memory, remove);
    for (const { path } of [memory, remove]) {
      assert.deepEqual(
        found[path]!.documents.map(({ skipped }) => skipped),
        ['kustomize patch'],
        path,
      );
      assert.deepEqual(found[path]!.diagnostics, [], path);
    }
  });

  test('of a custom resource, and of a version that is gone, are skipped', () => {
    const text =
      'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: a}\nspec: {template: {spec: {containers: [{name: a}]}}}\n---\napiVersion: extensions/v1beta1\nkind: Deployment\nmetadata: {name: a}\nspec: {template: {spec: {containers: [{name: a}]}}}\n';
    const { documents, diagnostics } = files(kustomization, { ...memory, text })[memory.path]!;
    assert.deepEqual(
      documents.map(({ skipped }) => skipped),
      ['kustomize patch', 'kustomize patch'],
    );
    assert.deepEqual(diagnostics, []);
  });

  test('have their structure checked', () => {
    const wrong = {
      ...memory,
      text: memory.text.replace('limits', 'limit').replace('metadata: {name: web}', 'metadata: {name: 1}'),
    };
    assert.deepEqual(
      files(kustomization, wrong)[memory.path]!.diagnostics.map(({ code }) => code),
      ['schema/wrong-type', 'schema/unknown-field'],
    );
  });

  test('that no kustomization names are judged as what they call themselves', () =>
    assert.equal(files(memory)[memory.path]!.documents[0]!.verdicts?.['1.36'], 'reject'));
});

describe('encrypted documents', () => {
  const secret = (data: string, more = ''): string =>
    `apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {password: ${data}}\n${more}`;
  const encrypted = '"ENC[AES256_GCM,data:xyz=,iv:abc=,tag:def==,type:str]"';
  const sops = 'sops: {mac: "ENC[AES256_GCM,data:x,type:str]", lastmodified: "2026-01-01T00:00:00Z"}\n';

  test('are skipped, and nothing is said of them', () => {
    for (const text of [secret(encrypted, sops), secret('aGk=', sops), secret(encrypted), `[${encrypted}]\n`]) {
      const { documents, diagnostics } = lint(text);
      assert.deepEqual([documents.map(({ skipped }) => skipped), diagnostics], [['encrypted'], []], text);
    }
  });

  test('are told from what only looks like them', () => {
    for (const text of [
      secret('aGk='),
      secret('aGk=', '# sops, ENC[AES256_GCM,data:x]\n'),
      secret('aGk=', 'sops: {}\n'),
    ])
      assert.deepEqual(
        lint(text).documents.map(({ skipped }) => skipped),
        [undefined],
        text,
      );
  });
});

describe('what a test compares with the cluster', () => {
  const files = (given: Readonly<Record<string, string>>): Record<string, readonly (string | undefined)[]> =>
    Object.fromEntries(
      linter
        .lint(Object.entries(given).map(([path, text]) => ({ path, text })))
        .files.map(({ path, documents, diagnostics }) => [
          path,
          [
            ...documents.map(({ skipped, format }) => format ?? skipped),
            ...diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code),
          ],
        ]),
    );
  const part = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nstatus: {readyReplicas: 1}\n';
  const missing = ['api/required', 'api/required'];

  test('is no object, by the name that kuttl and Chainsaw look for', () => {
    for (const name of ['00-assert.yaml', 'e2e/03-assert.yml', '1-errors.yaml', '10-assert-ready.yaml'])
      assert.deepEqual(files({ [name]: part }), { [name]: ['assertion of a test'] });
    for (const name of ['00-install.yaml', 'assert.yaml', '00-asserted.yaml'])
      assert.deepEqual(files({ [name]: part })[name]?.slice(1), missing, name);
  });

  test('is no object where a Chainsaw test beside it names it', () => {
    const chainsaw = `apiVersion: chainsaw.kyverno.io/v1alpha1
kind: Test
metadata: {name: a}
spec:
  steps:
    - try:
        - apply: {file: ../web.yaml}
        - assert: {file: ready.yaml}
        - error: {file: ./gone.yaml}
        - patch: {file: changed.yaml}
`;
    const found = files({
      'web.yaml': part,
      't/chainsaw-test.yaml': chainsaw,
      ...Object.fromEntries(['ready', 'gone', 'changed', 'other'].map((name) => [`t/${name}.yaml`, part])),
    });
    for (const name of ['ready', 'gone', 'changed'])
      assert.deepEqual(found[`t/${name}.yaml`], ['assertion of a test'], name);
    for (const name of ['web.yaml', 't/other.yaml']) assert.deepEqual(found[name]?.slice(1), missing, name);
  });
});
