import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { evaluateCel, type CelResult, type CelVariables } from 'podlint/policy';

const pod: CelVariables = {
  object: {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', namespace: 'shop', labels: { app: 'web', 'example.com/tier': 'front' } },
    spec: {
      replicas: 3,
      ratio: 0.5,
      containers: [
        { name: 'web', image: 'registry.example/web:1.2', securityContext: { runAsNonRoot: true } },
        { name: 'log', image: 'registry.example/log:1.0', resources: { limits: { memory: '1Gi' } } },
      ],
    },
  },
  request: { operation: 'CREATE', username: 'alice', groups: ['dev'] },
};

type Table = Readonly<Record<string, unknown>>;

/** What expressions give, integers and others as `{int: '5'}`. */
const results: Readonly<Record<string, Table>> = {
  'integers of 64 bits': {
    '9223372036854775807 - 1': { int: '9223372036854775806' },
    '-7 / 2': { int: '-3' },
    '-7 % 2': { int: '-1' },
    '18446744073709551615u': { uint: '18446744073709551615' },
    '0x7fffffffffffffff': { int: '9223372036854775807' },
    'int(9007199254740993.0) == 9007199254740992': true,
  },
  'numbers of different types are compared by value, of dyn and of order': {
    'dyn(1) == dyn(1u)': true,
    'dyn(1) == dyn(1.0)': true,
    '1 < 2u': true,
    '9223372036854775807 < 9223372036854775807.0': false,
    // The integer becomes a double first (cel-go, common/types/compare.go).
    'dyn(9007199254740993) == dyn(9007199254740992.0)': true,
    '0.0 / 0.0 == 0.0 / 0.0': false,
    '{1: "a"}[dyn(1u)]': 'a',
    '1.0 in [1, 2]': undefined,
    'dyn(1.0) in [1, 2]': true,
  },
  'an error is absorbed by what decides without it': {
    'true || 1 / 0 > 0': true,
    '1 / 0 > 0 || true': true,
    'false && 1 / 0 > 0': false,
    '1 / 0 > 0 && false': false,
    '[1, 0].exists(x, 1 / x == 1)': true,
    '[0, 1].exists(x, 1 / x == 1)': true,
    '[0, 2].all(x, 2 / x > 5)': false,
    'true ? "a" : string(1 / 0)': 'a',
  },
  'absent fields': {
    'has(object.spec.hostNetwork)': false,
    'object.?spec.?hostNetwork.orValue(false)': false,
    'object.spec[?"replicas"].hasValue()': true,
    'object.?metadata.?annotations["a"].hasValue()': false,
    '[1, 2][?5].hasValue()': false,
    '"app" in object.metadata.labels': true,
    'object.metadata.labels["example.com/tier"]': 'front',
    '{?"a": optional.none(), "b": 1}.size()': { int: '1' },
    'oldObject == null': true,
  },
  'the data of a manifest': {
    'object.spec.replicas + 1': { int: '4' },
    'object.spec.ratio * 2.0': { double: '1' },
    'object.spec.containers.map(c, c.name)': ['web', 'log'],
    'object.spec.containers.filter(c, !has(c.securityContext)).map(c, c.name)': ['log'],
    'quantity(object.spec.containers[1].resources.limits.memory).isGreaterThan(quantity("512Mi"))': true,
    'request.userInfo.groups.exists(g, g == "dev")': true,
    'type(object.spec.replicas) == int': true,
  },
  'loops over two variables': {
    '["a", "b"].transformList(i, v, string(i) + v)': ['0a', '1b'],
    '{"a": 1}.transformMap(k, v, v + 1)': { map: [['a', { int: '2' }]] },
    '[1, 2].all(i, v, v == i + 1)': true,
  },
  time: {
    'duration("1h30m") + duration("30m") == duration("2h")': true,
    'timestamp("2024-02-29T00:00:00Z") + duration("24h") == timestamp("2024-03-01T00:00:00Z")': true,
    'timestamp("2024-03-01T00:00:00Z").getDayOfYear()': { int: '60' },
    'timestamp("2024-01-01T00:30:00Z").getHours("+02:00")': { int: '2' },
  },
  'texts are counted in code points': {
    'size("é👍z")': { int: '3' },
    '"é👍z".charAt(1)': '👍',
    '"a,b,c".split(",", 2)': ['a', 'b,c'],
    '"%s has %d of %.1f%%".format(["x", 5, 0.25])': 'x has 5 of 0.2%',
    '"tacocat".replace("a", "o", 1)': 'tococat',
  },
  "Kubernetes' own libraries": {
    '[1, 3, 2].isSorted()': false,
    '[1, 2, 3].sum()': { int: '6' },
    '"a1b22".findAll("[0-9]+")': ['1', '22'],
    'url("https://a.example:8080/p?q=1").getPort()': '8080',
    'ip("10.0.0.1").isLoopback()': false,
    'cidr("10.0.0.0/8").containsIP("10.200.0.1")': true,
    'semver("1.10.0").compareTo(semver("1.9.0"))': { int: '1' },
    'quantity("1.5Gi").asApproximateFloat() == 1610612736.0': true,
    'quantity("3").sub(2) == quantity("1")': true,
    // What a sum is not compared with: apiserver, pkg/cel/quantity.go.
    'quantity("1") != quantity("3").sub(2)': true,
    'quantity("1") in [quantity("3").sub(2)]': false,
    '!format.dns1123Label().validate("web-1").hasValue()': true,
    'sets.contains([1, 2], [2])': true,
  },
};

/** What gives an error: when it is evaluated, or before, where it could be worked out while compiling. */
const failing = [
  '9223372036854775807 + 1',
  '-9223372036854775808 / -1',
  '0u - 1u',
  '1 / 0',
  '[1][1]',
  '{"a": 1}["b"]',
  'object.spec.hostNetwork',
  'int("x")',
  'optional.none().value()',
  '"a".matches("(")  || dyn("a") == 1',
  'dyn("a") + dyn(1)',
  'quantity("1") == quantity("3").sub(2)',
];

/** What does not compile, and the column of its first problem. */
const refused: Readonly<Record<string, number>> = {
  '1 + "a"': 2,
  '1 == "a"': 2,
  nothing: 0,
  '[1, "a"]': 4,
  'object.spec.': 12,
  '"a".matches("[")': 12,
  'duration("x")': 9,
  'size(1)': 4,
  'math.greatest(1, 2)': 0,
};

function outcome(expression: string): CelResult {
  return evaluateCel(expression, pod);
}

describe('evaluateCel', () => {
  for (const [name, table] of Object.entries(results))
    describe(name, () => {
      for (const [expression, expected] of Object.entries(table))
        test(expression, () => {
          const answer = outcome(expression);
          assert.deepEqual('result' in answer ? answer.result : undefined, expected, JSON.stringify(answer));
        });
    });

  describe('gives an error', () => {
    for (const expression of failing) test(expression, () => assert.ok(!('result' in outcome(expression))));
  });

  describe('refuses, at the place at fault', () => {
    for (const [expression, column] of Object.entries(refused))
      test(expression, () => {
        const answer = outcome(expression);
        assert.ok('compile' in answer, JSON.stringify(answer));
        assert.deepEqual([answer.compile[0]?.line, answer.compile[0]?.column], [1, column]);
      });
  });

  test('says which type an expression has', () => {
    const typeOf = (expression: string): string | undefined => {
      const answer = outcome(expression);
      return 'type' in answer ? answer.type : undefined;
    };
    assert.equal(typeOf('[1, 2].map(x, string(x))'), 'list(string)');
    assert.equal(typeOf('{"a": 1u}'), 'map(string, uint)');
    assert.equal(typeOf('[1][?0]'), 'optional_type(int)');
    assert.equal(typeOf('object'), 'dyn');
  });

  test("params is there where it is given, be it as null, and a policy's variables are of the type they compile to", () => {
    assert.ok('compile' in evaluateCel('params == null', {}));
    const withParams = evaluateCel('params == null', { params: null });
    assert.equal('result' in withParams && withParams.result, true);
    const variables = [
      { name: 'names', expression: 'object.spec.containers.map(c, string(c.name))' },
      { name: 'first', expression: 'variables.names[0]' },
    ];
    const first = evaluateCel('variables.first + "!"', { ...pod, variables });
    assert.ok('result' in first);
    assert.deepEqual([first.type, first.result], ['string', 'web!']);
    assert.ok('compile' in evaluateCel('variables.first + 1', { ...pod, variables }));
  });
});
