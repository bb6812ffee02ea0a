import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinter, type ReportedDiagnostic, type ReportedDocument } from 'podlint';

const linter = createLinter({ kubernetesVersions: ['1.36'] });

function lint(text: string): { documents: readonly ReportedDocument[]; diagnostics: readonly ReportedDiagnostic[] } {
  return linter.lint([{ path: 'a.yaml', text }]).files[0]!;
}

/** Errors with the text that they stand at. */
function errorsOf(text: string): [code: string, field: string, at: string][] {
  return lint(text)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code, path, range: { start, end } }) => [code, path, text.slice(start.offset, end.offset)]);
}

const selected = 'selector: {matchLabels: {app: web}}';
const template = (container: string): string =>
  `{metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: "registry.example/web:1.2"${container}}]}}`;

type Make = (container: string) => string;
const kinds: Readonly<Record<string, [apiVersion: string, way: string, spec: Make]>> = {
  Rollout: [
    'argoproj.io/v1alpha1',
    'spec.template',
    (c) => `${selected}, strategy: {canary: {}}, template: ${template(c)}`,
  ],
  CloneSet: ['apps.kruise.io/v1alpha1', 'spec.template', (c) => `${selected}, template: ${template(c)}`],
  StatefulSet: ['apps.kruise.io/v1beta1', 'spec.template', (c) => `${selected}, template: ${template(c)}`],
  DaemonSet: ['apps.kruise.io/v1alpha1', 'spec.template', (c) => `${selected}, template: ${template(c)}`],
  BroadcastJob: ['apps.kruise.io/v1alpha1', 'spec.template', (c) => `template: ${template(c)}`],
  DeploymentConfig: ['apps.openshift.io/v1', 'spec.template', (c) => `selector: {app: web}, template: ${template(c)}`],
  Notebook: ['kubeflow.org/v1', 'spec.template', (c) => `template: ${template(c)}`],
  Service: ['serving.knative.dev/v1', 'spec.template', (c) => `template: ${template(c)}`],
  Kibana: ['kibana.k8s.elastic.co/v1', 'spec.podTemplate', (c) => `version: 8.1.0, podTemplate: ${template(c)}`],
  Elasticsearch: [
    'elasticsearch.k8s.elastic.co/v1',
    'spec.nodeSets[0].podTemplate',
    (c) => `version: 8.1.0, nodeSets: [{name: a, count: 1, podTemplate: ${template(c)}}]`,
  ],
};

const merged: ReadonlySet<string> = new Set(['Kibana', 'Elasticsearch']);

function objectOf(kind: string, container: string): string {
  const [apiVersion, , spec] = kinds[kind]!;
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: web, namespace: shop}\nspec: {${spec(container)}}\n`;
}

describe('pod templates in custom resources', () => {
  test('JobSet: claims of its own are volumes of its pods', () => {
    const jobs = (policies: string): string =>
      `apiVersion: jobset.x-k8s.io/v1alpha2\nkind: JobSet\nmetadata: {name: web, namespace: shop}\nspec: {${policies}replicatedJobs: [{name: a, template: {spec: {template: ${template(', volumeMounts: [{name: data, mountPath: /data}]')}}}}]}\n`;
    const policies = 'volumeClaimPolicies: [{templates: [{metadata: {name: data}, spec: {}}]}], ';
    assert.deepEqual(errorsOf(jobs(policies)), []);
    const field = 'spec.replicatedJobs[0].template.spec.template.spec.containers[0].volumeMounts[0].name';
    assert.deepEqual(errorsOf(jobs('')), [['api/not-found', field, 'data']]);
  });
  test('LeaderWorkerSet: the same', () => {
    const sets = (claims: string): string =>
      `apiVersion: leaderworkerset.x-k8s.io/v1\nkind: LeaderWorkerSet\nmetadata: {name: web, namespace: shop}\nspec: {leaderWorkerTemplate: {size: 2, ${claims}workerTemplate: ${template(', volumeMounts: [{name: data, mountPath: /data}]')}}}\n`;
    assert.deepEqual(errorsOf(sets('volumeClaimTemplates: [{metadata: {name: data}, spec: {}}], ')), []);
    const field = 'spec.leaderWorkerTemplate.workerTemplate.spec.containers[0].volumeMounts[0].name';
    assert.deepEqual(errorsOf(sets('')), [['api/not-found', field, 'data']]);
  });
  for (const [kind, [, way]] of Object.entries(kinds)) {
    test(`${kind}: a port and a field that no Pod takes, at their places`, () => {
      const text = objectOf(kind, ', port: 1, ports: [{containerPort: 70000}]');
      const unknown = ['schema/unknown-field', `${way}.spec.containers[0].port`, 'port'] as const;
      const invalid = ['api/invalid', `${way}.spec.containers[0].ports[0].containerPort`, '70000'] as const;
      // What Elastic's operator does not know it drops.
      assert.deepEqual(errorsOf(text), merged.has(kind) ? [invalid] : [unknown, invalid]);
      assert.ok(lint(text).diagnostics.some(({ code, path }) => code === unknown[0] && path === unknown[1]));
    });
    test(`${kind}: nothing against a good one, which gets no verdict`, () => {
      const text = objectOf(kind, '');
      assert.deepEqual(errorsOf(text), []);
      assert.deepEqual(
        lint(text).documents.map(({ skipped, verdicts }) => [skipped, verdicts]),
        [['only its pod template is judged', undefined]],
      );
    });
  }

  test('rules look at whole templates, and name the container', () => {
    const found = lint(objectOf('Rollout', ', securityContext: {privileged: true}')).diagnostics;
    assert.deepEqual(
      found.filter(({ code }) => code === 'security/privileged').map(({ path, container }) => [path, container]),
      [['spec.template.spec.containers[0].securityContext.privileged', 'web']],
    );
  });

  test('rules look at what is written in what an operator merges, and miss nothing there', () => {
    const warnings = (text: string): readonly ReportedDiagnostic[] =>
      lint(text).diagnostics.filter(({ severity }) => severity === 'warning');
    const found = warnings(objectOf('Kibana', ', securityContext: {privileged: true}'));
    assert.deepEqual(
      found.map(({ code, path, container }) => [code, path, container]),
      [['security/privileged', 'spec.podTemplate.spec.containers[0].securityContext.privileged', 'web']],
    );
    const inline =
      'apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: {name: web}\nspec:\n  predictor:\n    containers: [{name: kserve-container, securityContext: {privileged: true}}]\n';
    assert.deepEqual(
      warnings(inline).map(({ code, path }) => [code, path]),
      [['security/privileged', 'spec.predictor.containers[0].securityContext.privileged']],
    );
  });

  test('rules say nothing for the lack of what the operator may have', () => {
    const pod = (owner: string): string =>
      `${owner}\n    spec:\n      volumes: [{name: elasticsearch-data, emptyDir: {}}]\n      hostNetwork: true\n      containers:\n        - name: web\n          lifecycle: {preStop: {sleep: {seconds: 60}}}\n          livenessProbe: {httpGet: {path: /, port: https}, initialDelaySeconds: 300, failureThreshold: 2}\n`;
    const codes = (text: string): string[] => lint(text).diagnostics.map(({ code }) => code);
    const lacking = [
      'volumes/unused',
      'lifecycle/pre-stop-over-grace',
      'probes/port-not-declared',
      'probes/delay-instead-of-startup-probe',
    ];
    const whole = codes(
      pod('apiVersion: kubeflow.org/v1\nkind: Notebook\nmetadata: {name: web, namespace: shop}\nspec:\n  template:'),
    );
    assert.deepEqual(
      lacking.filter((code) => !whole.includes(code)),
      [],
    );
    const part = codes(
      pod(
        'apiVersion: kibana.k8s.elastic.co/v1\nkind: Kibana\nmetadata: {name: web, namespace: shop}\nspec:\n  podTemplate:',
      ),
    );
    assert.deepEqual(
      lacking.filter((code) => part.includes(code)),
      [],
    );
    assert.ok(part.includes('security/host-namespaces'));
  });

  test('each of several templates is judged, in lists and in maps', () => {
    const pod = (container: string): string => `{spec: {containers: [{name: web, ${container}}]}}`;
    const job = (name: string, container: string): string =>
      `{name: ${name}, template: {spec: {template: ${pod(container)}}}}`;
    const set = `apiVersion: jobset.x-k8s.io/v1alpha2\nkind: JobSet\nmetadata: {name: web}\nspec:\n  replicatedJobs: [${job('a', 'image: "a:1"')}, ${job('b', 'securityContext: {privileged: true}')}]\n`;
    const second = 'spec.replicatedJobs[1].template.spec.template.spec.containers[0]';
    assert.deepEqual(errorsOf(set), [['api/required', `${second}.image`, 'name']]);
    const privileged = lint(set).diagnostics.filter(({ code }) => code === 'security/privileged');
    assert.deepEqual(
      privileged.map(({ path, container }) => [path, container]),
      [[`${second}.securityContext.privileged`, 'web']],
    );
    const training = `apiVersion: kubeflow.org/v1\nkind: PyTorchJob\nmetadata: {name: web}\nspec: {pytorchReplicaSpecs: {Master: {template: ${pod('image: "a:1"')}}, Worker: {template: ${pod('imagee: "a:1"')}}}}\n`;
    assert.deepEqual(
      errorsOf(training).map(([code, path]) => [code, path]),
      [
        ['api/required', 'spec.pytorchReplicaSpecs.Worker.template.spec.containers[0].image'],
        ['schema/unknown-field', 'spec.pytorchReplicaSpecs.Worker.template.spec.containers[0].imagee'],
      ],
    );
  });

  test('a comment speaks of a container in any of them', () => {
    const text = `apiVersion: ray.io/v1
kind: RayCluster
metadata: {name: web}
spec:
  workerGroupSpecs:
    - groupName: a
      template:
        spec:
          containers:
            # podlint-disable-next-line security/privileged
            - name: web
              image: registry.example/web:1.2
              securityContext:
                privileged: true
`;
    const codes = lint(text).diagnostics.map(({ code }) => code);
    assert.ok(!codes.includes('security/privileged'));
    assert.ok(!codes.includes('suppressions/unused'));
  });

  test('a selector has to match', () => {
    const text = objectOf('Rollout', '').replace('matchLabels: {app: web}', 'matchLabels: {app: other}');
    assert.deepEqual(
      errorsOf(text).map(([code, path]) => [code, path]),
      [['api/invalid', 'spec.template.metadata.labels']],
    );
  });

  test('a Job that restarts always is refused', () => {
    const job = (policy: string): string =>
      `apiVersion: keda.sh/v1alpha1\nkind: ScaledJob\nmetadata: {name: web}\nspec:\n  jobTargetRef:\n    template:\n      spec:\n        ${policy}\n        containers: [{name: web, image: "registry.example/web:1.2"}]\n`;
    assert.deepEqual(errorsOf(job('restartPolicy: Never')), []);
    // KEDA fills in a missing one.
    assert.deepEqual(errorsOf(job('activeDeadlineSeconds: 60')), []);
    assert.deepEqual(errorsOf(job('restartPolicy: Always')), [
      ['api/required', 'spec.jobTargetRef.template.spec.restartPolicy', 'Always'],
    ]);
  });

  test('Knative names containers and fills in probes, and takes fields of its own', () => {
    const text =
      'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: {name: web}\nspec:\n  template:\n    spec:\n      containerConcurrency: 10\n      timeoutSeconds: 300\n      containers:\n        - image: registry.example/web:1.2\n          readinessProbe: {httpGet: {path: /}}\n';
    assert.deepEqual(errorsOf(text), []);
    const images = '[{image: "registry.example/web:1.2"}, {image: "registry.example/web:1.3"}]';
    assert.deepEqual(
      errorsOf(text.replace('      containers:', `      initContainers: ${images}\n      containers:`)),
      [],
    );
  });

  test('claims of a CloneSet are volumes, and other names are not', () => {
    const mount = (name: string): string => objectOf('CloneSet', `, volumeMounts: [{name: ${name}, mountPath: /data}]`);
    assert.equal(errorsOf(mount('data')).length, 1);
    const claims = `volumeClaimTemplates: [{metadata: {name: data}}], ${selected}`;
    assert.deepEqual(errorsOf(mount('data').replace(selected, claims)), []);
  });

  test('an image may come from an ImageStream', () => {
    const text = objectOf('DeploymentConfig', '').replace('registry.example/web:1.2', '');
    assert.deepEqual(
      errorsOf(text).map(([code]) => code),
      ['api/required'],
    );
    const triggers = 'triggers: [{type: ImageChange}], selector: {app: web}';
    assert.deepEqual(errorsOf(text.replace('selector: {app: web}', triggers)), []);
  });

  test('what is missing in a part may come from the operator, also in a PodSpec among other fields', () => {
    const service = (more: string): string =>
      `apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: {name: web}\nspec:\n  predictor:\n    minReplicas: 1\n    model: {modelFormat: {name: sklearn}}\n    containers: [{name: kserve-container${more}}]\n`;
    assert.deepEqual(errorsOf(service('')), []);
    assert.deepEqual(errorsOf(service(', imagePullPolicy: Sometimes')), [
      ['api/not-supported', 'spec.predictor.containers[0].imagePullPolicy', 'Sometimes'],
    ]);
  });

  test('a Rollout that refers to a Deployment has no template', () => {
    const text =
      'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: web}\nspec: {workloadRef: {apiVersion: apps/v1, kind: Deployment, name: web}}\n';
    assert.deepEqual(lint(text).diagnostics, []);
    assert.deepEqual(
      lint(text).documents.map(({ skipped }) => skipped),
      ['kind without a definition'],
    );
  });

  test('rules over the run see its Pods', () => {
    const text = `${objectOf('Rollout', '')}---\n${objectOf('Rollout', '').replace('name: web, name', 'name: other, name')}`;
    const found = lint(text).diagnostics.filter(({ code }) => code === 'metadata/selector-too-wide');
    assert.deepEqual(
      found.map(({ path, data }) => [path, data['otherKind']]),
      [['spec.selector', 'Rollout']],
    );
  });

  test('comments and annotations suppress in a template', () => {
    const text = `${objectOf('Rollout', ', ports: [{containerPort: 70000}]').trimEnd()} # podlint-disable-line api/invalid\n`;
    assert.deepEqual(errorsOf(text), []);
  });
});
