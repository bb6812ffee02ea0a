import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { containerWith, decodeText, decodedAt, documentOf, findings, podWith } from './kit.js';

/** A field of each type that Go decodes, with the lines that set it to a value. */
const places = {
  int32: {
    set: (value: string) => containerWith(`ports:\n- containerPort: ${value}`),
    path: 'spec.containers[0].ports[0].containerPort',
  },
  int64: {
    set: (value: string) => podWith(`terminationGracePeriodSeconds: ${value}`),
    path: 'spec.terminationGracePeriodSeconds',
  },
  boolean: { set: (value: string) => podWith(`hostNetwork: ${value}`), path: 'spec.hostNetwork' },
  string: { set: (value: string) => podWith(`nodeName: ${value}`), path: 'spec.nodeName' },
  'int-or-string': {
    set: (value: string) => containerWith(`livenessProbe:\n  httpGet:\n    port: ${value}`),
    path: 'spec.containers[0].livenessProbe.httpGet.port',
  },
  quantity: {
    set: (value: string) => containerWith(`resources:\n  limits:\n    memory: ${value}`),
    path: 'spec.containers[0].resources.limits[memory]',
  },
  time: {
    set: (value: string) => `apiVersion: v1\nkind: Pod\nmetadata:\n  creationTimestamp: ${value}\n`,
    path: 'metadata.creationTimestamp',
  },
  bytes: { set: (value: string) => `apiVersion: v1\nkind: Secret\ndata:\n  key: ${value}\n`, path: 'data[key]' },
  'list of strings': { set: (value: string) => containerWith(`command: ${value}`), path: 'spec.containers[0].command' },
  'map of strings': { set: (value: string) => podWith(`nodeSelector: ${value}`), path: 'spec.nodeSelector' },
  'list of objects': { set: (value: string) => podWith(`volumes: ${value}`), path: 'spec.volumes' },
  object: { set: (value: string) => podWith(`securityContext: ${value}`), path: 'spec.securityContext' },
};

const taken: Record<keyof typeof places, string[]> = {
  int32: ['80', '80.0', '8e1', '0120', '0x50', '2147483647', '-2147483648', '-0.0', 'null', '~', ''],
  int64: ['30', '2147483648', '9223372036854775807', '-9223372036854775808', '1e18', 'null'],
  boolean: ['true', 'yes', 'off', 'Y', 'null'],
  string: ['node', '"80"', "'yes'", '""', '!!str 80', '2020-01-01', '1:30', 'null'],
  'int-or-string': ['80', '"80"', 'http', '80.0', '-1', '2147483647', 'null'],
  quantity: ['1Gi', '500m', '1', '1.5', '1e3', '"1e3"', '.5', '" 1Gi "', '-1', '1_000', 'null'],
  time: [
    '"2020-01-01T00:00:00Z"',
    '2020-01-01T00:00:00.123+02:00',
    '2020-01-01T5:00:00Z',
    '"2020-02-29T23:59:59,5Z"',
    '2020-01-01T00:00:00+24:60',
    'null',
  ],
  bytes: ['QQ==', 'YWJj', '""', '"QQ=\\n="', '|\n    YWJj\n    YWJj', '[72, 105, null]', 'null'],
  'list of strings': ['[a, b]', '[]', '[null]', 'null'],
  'map of strings': ['{a: b}', '{}', '{a: null}', 'null'],
  'list of objects': ['[{name: a}]', '[null]', '[]', 'null'],
  object: ['{}', '{runAsUser: 1}', 'null'],
};

const refused: Record<keyof typeof places, string[]> = {
  int32: ['"80"', '1.5', '2147483648', '-2147483649', '1e10', 'eighty', 'true', '[80]', '{a: 80}', '""'],
  int64: ['"30"', '0.5', '9223372036854775808', '1e19', '.inf', 'true'],
  boolean: ['"true"', '1', '0', 'enabled', '[]'],
  string: ['80', 'true', 'yes', '1e3', '0644', '[a]', '{a: b}'],
  'int-or-string': ['1.5', '2147483648', 'true', '[80]', '{}'],
  quantity: ['500 MB', '1GB', '""', 'true', '1,5', '[1]', '{}', '1Gi1', '0x10Gi'],
  time: [
    '""',
    '2020-01-01',
    'now',
    '2020-01-01 00:00:00Z',
    '2020-02-30T00:00:00Z',
    '2020-01-01T24:00:00Z',
    '2020-01-01T00:00:60Z',
    '2020-01-01t00:00:00Z',
    '1577836800',
    '{}',
  ],
  bytes: ['QQ', 'Q===', 'a-b_', 'QQ==QQ==', '80', 'true', '[256]', '[a]'],
  'list of strings': ['a', '{a: b}', '80', 'true', '""'],
  'map of strings': ['a', '[a]', '80'],
  'list of objects': ['{name: a}', 'a', '""'],
  object: ['[]', 'a', '80', 'true', '""'],
};

for (const [type, { set, path }] of Object.entries(places)) {
  describe(`a field of type ${type}`, () => {
    for (const value of taken[type as keyof typeof places]) {
      test(`takes ${JSON.stringify(value)}`, () => {
        assert.deepEqual(documentOf(set(value)).problems, []);
        const { problems, undecodable } = decodeText(set(value));
        assert.deepEqual({ problems, undecodable }, { problems: [], undecodable: false });
      });
    }
    for (const value of refused[type as keyof typeof places]) {
      test(`refuses ${JSON.stringify(value)}`, () => {
        if (documentOf(set(value)).problems.length > 0) return;
        assert.ok(decodeText(set(value)).undecodable);
        assert.deepEqual(
          findings(set(value)).map((finding) => finding.replace(/(?:\[(?:\d+|[a-z])\])?$/, '')),
          [`schema/wrong-type ${path}`.replace(/(?:\[(?:\d+|[a-z])\])?$/, '')],
        );
      });
    }
  });
}

describe('values as Go holds them', () => {
  const cases: [name: string, text: string, path: (string | number)[], value: unknown][] = [
    ['null is an absent field', podWith('hostNetwork: null'), ['spec', 'hostNetwork'], undefined],
    ['null is an absent object', podWith('securityContext:'), ['spec', 'securityContext'], undefined],
    [
      'null in a map of strings is the empty string',
      podWith('nodeSelector: {a: null}'),
      ['spec', 'nodeSelector'],
      { a: '' },
    ],
    ['null in a map of quantities is zero', podWith('overhead: {cpu: null}'), ['spec', 'overhead'], { cpu: '0' }],
    [
      'null in a list of strings is the empty string',
      containerWith('args: [a, null]'),
      ['spec', 'containers', 0, 'args'],
      ['a', ''],
    ],
    [
      'null in a list of numbers is zero',
      podWith('securityContext: {supplementalGroups: [1, null]}'),
      ['spec', 'securityContext', 'supplementalGroups'],
      [1, 0],
    ],
    ['null in a list of objects is an empty object', podWith('volumes: [null]'), ['spec', 'volumes'], [{}]],
    [
      'a quantity is a string',
      containerWith('resources: {limits: {cpu: 0.5, memory: 1e3}}'),
      ['spec', 'containers', 0, 'resources', 'limits'],
      { cpu: '0.5', memory: '1000' },
    ],
    [
      'an int-or-string stays what it is',
      containerWith('livenessProbe: {tcpSocket: {port: "80"}}'),
      ['spec', 'containers', 0, 'livenessProbe', 'tcpSocket', 'port'],
      '80',
    ],
    [
      'bytes are base64',
      'apiVersion: v1\nkind: Secret\ndata: {a: [72, 105], b: [1, 2, 3], c: [], d: null}\n',
      ['data'],
      { a: 'SGk=', b: 'AQID', c: '', d: '' },
    ],
    [
      'raw JSON stays as it is',
      'apiVersion: v1\nkind: Pod\nmetadata: {managedFields: [{fieldsV1: {"f:spec": null}}]}\n',
      ['metadata', 'managedFields', 0, 'fieldsV1'],
      { 'f:spec': null },
    ],
    ['an unknown field is gone', podWith('foo: {bar: 1}'), ['spec', 'foo'], undefined],
    ['a field of another version is gone', podWith('workloadRef: {name: a}'), ['spec', 'workloadRef'], undefined],
    ['a value of a wrong type is gone', podWith('hostNetwork: 1\nhostPID: true'), ['spec', 'hostNetwork'], undefined],
    [
      'an item of a wrong type is a zero value',
      podWith('volumes: [5, {name: a}]'),
      ['spec', 'volumes'],
      [{}, { name: 'a' }],
    ],
  ];
  for (const [name, text, path, value] of cases) test(name, () => assert.deepEqual(decodedAt(text, ...path), value));
});
