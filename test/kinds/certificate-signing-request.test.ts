import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fields, remarks, testCreate, testUpdate } from './kind-cases.js';

/** One value of DER: tag, length, content. */
const der = (tag: number, ...content: readonly number[]): number[] => [tag, content.length, ...content];
const algorithm = der(0x30, ...der(0x06, 1));
const key = der(0x30, ...algorithm, ...der(0x03, 0));
const info = der(0x30, ...der(0x02, 0), ...der(0x30), ...key, ...der(0xa0));
const signed = (...behind: readonly number[]): number[] => [
  ...der(0x30, ...info, ...algorithm, ...der(0x03, 0)),
  ...behind,
];

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const pem = (bytes: readonly number[], type = 'CERTIFICATE REQUEST'): string =>
  base64(Buffer.from(`-----BEGIN ${type}-----\n${base64(Uint8Array.from(bytes))}\n-----END ${type}-----\n`));
const spec = (fields: Fields): Fields => ({
  spec: { request: pem(signed()), signerName: 'example.com/a', usages: ['client auth'], ...fields },
});

testCreate('CertificateSigningRequest', spec({}), {
  requests: [
    [spec({ request: undefined }), ['Invalid spec.request']],
    [spec({ request: base64(Buffer.from('a')) }), ['Invalid spec.request']],
    [spec({ request: pem(signed(), 'CERTIFICATE') }), ['Invalid spec.request']],
    [spec({ request: pem(signed(0)) }), ['Invalid spec.request']],
    [spec({ request: pem(info) }), ['Invalid spec.request']],
  ],
  usages: [
    [spec({ usages: [] }), ['Required spec.usages']],
    [spec({ usages: ['any', 'any', 'fun'] }), ['Duplicate spec.usages[1]', 'NotSupported spec.usages[2]']],
  ],
  signers: [
    [spec({ signerName: '' }), ['Required spec.signerName']],
    [spec({ signerName: 'a' }), ['Invalid spec.signerName']],
    [spec({ signerName: 'kubernetes.io/legacy-unknown' }), ['Invalid spec.signerName']],
    [spec({ expirationSeconds: 600 }), []],
    [spec({ expirationSeconds: 599 }), ['Invalid spec.expirationSeconds']],
  ],
  'names are looked at last': [
    [{ metadata: { name: 'A b' } }, []],
    [{ metadata: { name: 'a/b' } }, ['Invalid metadata.name']],
    [{ metadata: { name: 'a/b' }, ...spec({ usages: [] }) }, ['Required spec.usages']],
  ],
});
testUpdate('CertificateSigningRequest', spec({}), {
  'what an update says does not count': [[{}, spec({ usages: [] }), []]],
});

test('who makes the request is not what a manifest says', () => {
  const object = { metadata: { name: 'a' }, ...spec({ username: 'a', uid: 'b', groups: ['c'], extra: { d: ['e'] } }) };
  assert.deepEqual(remarks('CertificateSigningRequest', object).dropped, [
    'spec.extra',
    'spec.groups',
    'spec.uid',
    'spec.username',
  ]);
});
