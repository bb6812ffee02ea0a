import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsOf } from '../kit/server-errors.js';
import { type Case, expected } from './workload-kit.js';

const mebibyte = 1024 * 1024;

function testObjects(kind: string, cases: readonly Case[]): void {
  for (const [fields, ...errors] of cases) {
    test(`${kind}: ${JSON.stringify(fields).slice(0, 150)}`, () => {
      assert.deepEqual(errorsOf({ kind, metadata: { name: 'a' }, ...fields }), expected(errors, ''));
    });
  }
}

testObjects('ConfigMap', [
  [{}],
  [{ data: { 'a.B_c-1': '', '.a': 'b' }, binaryData: { b: 'YQ==' } }],
  [
    { data: { 'a b': '', '': '', '..': '', '..a': '' } },
    'Invalid data[a b]',
    'Invalid data[]',
    'Invalid data[..]',
    'Invalid data[..a]',
  ],
  [{ data: { ['a'.repeat(254)]: '' } }, `Invalid data[${'a'.repeat(254)}]`],
  [{ data: { a: '' }, binaryData: { a: '' } }, 'Invalid data[a]'],
  [{ binaryData: { 'a/b': '' } }, 'Invalid binaryData[a/b]'],
  [{ data: { a: 'b'.repeat(mebibyte) } }],
  [{ data: { a: 'ä'.repeat(mebibyte / 2) + 'b' } }, 'TooLong'],
  [{ data: { a: 'b'.repeat(mebibyte) }, binaryData: { b: 'YQ==' } }, 'TooLong'],
  [{ binaryData: { a: 'YWFh'.repeat(mebibyte / 3) } }],
  [{ metadata: { name: 'a', generation: -1 } }, 'Invalid metadata.generation'],
]);

const account = 'kubernetes.io/service-account.name';
const json = (text: string): string => Buffer.from(text).toString('base64');

testObjects('Secret', [
  [{ data: { a: 'YQ==' }, stringData: { b: 'c' } }],
  [{ stringData: { 'a b': '' } }, 'Invalid data[a b]'],
  [{ stringData: { a: 'b'.repeat(mebibyte + 1) } }, 'TooLong data'],
  [{ data: { a: json('b'.repeat(mebibyte + 1)) }, stringData: { a: '' } }],
  [{ type: 'kubernetes.io/service-account-token' }, `Required metadata.annotations[${account}]`],
  [{ type: 'kubernetes.io/service-account-token', metadata: { name: 'a', annotations: { [account]: 'default' } } }],
  [{ type: 'kubernetes.io/dockercfg' }, 'Required data[.dockercfg]'],
  [{ type: 'kubernetes.io/dockerconfigjson' }, 'Required data[.dockerconfigjson]'],
  [{ type: 'kubernetes.io/dockerconfigjson', data: { '.dockerconfigjson': json('{"auths":{"ä":{}}}') } }],
  [{ type: 'kubernetes.io/dockerconfigjson', stringData: { '.dockerconfigjson': ' null\n' } }],
  [
    { type: 'kubernetes.io/dockerconfigjson', data: { '.dockerconfigjson': json('[]') } },
    'Invalid data[.dockerconfigjson]',
  ],
  [{ type: 'kubernetes.io/dockercfg', data: { '.dockercfg': json('{') } }, 'Invalid data[.dockercfg]'],
  [{ type: 'kubernetes.io/basic-auth' }, 'Required data[username]', 'Required data[password]'],
  [{ type: 'kubernetes.io/basic-auth', data: { password: '' } }],
  [{ type: 'kubernetes.io/ssh-auth', data: { 'ssh-privatekey': '' } }, 'Required data[ssh-privatekey]'],
  [{ type: 'kubernetes.io/tls', data: { 'tls.crt': '' } }, 'Required data[tls.key]'],
]);
