import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { validatingPolicies, type RequestAnswer } from 'podlint/policy';

type Json = Record<string, unknown>;

const group = 'admissionregistration.k8s.io/v1';
const resources = ['pods', 'services', 'deployments', 'configmaps', 'widgets'];

function policy(name: string, mutations: readonly Json[], more: Json = {}): Json {
  const matchConstraints = {
    resourceRules: [{ apiGroups: ['*'], apiVersions: ['*'], resources, operations: ['CREATE', 'UPDATE'] }],
  };
  const spec = { matchConstraints, reinvocationPolicy: 'Never', mutations, ...more };
  return { apiVersion: group, kind: 'MutatingAdmissionPolicy', metadata: { name }, spec };
}

function binding(policyName: string, more: Json = {}): Json {
  const metadata = { name: `${policyName}-binding` };
  return { apiVersion: group, kind: 'MutatingAdmissionPolicyBinding', metadata, spec: { policyName, ...more } };
}

const apply = (expression: string): Json => ({ patchType: 'ApplyConfiguration', applyConfiguration: { expression } });
const patch = (expression: string): Json => ({ patchType: 'JSONPatch', jsonPatch: { expression } });

const pod = (spec: Json = {}, metadata: Json = {}): Json => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'p', ...metadata },
  spec: {
    containers: [
      {
        name: 'a',
        image: 'x',
        env: [
          { name: 'A', value: '1' },
          { name: 'B', value: '2' },
        ],
        ports: [{ containerPort: 80 }],
      },
      { name: 'b', image: 'y' },
    ],
    ...spec,
  },
});

const service: Json = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 's' },
  spec: { selector: { a: 'b' }, ports: [{ name: 'h', port: 80 }] },
};

function answerTo(object: Json, mutations: readonly Json[], more: Json = {}): RequestAnswer {
  const mutating = { policies: [policy('p', mutations, more)], bindings: [binding('p')] };
  const answer = validatingPolicies({
    policies: [],
    bindings: [],
    mutating,
    requests: [{ operation: 'CREATE', object }],
  });
  assert.deepEqual(answer.policyErrors, []);
  const [first] = answer.expect;
  assert.ok(first);
  return first;
}

/** What is at a path of an object: `spec.containers.0.image`. */
function at(object: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (value as Json | undefined)?.[name], object);
}

/** Fields of a list of containers: `a=x b=y`. */
function images(object: unknown): string {
  const containers = at(object, 'spec.containers') as readonly { name: string; image?: string }[];
  return containers.map(({ name, image = '' }) => `${name}=${image}`).join(' ');
}

const containersType = 'Object.spec.containers';

describe('a configuration that is applied', () => {
  const made: readonly (readonly [what: string, expression: string, path: string, expected: unknown, object?: Json])[] =
    [
      [
        'a map merges key by key',
        'Object{metadata: Object.metadata{labels: {"a": "b"}}}',
        'metadata.labels',
        { a: 'b', c: 'd' },
        pod({}, { labels: { c: 'd' } }),
      ],
      [
        'a map may be written as an object',
        'Object{metadata: Object.metadata{labels: Object.metadata.labels{a: "b"}}}',
        'metadata.labels.a',
        'b',
      ],
      [
        'the kind stays what it is',
        'Object{kind: "Wrong", metadata: Object.metadata{labels: {"a": "b"}}}',
        'kind',
        'Pod',
      ],
      [
        'fields of one item',
        `Object{spec: Object.spec{containers: [${containersType}{name: "a", image: "z"}]}}`,
        'spec.containers.0.env.1.value',
        '2',
      ],
      [
        'items inside of an item',
        `Object{spec: Object.spec{containers: [${containersType}{name: "a", env: [${containersType}.env{name: "B", value: "9"}]}]}}`,
        'spec.containers.0.env',
        [
          { name: 'A', value: '1' },
          { name: 'B', value: '9' },
        ],
      ],
      [
        'a key that is left out is the default',
        `Object{spec: Object.spec{ports: [Object.spec.ports{port: 80, targetPort: 8080}]}}`,
        'spec.ports.0.targetPort',
        8080,
        service,
      ],
      [
        'an optional field without a value is left out',
        'Object{metadata: Object.metadata{labels: {"a": "b"}, ?generateName: object.metadata.?generateName}}',
        'metadata.generateName',
        undefined,
      ],
      [
        'values of a set are there once',
        'Object{metadata: Object.metadata{finalizers: ["a/b", "c/d"]}}',
        'metadata.finalizers',
        ['a/b', 'c/d', 'e/f'],
        pod({}, { finalizers: ['c/d', 'e/f'] }),
      ],
      [
        'what is reckoned from the object',
        'Object{spec: Object.spec{terminationGracePeriodSeconds: object.spec.terminationGracePeriodSeconds * 2}}',
        'spec.terminationGracePeriodSeconds',
        60,
      ],
      [
        'the request',
        'Object{metadata: Object.metadata{labels: {"by": request.userInfo.username, "op": request.operation}}}',
        'metadata.labels',
        { by: 'alice', op: 'CREATE' },
      ],
    ];
  for (const [what, expression, path, expected, object = pod()] of made)
    test(what, () => {
      const answer = answerTo(object, [apply(expression)]);
      assert.equal(answer.allowed, true, JSON.stringify(answer));
      assert.deepEqual(at(answer.object, path), expected);
    });

  test('items of both lists are in the order of the configuration, and new ones follow', () => {
    const items = ['b", image: "z', 'new", image: "n', 'a'].map((name) => `${containersType}{name: "${name}"}`);
    const answer = answerTo(pod(), [apply(`Object{spec: Object.spec{containers: [${items.join(', ')}]}}`)]);
    assert.equal(images(answer.object), 'b=z new=n a=x');
  });

  const refused: readonly (readonly [what: string, expression: string])[] = [
    ['a field that the kind does not have', 'Object{spec: Object.spec{wrong: 1}}'],
    ['a value of another type', 'Object{spec: Object.spec{hostNetwork: "yes"}}'],
    ['a fraction where an integer is', 'Object{spec: Object.spec{terminationGracePeriodSeconds: 1.5}}'],
    [
      'a list that is replaced as a whole',
      'Object{spec: Object.spec{tolerations: [Object.spec.tolerations{key: "a"}]}}',
    ],
    ['a map that is replaced as a whole', 'Object{spec: Object.spec{nodeSelector: {"a": "b"}}}'],
    [
      'such a list inside of an item',
      `Object{spec: Object.spec{containers: [${containersType}{name: "a", command: ["x"]}]}}`,
    ],
    ['a type that is not called after its place', 'Object{spec: Object.wrong{priority: 5}}'],
    [
      'one item twice',
      `Object{spec: Object.spec{containers: [${containersType}{name: "q"}, ${containersType}{name: "q"}]}}`,
    ],
    ['a plain map as an item', 'Object{spec: Object.spec{containers: [{"name": "a", "image": "q"}]}}'],
    ['null', 'Object{spec: Object.spec{hostname: null}}'],
    ['an expression that fails', 'Object{metadata: Object.metadata{labels: {"a": object.metadata.nothing}}}'],
  ];
  for (const [what, expression] of refused)
    test(`refuses the request: ${what}`, () => {
      const answer = answerTo(pod(), [apply(expression)]);
      assert.equal(answer.allowed, false);
      assert.deepEqual(
        answer.decisions.map(({ policy: name, binding: by }) => [name, by]),
        [['p', 'p-binding']],
      );
    });

  test('an item without its key is one with an empty name, which the server refuses', () => {
    const answer = answerTo(pod(), [apply(`Object{spec: Object.spec{containers: [${containersType}{image: "q"}]}}`)]);
    assert.deepEqual([answer.allowed, answer.invalid?.[0]?.field], [false, 'spec.containers[2].name']);
  });

  test('a policy that ignores failures leaves the object to the next mutation', () => {
    const more = { failurePolicy: 'Ignore' };
    const mutations = [
      apply('Object{metadata: Object.metadata{labels: {"a": object.metadata.nothing}}}'),
      apply('Object{metadata: Object.metadata{labels: {"b": "1"}}}'),
    ];
    const answer = answerTo(pod(), mutations, more);
    assert.deepEqual([answer.allowed, at(answer.object, 'metadata.labels')], [true, { b: '1' }]);
  });
});

describe('a JSON patch', () => {
  const container = `${containersType}{name: "s", image: "i"}`;
  const made: readonly (readonly [operations: string, path: string, expected: unknown])[] = [
    ['{op: "add", path: "/metadata/labels", value: {"a": "b"}}', 'metadata.labels', { a: 'b' }],
    ['{op: "replace", path: "/spec/containers/0/image", value: "z"}', 'spec.containers.0.image', 'z'],
    // As the library that the server has does it: what is not there is set.
    ['{op: "replace", path: "/spec/hostname", value: "z"}', 'spec.hostname', 'z'],
    ['{op: "remove", path: "/spec/containers/0"}', 'spec.containers.0.name', 'b'],
    [`{op: "add", path: "/spec/containers/-", value: ${container}}`, 'spec.containers.2.name', 's'],
    [`{op: "add", path: "/spec/containers/0", value: ${container}}`, 'spec.containers.0.name', 's'],
    [`{op: "add", path: "/spec/containers/-1", value: ${container}}`, 'spec.containers.2.name', 's'],
    [
      '{op: "move", from: "/spec/containers/1/image", path: "/spec/hostname"}, JSONPatch{op: "add", path: "/spec/containers/1/image", value: "q"}',
      'spec.hostname',
      'y',
    ],
    ['{op: "copy", from: "/spec/containers/1/image", path: "/spec/hostname"}', 'spec.hostname', 'y'],
    [
      '{op: "test", path: "/spec/containers/0/image", value: "x"}, JSONPatch{op: "add", path: "/spec/hostname", value: "h"}',
      'spec.hostname',
      'h',
    ],
    [
      '{op: "test", path: "/spec/containers/0/image", value: "other"}, JSONPatch{op: "add", path: "/spec/hostname", value: "h"}',
      'spec.hostname',
      undefined,
    ],
    [
      '{op: "test", path: "/spec/hostname", value: null}, JSONPatch{op: "add", path: "/spec/hostname", value: "h"}',
      'spec.hostname',
      undefined,
    ],
    [
      '{op: "test", path: "/spec/hostname"}, JSONPatch{op: "add", path: "/spec/hostname", value: "h"}',
      'spec.hostname',
      'h',
    ],
    [
      '{op: "add", path: "/metadata/annotations", value: {}}, JSONPatch{op: "add", path: "/metadata/annotations/" + jsonpatch.escapeKey("a.b/c"), value: "x"}',
      'metadata.annotations',
      { 'a.b/c': 'x' },
    ],
  ];
  for (const [operations, path, expected] of made)
    test(operations, () => {
      const answer = answerTo(pod(), [patch(`[JSONPatch${operations}]`)]);
      assert.equal(answer.allowed, true, JSON.stringify(answer.decisions));
      assert.deepEqual(at(answer.object, path), expected);
    });

  const refused = [
    '{op: "add", path: "/metadata/labels/a", value: "b"}',
    `{op: "add", path: "/spec/containers/7", value: ${container}}`,
    '{op: "remove", path: "/spec/nothing"}',
    '{op: "add", path: "/spec/wrong", value: 1}',
    '{op: "add", path: "/spec/hostNetwork", value: "yes"}',
    '{op: "frob", path: "/spec/hostNetwork", value: true}',
    '{op: "add", path: "", value: 1}',
  ];
  for (const operations of refused)
    test(`refuses the request: ${operations}`, () => {
      assert.equal(answerTo(pod(), [patch(`[JSONPatch${operations}]`)]).allowed, false);
    });

  test('what cannot be read as an object refuses the request though failures are ignored', () => {
    const more = { failurePolicy: 'Ignore' };
    assert.equal(
      answerTo(pod(), [patch('[JSONPatch{op: "add", path: "/spec/wrong", value: 1}]')], more).allowed,
      false,
    );
    assert.equal(answerTo(pod(), [patch('[JSONPatch{op: "remove", path: "/spec/nothing"}]')], more).allowed, true);
  });

  test('an object of a kind that nobody has defined', () => {
    const widget = {
      apiVersion: 'example.com/v1',
      kind: 'Widget',
      metadata: { name: 'w', namespace: 'default' },
      spec: {},
    };
    const answer = answerTo(widget, [patch('[JSONPatch{op: "add", path: "/spec/size", value: 3}]')]);
    assert.deepEqual(answer.object?.['spec'], { size: 3 });
  });
});

describe('several policies', () => {
  const label = (name: string, value: string): Json =>
    apply(`Object{metadata: Object.metadata{labels: {"${name}": ${value}}}}`);

  function labelsAfter(policies: readonly Json[], bindings: readonly Json[], more: Json = {}): unknown {
    const requests = [{ operation: 'CREATE', object: pod(), ...more }];
    const answer = validatingPolicies({ policies: [], bindings: [], mutating: { policies, bindings }, requests });
    assert.deepEqual(answer.policyErrors, []);
    return answer.expect[0]?.allowed ? at(answer.expect[0].object, 'metadata.labels') : 'refused';
  }

  test('each sees what those before it have made', () => {
    const policies = [policy('a', [label('a', '"1"')]), policy('b', [label('b', 'object.metadata.labels.a + "2"')])];
    assert.deepEqual(labelsAfter(policies, [binding('a'), binding('b')]), { a: '1', b: '12' });
  });

  test('one that wants it is asked again after later changes', () => {
    const seen = 'string(has(object.metadata.labels) && has(object.metadata.labels.b))';
    for (const [reinvocationPolicy, expected] of [
      ['Never', 'false'],
      ['IfNeeded', 'true'],
    ] as const) {
      const policies = [policy('a', [label('saw', seen)], { reinvocationPolicy }), policy('b', [label('b', '"1"')])];
      assert.deepEqual(labelsAfter(policies, [binding('a'), binding('b')]), { saw: expected, b: '1' });
    }
  });

  test('conditions, variables, bindings and params', () => {
    const never = { matchConditions: [{ name: 'other', expression: 'object.metadata.name == "other"' }] };
    const policies = [policy('never', [label('n', '"1"')], never), policy('unbound', [label('u', '"1"')])];
    assert.equal(labelsAfter(policies, [binding('never')]), undefined);
    const variables = { variables: [{ name: 'v', expression: 'object.metadata.name + "-v"' }] };
    assert.deepEqual(labelsAfter([policy('v', [label('v', 'variables.v')], variables)], [binding('v')]), { v: 'p-v' });
    const elsewhere = { matchResources: { namespaceSelector: { matchLabels: { team: 'x' } } } };
    assert.equal(labelsAfter([policy('e', [label('e', '"1"')])], [binding('e', elsewhere)]), undefined);
  });

  test('a mutation is made for each of the params, and none are a refusal where the binding says so', () => {
    const withParams = policy(
      'q',
      [apply('Object{metadata: Object.metadata{labels: {params.metadata.name: params.data.v}}}')],
      {
        paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
      },
    );
    const settings = ['one', 'two'].map((name) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name, namespace: 'default', labels: { for: 'policy' } },
      data: { v: name },
    }));
    const answerWith = (paramRef: Json): unknown => {
      const mutating = { policies: [withParams], bindings: [binding('q', { paramRef })] };
      const requests = [{ operation: 'CREATE', object: pod() }];
      const [answer] = validatingPolicies({ policies: [], bindings: [], mutating, params: settings, requests }).expect;
      return answer?.allowed ? at(answer.object, 'metadata.labels') : 'refused';
    };
    const selector = { matchLabels: { for: 'policy' } };
    assert.deepEqual(answerWith({ selector, parameterNotFoundAction: 'Deny' }), { one: 'one', two: 'two' });
    assert.equal(answerWith({ name: 'none', parameterNotFoundAction: 'Allow' }), undefined);
    assert.equal(answerWith({ name: 'none', parameterNotFoundAction: 'Deny' }), 'refused');
  });

  test('an update is changed, a deletion is not', () => {
    const policies = [policy('a', [label('was', 'oldObject.spec.containers[0].image')])];
    const update = { operation: 'UPDATE', oldObject: pod(), object: pod() };
    assert.deepEqual(labelsAfter(policies, [binding('a')], update), { was: 'x' });
    const requests = [{ operation: 'DELETE', oldObject: pod() }];
    const mutating = { policies, bindings: [binding('a')] };
    assert.equal(validatingPolicies({ policies: [], bindings: [], mutating, requests }).expect[0]?.allowed, true);
  });

  test('validating policies judge what mutating ones have made', () => {
    const metadata = { name: 'v' };
    const { matchConstraints } = policy('x', [])['spec'] as { matchConstraints: Json };
    const validations = [{ expression: 'has(object.metadata.labels) && "a" in object.metadata.labels' }];
    const validating = {
      policies: [
        { apiVersion: group, kind: 'ValidatingAdmissionPolicy', metadata, spec: { matchConstraints, validations } },
      ],
      bindings: [
        {
          apiVersion: group,
          kind: 'ValidatingAdmissionPolicyBinding',
          metadata,
          spec: { policyName: 'v', validationActions: ['Deny'] },
        },
      ],
    };
    const requests = [{ operation: 'CREATE', object: pod() }];
    const mutating = { policies: [policy('a', [label('a', '"1"')])], bindings: [binding('a')] };
    assert.equal(validatingPolicies({ ...validating, requests }).expect[0]?.allowed, false);
    assert.equal(validatingPolicies({ ...validating, mutating, requests }).expect[0]?.allowed, true);
  });
});
