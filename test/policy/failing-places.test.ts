import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinter, CustomRuleError, type LinterOptions } from 'podlint';

type CustomRule = NonNullable<LinterOptions['customRules']>[number];

const manifest = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {app: web}}
spec:
  replicas: 3
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      initContainers:
        - {name: i, image: "i:1"}
      containers:
        - {name: a, image: "a:1", env: [{name: X, value: "1"}, {name: low, value: "2"}]}
        - {name: b, image: "b:1", env: [{name: z, value: "3"}]}
      tolerations: [{key: k, operator: Exists}]
`;

function placesOf(rule: Omit<CustomRule, 'name'>): readonly string[] {
  const linter = createLinter({ preset: 'none', customRules: [{ name: 'tested', message: 'no', ...rule }] });
  const [file] = linter.lint([{ path: 'web.yaml', text: manifest }]).files;
  return (file?.diagnostics ?? []).map(({ path, message }) => `${path} ${message}`);
}

const containers = 'spec.template.spec.containers';

describe('where an object is at fault for an expression', () => {
  const cases: readonly (readonly [expression: string, places: readonly string[]])[] = [
    ['object.spec.replicas < 3', ['spec.replicas no']],
    ['object.spec.replicas < 3 && object.metadata.name == "x"', ['metadata.name no', 'spec.replicas no']],
    ["object.kind == 'Deployment' && object.metadata.name == 'x'", ['metadata.name no']],
    ["'team' in object.metadata.labels", ['metadata.labels no']],
    ['object.metadata.?annotations.team.hasValue()', ['metadata no']],
    ["podSpec.containers.all(c, c.name == 'a')", [`${containers}[1].name no`]],
    ["podTemplate.spec.containers.all(i, c, i == 1 || c.name == 'x')", [`${containers} no`]],
    [
      "!podSpec.containers.exists(c, c.image.endsWith(':1'))",
      [`${containers}[0].image no`, `${containers}[1].image no`],
    ],
    // One of them has to be it, and no single one is at fault for what none of them is.
    ["podSpec.containers.exists(c, c.name == 'x')", [`${containers} no`]],
    [
      'podSpec.containers.all(c, c.env.all(e, e.name == e.name.upperAscii()))',
      [`${containers}[0].env[1].name no`, `${containers}[1].env[0].name no`],
    ],
    [
      "(podSpec.containers + podSpec.?initContainers.orValue([])).filter(c, c.name != 'a').all(c, c.name == 'b')",
      ['spec.template.spec.initContainers[0].name no'],
    ],
    [
      "!has(podSpec.tolerations) || podSpec.tolerations.all(t, t.key != 'k')",
      ['spec.template.spec.tolerations[0].key no'],
    ],
    [
      "has(podSpec.volumes) ? podSpec.volumes.all(v, false) : podSpec.containers[1].name == 'x'",
      [`${containers}[1].name no`],
    ],
    ['podSpec.containers.size() == 1', [`${containers} no`]],
    ['1 > 2', [' no']],
  ];
  for (const [expression, places] of cases) test(expression, () => assert.deepEqual(placesOf({ expression }), places));

  test('what a message reads is the item alone', () => {
    const found = placesOf({
      variables: [{ name: 'others', expression: "podSpec.containers.filter(c, c.name != 'x')" }],
      expression: 'variables.others.all(c, false)',
      messageExpression: "variables.others.map(c, c.name).join('+')",
    });
    assert.deepEqual(found, [`${containers}[0] a`, `${containers}[1] b`]);
  });

  test('a place that is named goes over what is read', () => {
    const found = placesOf({ expression: 'object.spec.replicas < 3', path: 'podSpec.containers[0].image' });
    assert.deepEqual(found, [`${containers}[0].image no`]);
  });
});

describe('a rule of the user', () => {
  test('that asks for the Pod looks at no other object', () => {
    const linter = createLinter({
      preset: 'none',
      customRules: [{ name: 'pods', message: 'no', expression: 'size(podSpec.containers) > 5' }],
    });
    const text = 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 80}]}\n';
    assert.deepEqual(linter.lint([{ path: 'a.yaml', text }]).files[0]?.diagnostics, []);
  });

  test('that does not compile is refused at once', () => {
    const customRules = [{ name: 'broken', message: 'no', expression: 'object.spec +' }];
    assert.throws(() => createLinter({ customRules }), CustomRuleError);
  });

  test('ends within its budget', () => {
    const expression =
      '[0,1,2,3,4,5,6,7,8,9].map(a, [0,1,2,3,4,5,6,7,8,9].map(b, [0,1,2,3,4,5,6,7,8,9].map(c, [0,1,2,3,4,5,6,7,8,9].map(d, [0,1,2,3,4,5,6,7,8,9].map(e, [0,1,2,3,4,5,6,7,8,9].map(f, a + b)))))).size() == 1';
    const linter = createLinter({
      preset: 'none',
      customRules: [{ name: 'slow', level: 'error', message: 'no', expression }],
    });
    const [file] = linter.lint([{ path: 'web.yaml', text: manifest }]).files;
    assert.deepEqual(
      file?.diagnostics.map(({ severity, messageId }) => [severity, messageId]),
      [['warning', 'not-evaluated']],
    );
  });
});

describe('a rule is compiled as each version does it that objects are judged for', () => {
  // The functions for addresses came with Kubernetes 1.30.
  const customRules: readonly CustomRule[] = [{ name: 'address', message: 'no', expression: "isIP('::1') && false" }];
  const saidFor = (...kubernetesVersions: string[]): readonly unknown[] => {
    const linter = createLinter({ preset: 'none', customRules, kubernetesVersions });
    const [file] = linter.lint([{ path: 'web.yaml', text: manifest }]).files;
    return (file?.diagnostics ?? []).map(({ messageId, data, severity }) => [messageId, data['version'], severity]);
  };

  test('one that has the function', () => {
    assert.deepEqual(saidFor('1.30'), [['violated', undefined, 'warning']]);
  });

  test('one that lacks it is named', () => {
    assert.deepEqual(saidFor('1.29'), [['not-compiled', '1.29', 'warning']]);
    assert.deepEqual(
      saidFor('1.29', '1.36').map((said) => (said as readonly unknown[])[0]),
      ['not-compiled', 'violated'],
    );
  });
});
