import { test } from 'node:test';
import assert from 'node:assert/strict';
import { type Fields, remarks, testCreate, testUpdate } from './kind-cases.js';

const service = (fields: Fields = {}): Fields => ({ service: { name: 'web', port: { number: 80 }, ...fields } });
const path = (fields: Fields): Fields => ({
  spec: { rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend: service(), ...fields }] } }] },
});
const backend = (fields: Fields): Fields => ({ spec: { defaultBackend: fields } });
const host = (name: string): Fields => ({ spec: { rules: [{ host: name }] } });
const tls = (fields: Fields): Fields => ({ spec: { defaultBackend: service(), tls: [fields] } });
const at = 'spec.rules[0].http.paths[0]';

testCreate('Ingress', path({}), {
  rules: [
    [{ spec: {} }, ['Invalid spec']],
    [{ spec: { rules: [{ http: {} }] } }, ['Required spec.rules[0].http.paths']],
    [host('a.example.com'), []],
    [host('*.example.com'), []],
    [host('*'), ['Invalid spec.rules[0].host']],
    [host('a.*.com'), ['Invalid spec.rules[0].host']],
    [host('A.com'), ['Invalid spec.rules[0].host']],
    [host('10.0.0.1'), ['Invalid spec.rules[0].host']],
    [host('1:2:3:4:5:6:7:8'), ['Invalid spec.rules[0].host']],
  ],
  paths: [
    [path({ pathType: undefined, backend: {} }), [`Required ${at}.pathType`]],
    [path({ pathType: 'prefix' }), [`NotSupported ${at}.pathType`]],
    [path({ path: 'a' }), [`Invalid ${at}.path`]],
    [path({ path: undefined }), [`Invalid ${at}.path`]],
    [path({ path: '/a//b' }), [`Invalid ${at}.path`]],
    [path({ path: '/a%2Fb' }), [`Invalid ${at}.path`]],
    [path({ path: '/a/..' }), [`Invalid ${at}.path`]],
    [path({ path: '/a..' }), []],
    [path({ pathType: 'ImplementationSpecific', path: '' }), []],
    [path({ pathType: 'ImplementationSpecific', path: '/a//b' }), []],
    [path({ pathType: 'ImplementationSpecific', path: 'a' }), [`Invalid ${at}.path`]],
  ],
  backends: [
    [backend({}), ['Invalid spec.defaultBackend']],
    [backend({ ...service(), resource: { kind: 'A', name: 'b' } }), ['Invalid spec.defaultBackend']],
    [backend({ resource: { kind: 'A', name: 'b' } }), []],
    [
      backend({ resource: { apiGroup: 'A', kind: 'a/b' } }),
      [
        'Invalid spec.defaultBackend.resource.apiGroup',
        'Invalid spec.defaultBackend.resource.kind',
        'Required spec.defaultBackend.resource.name',
      ],
    ],
    [backend(service({ name: '' })), ['Required spec.defaultBackend.service.name']],
    [backend(service({ name: '1a' })), []],
    [backend(service({ name: '1a' })), ['Invalid spec.defaultBackend.service.name'], 35],
    [backend(service({ port: {} })), ['Required spec.defaultBackend']],
    [backend(service({ port: { number: 80, name: 'http' } })), ['Invalid spec.defaultBackend']],
    [backend(service({ port: { number: 65536 } })), ['Invalid spec.defaultBackend.service.port.number']],
    [backend(service({ port: { number: 65535 } })), []],
    [backend(service({ port: { name: 'HTTP' } })), ['Invalid spec.defaultBackend.service.port.name']],
  ],
  tls: [
    [tls({ hosts: ['*.a.com', 'b'], secretName: 'a.b' }), []],
    [tls({ hosts: ['a b'], secretName: 'A' }), ['Invalid spec.tls[0].hosts[0]', 'Invalid spec.tls[0].secretName']],
    [tls({ secretName: '' }), []],
  ],
  classes: [
    [{ spec: { defaultBackend: service(), ingressClassName: '' } }, ['Invalid spec.ingressClassName']],
    [
      {
        metadata: { name: 'a', annotations: { 'kubernetes.io/ingress.class': 'x' } },
        spec: { defaultBackend: service(), ingressClassName: 'y' },
      },
      ['Invalid annotations.kubernetes.io/ingress.class'],
    ],
  ],
});

testUpdate('Ingress', path({}), {
  'what is wrong in the stored one may stay': [
    [tls({ secretName: 'A' }), tls({ secretName: 'B' }), []],
    [tls({ secretName: 'a' }), tls({ secretName: 'B' }), ['Invalid spec.tls[0].secretName']],
    [
      { spec: { rules: [{ host: '*.a', http: {} }] } },
      {
        spec: {
          rules: [
            { host: '*.b', http: {} },
            { host: 'c', http: {} },
          ],
        },
      },
      ['Required spec.rules[1].http.paths'],
    ],
    [backend(service({ name: '1a' })), backend(service({ name: '2a' })), [], 34],
    [backend(service()), backend(service({ name: '2a' })), ['Invalid spec.defaultBackend.service.name'], 34],
  ],
});

test('a class in an annotation alone is remarked on', () => {
  const metadata = { name: 'a', annotations: { 'kubernetes.io/ingress.class': 'x' } };
  const object = { metadata, ...backend(service()) };
  assert.deepEqual(remarks('Ingress', object).warnings, ['metadata.annotations[kubernetes.io/ingress.class]']);
});
