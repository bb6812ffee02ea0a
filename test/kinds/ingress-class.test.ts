import { type Fields, testCreate, testUpdate } from './kind-cases.js';

const parameters = (fields: Fields): Fields => ({
  spec: { controller: 'a.b/c', parameters: { kind: 'A', name: 'b', ...fields } },
});
const at = 'spec.parameters';

testCreate(
  'IngressClass',
  { spec: { controller: 'a.b/c' } },
  {
    controller: [
      [{ spec: {} }, ['Required spec.controller']],
      [{ spec: { controller: 'a' } }, ['Invalid spec.controller']],
      [{ spec: { controller: 'A/b' } }, ['Invalid spec.controller']],
      [{ spec: { controller: 'a/b c' } }, ['Invalid spec.controller']],
      [{ spec: { controller: `a/${'b'.repeat(248)}` } }, []],
      [{ spec: { controller: `a/${'b'.repeat(249)}` } }, ['TooLong spec.controller']],
    ],
    parameters: [
      [parameters({}), []],
      [parameters({ kind: '', name: '..' }), [`Required ${at}.kind`, `Invalid ${at}.name`]],
      [parameters({ apiGroup: '' }), [`Invalid ${at}.apiGroup`]],
      [parameters({ scope: 'cluster' }), [`NotSupported ${at}.scope`]],
      [parameters({ namespace: 'a' }), [`Forbidden ${at}.namespace`]],
      [parameters({ scope: 'Namespace' }), [`Required ${at}.namespace`]],
      [parameters({ scope: 'Namespace', namespace: 'a.b' }), [`Invalid ${at}.namespace`]],
      [parameters({ scope: 'Namespace', namespace: 'a' }), []],
    ],
  },
);

testUpdate(
  'IngressClass',
  { spec: { controller: 'a.b/c' } },
  {
    'the controller is settled': [
      [{}, { spec: { controller: 'a.b/d' } }, ['Invalid spec.controller']],
      [{}, parameters({}), []],
    ],
  },
);
