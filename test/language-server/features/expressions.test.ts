import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { completeExpression, hoverExpression } from '@podlint/language-server/features';
import type { CustomResources } from '@podlint/engine';
import { installLateChecks } from '@podlint/policy/late';
import type { CompletionItem } from 'vscode-languageserver';
import { LanguageService } from '@podlint/language-server/service';
import { definedBy, open, taken } from './kit.js';

installLateChecks();

interface Proposed {
  readonly labels: readonly string[];
  item(label: string): CompletionItem;
  take(label: string): string;
}

/** Undefined: the cursor is in no expression. */
function proposed(marked: string, resources?: CustomResources): Proposed | undefined {
  const { file, offset, service } = open(marked, {}, {}, resources);
  const list = completeExpression(file, offset, service, { texts: 'plain' });
  if (!list) return undefined;
  const items = [...list.items].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
  const item = (label: string): CompletionItem => items.find((one) => one.label === label)!;
  return { labels: items.map(({ label }) => label), item, take: (label) => taken(file, item(label)) };
}

async function hovered(marked: string, resources?: CustomResources): Promise<string | undefined> {
  const { file, offset, service } = open(marked, {}, {}, resources);
  const found = await hoverExpression(file, offset, service);
  return found && (found.contents as { value: string }).value;
}

const policy = (body: string, resources = 'apiGroups: [apps], apiVersions: [v1], resources: [deployments]'): string =>
  `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: web }
spec:
  matchConstraints:
    resourceRules:
      - { operations: [CREATE], ${resources} }
${body}`;

const validation = (expression: string): string => policy(`  validations:\n    - expression: ${expression}\n`);

describe('completion in expressions', () => {
  test('variables, functions and macros where nothing is written yet, in any style of text', () => {
    for (const written of ['^', '"^"', "'^'", '|\n        ^', '>-\n        true &&\n        ^']) {
      const found = proposed(validation(written));
      assert.ok(found, written);
      assert.deepEqual(found.labels.slice(0, 5), ['authorizer', 'namespaceObject', 'object', 'oldObject', 'request']);
      for (const label of ['quantity', 'optional.of', 'has', 'true']) assert.ok(found.labels.includes(label), label);
      for (const label of ['params', 'startsWith', 'math.least']) assert.ok(!found.labels.includes(label), label);
    }
  });

  test('fields of the kind that the rules name, at any depth and inside of macros', () => {
    assert.deepEqual(proposed(validation('object.^'))!.labels, ['apiVersion', 'kind', 'metadata', 'spec', 'status']);
    const inMacro = proposed(validation('object.spec.template.spec.containers.all(c, c.re^'))!;
    assert.ok(inMacro.labels.includes('resources'));
    assert.match(inMacro.take('resources'), /all\(c, c\.resources\n/);
    assert.deepEqual(inMacro.item('resources').data, { owner: 'core.v1.Container', name: 'resources' });
    const nested = proposed(validation('size(object.spec.template.spec.containers.map(c, c.ports.filter(p, p.^'))!;
    assert.deepEqual(nested.labels, ['containerPort', 'hostIP', 'hostPort', 'name', 'protocol']);
    const withPlaces = proposed(validation('object.spec.template.spec.containers.all(i, c, c.^'))!;
    assert.ok(withPlaces.labels.includes('image'));
    const names = proposed(validation('object.spec.template.spec.containers.all(box, ^'))!;
    assert.ok(names.labels.includes('box'));
  });

  test('of a kind that only one rule names it is said so, and any object has what all have', () => {
    const two = 'apiGroups: [apps], apiVersions: [v1], resources: [deployments, statefulsets]';
    const found = proposed(policy('  validations:\n    - expression: object.spec.^\n', two))!;
    assert.match(JSON.stringify(found.item('serviceName').documentation), /Only in StatefulSet/);
    assert.equal(found.item('replicas').documentation, undefined);
    const any = 'apiGroups: ["*"], apiVersions: ["*"], resources: ["*"]';
    assert.deepEqual(proposed(policy('  validations:\n    - expression: object.^\n', any))!.labels, [
      ...['apiVersion', 'kind', 'metadata', 'spec', 'status'],
    ]);
    assert.ok(
      proposed(policy('  validations:\n    - expression: object.metadata.^\n', any))!.labels.includes('labels'),
    );
  });

  test('what can be called on a value, by its type', () => {
    const text = proposed(validation('object.metadata.name.^'))!.labels;
    for (const label of ['startsWith', 'matches', 'split']) assert.ok(text.includes(label), label);
    for (const label of ['all', 'isGreaterThan', 'getHours']) assert.ok(!text.includes(label), label);
    assert.ok(proposed(validation('object.spec.template.spec.containers.^'))!.labels.includes('exists_one'));
    assert.deepEqual(proposed(validation('object.metadata.?labels.^'))!.labels, [
      ...['optFlatMap', 'optMap', 'hasValue', 'or', 'orValue', 'value'],
    ]);
    assert.deepEqual(proposed(validation('authorizer.group("apps").resource("x").check("get").^'))!.labels, [
      ...['allowed', 'error', 'errored', 'reason'],
    ]);
    assert.ok(proposed(validation('authorizer.^'))!.labels.includes('requestResource'));
    assert.ok(proposed(validation('format.^'))!.labels.includes('uuid'));
    assert.ok(proposed(validation('request.userInfo.^'))!.labels.includes('groups'));
  });

  test('variables of the policy, those before it, with their types', () => {
    const body = (expression: string): string =>
      `  variables:
    - name: pod
      expression: object.spec.template.spec
    - name: boxes
      expression: variables.pod.containers
  validations:
    - expression: ${expression}
`;
    assert.deepEqual(proposed(policy(body('variables.^')))!.labels, ['boxes', 'pod']);
    assert.ok(proposed(policy(body('variables.boxes[0].^')))!.labels.includes('image'));
    const own = body('"true"').replace('variables.pod.containers', 'variables.^');
    assert.deepEqual(proposed(policy(own))!.labels, ['pod']);
    const conditions = policy('  matchConditions:\n    - name: a\n      expression: ^\n');
    assert.ok(!proposed(conditions)!.labels.includes('variables'));
  });

  test('params of a built-in kind, and of one with a definition', () => {
    const body = (kind: string): string => `  paramKind: { ${kind} }\n  validations:\n    - expression: params.^\n`;
    assert.ok(proposed(policy(body('apiVersion: v1, kind: ConfigMap')))!.labels.includes('data'));
    const limits = definedBy([definition]);
    const found = proposed(policy(body('apiVersion: x.example.com/v1, kind: Limit')), limits)!;
    assert.deepEqual(found.labels, ['apiVersion', 'kind', 'metadata', 'spec']);
    const matched = 'apiGroups: [x.example.com], apiVersions: [v1], resources: [limits]';
    const ofCustom = (expression: string): Proposed =>
      proposed(policy(`  validations:\n    - expression: ${expression}\n`, matched), limits)!;
    assert.deepEqual(ofCustom('object.spec.^').labels, ['most', 'zones']);
    assert.ok(ofCustom('object.metadata.^').labels.includes('annotations'));
  });

  test('mutations: what Object and its parts are made of', () => {
    const mutation = (expression: string): string =>
      policy(
        `  mutations:\n    - patchType: ApplyConfiguration\n      applyConfiguration:\n        expression: >\n          ${expression}\n`,
      ).replace('ValidatingAdmissionPolicy', 'MutatingAdmissionPolicy');
    assert.deepEqual(proposed(mutation('^'))!.labels.includes('Object'), true);
    assert.deepEqual(proposed(mutation('Object{spec: Object.^'))!.labels, ['metadata', 'spec', 'status']);
    const inBraces = proposed(mutation('Object{spec: Object.spec{ rep^'))!;
    assert.match(inBraces.take('replicas'), /Object\.spec\{ replicas: \n/);
    assert.ok(proposed(mutation('Object.spec.template.spec.containers.item{ ^'))!.labels.includes('image'));
    assert.ok(proposed(mutation('Object{spec: Object.spec{replicas: ^'))!.labels.includes('object'));
  });

  test('rules of schemas, selectors of devices, conditions of webhooks, and rules of a config', () => {
    const rule = (expression: string): string =>
      JSON.stringify(definition, null, 1).replace('"self.most > 0"', `"${expression}"`);
    assert.deepEqual(proposed(rule('self.^'))!.labels, ['most', 'zones']);
    assert.deepEqual(proposed(rule('self.zones.all(z, z.^)'))!.labels.includes('startsWith'), true);
    assert.ok(!proposed(rule('^'))!.labels.includes('object'));
    const device = `apiVersion: resource.k8s.io/v1
kind: DeviceClass
metadata: { name: gpu }
spec:
  selectors:
    - cel:
        expression: device.^
`;
    assert.deepEqual(proposed(device)!.labels, ['allowMultipleAllocations', 'attributes', 'capacity', 'driver']);
    const webhook = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: a }
webhooks:
  - name: a.example.com
    rules: [{ operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [pods] }]
    matchConditions:
      - name: a
        expression: object.spec.host^
`;
    assert.ok(proposed(webhook)!.labels.includes('hostNetwork'));
  });

  test('a config file: fields of the kinds that a rule is for, and of their Pods', () => {
    const config = (expression: string): string => `customRules:
  - name: boxes
    message: Say what it is.
    match: { kinds: [CronJob] }
    variables: [{ name: limit, expression: object.spec.schedule }]
    expression: ${expression}
`;
    const inConfig = (expression: string): readonly string[] | undefined => {
      const service = new LanguageService({ settingsFor: () => ({}) });
      const text = config(expression);
      const offset = text.indexOf('^');
      service.setFile({ path: '/w/podlint.config.yaml', text: text.replace('^', '') });
      const file = service.anyFile('file:///w/podlint.config.yaml')!;
      return completeExpression(file, offset, service, { texts: 'plain' })?.items.map(({ label }) => label);
    };
    assert.ok(inConfig('object.spec.^')?.includes('schedule'));
    assert.ok(inConfig('podSpec.containers.all(c, c.^')?.includes('imagePullPolicy'));
    assert.ok(inConfig('podTemplate.metadata.^')?.includes('labels'));
    assert.ok(inConfig('variables.limit.^')?.includes('startsWith'));
    assert.ok(!inConfig('^')?.includes('authorizer'));
    assert.equal(inConfig('"true"\n    path: ^'), undefined);
  });

  test('nothing in texts and comments of expressions and behind values, and no expression anywhere else', () => {
    for (const written of ["object.metadata.name == 'a^", '"object.spec // ^"', '"object.spec ^"', '12^'])
      assert.deepEqual(proposed(validation(written))?.labels ?? [], [], written);
    assert.equal(proposed(policy('  failurePolicy: ^\n')), undefined);
    assert.equal(proposed('apiVersion: v1\nkind: Pod\nmetadata:\n  name: object.^\n'), undefined);
    assert.equal(proposed(policy('  validations:\n    - message: object.^\n      expression: "true"\n')), undefined);
  });
});

describe('what is told of names', () => {
  test('each has a sentence about it, or words of the API, or is a field of a kind', () => {
    const any = 'apiGroups: ["*"], apiVersions: ["*"], resources: ["*"]';
    const asked = ['^', 'dyn(1).^', 'format.^', 'optional.^', 'sets.^', 'strings.^', 'ip.^', 'lists.^'];
    const unknown = asked.flatMap((expression) => {
      const found = proposed(policy(`  validations:\n    - expression: ${expression}\n`, any))!;
      const isConstant = (label: string): boolean => ['true', 'false', 'null'].includes(label);
      return found.labels.filter((label) => !found.item(label).documentation && !isConstant(label));
    });
    assert.deepEqual(unknown, []);
  });

  test('texts that are made to be hard end at once', () => {
    const hard = ['a('.repeat(9000), 'a[0]'.repeat(4000), 'a.b(c).'.repeat(2500), 'x.all(c, '.repeat(2000)];
    const started = performance.now();
    for (const text of hard) proposed(validation(`|\n        ${text}^`));
    assert.ok(performance.now() - started < 5000);
  });
});

describe('hover in expressions', () => {
  test('a field has its type and words, a function its ways to call it, a variable what it is', async () => {
    const field = await hovered(validation('"object.spec.template.spec.containers.all(c, c.ima^ge != \'\')"'));
    assert.match(field!, /^\*\*image\*\* · string/);
    assert.match(field!, /Container image name/i);
    const call = await hovered(validation("object.metadata.name.starts^With('a')"));
    assert.match(call!, /`string.startsWith\(string\) → bool`/);
    const variable = await hovered(validation('|\n        true &&\n        oldObj^ect == null'));
    assert.match(variable!, /^\*\*oldObject\*\* · Deployment\n\nThe object as it was before/);
    const bound = await hovered(validation('object.spec.template.spec.containers.all(box, b^ox.name != "")'));
    assert.match(bound!, /^\*\*box\*\* · Container/);
    const macro = await hovered(validation('object.spec.template.spec.containers.al^l(c, true)'));
    assert.match(macro!, /all\(x, condition\)/);
  });

  test('nothing for operators, texts and names that nobody knows', async () => {
    for (const written of ['object =^= null', `"'obj^ect' == ''"`, 'nobo^dy.spec'])
      assert.equal(await hovered(validation(written)), undefined, written);
  });
});

const definition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'limits.x.example.com' },
  spec: {
    group: 'x.example.com',
    scope: 'Cluster',
    names: { kind: 'Limit', plural: 'limits' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                properties: {
                  most: { type: 'integer' },
                  zones: { type: 'array', maxItems: 5, items: { type: 'string', maxLength: 9 } },
                },
                'x-kubernetes-validations': [{ rule: 'self.most > 0' }],
              },
            },
          },
        },
      },
    ],
  },
};
