import { type Fields, testCreate, testUpdate } from './kind-cases.js';

const spec = (fields: Fields): Fields => ({
  spec: { group: 'a.b', version: 'v1', groupPriorityMinimum: 1, versionPriority: 1, ...fields },
});
const service = (fields: Fields): Fields => spec({ service: { name: 'a', namespace: 'b', ...fields } });
const base = { metadata: { name: 'v1.a.b' }, ...spec({}) };

testCreate('APIService', base, {
  names: [
    [{ metadata: { name: 'a' } }, ['Invalid metadata.name']],
    [{ metadata: { name: 'v1.a/b' } }, ['Invalid metadata.name']],
    [{ metadata: { generateName: 'a' } }, ['Invalid metadata.generateName', 'Invalid metadata.name']],
    [{ metadata: { name: 'v1.' }, ...spec({ group: '' }) }, []],
    [{ metadata: { name: 'v2.' }, ...spec({ group: '', version: 'v2' }) }, ['Required spec.group']],
    [
      { metadata: { name: 'V1.A' }, ...spec({ group: 'A', version: 'V1' }) },
      ['Invalid spec.group', 'Invalid spec.version'],
    ],
  ],
  priorities: [
    [spec({ groupPriorityMinimum: 20_000, versionPriority: 1000 }), []],
    [
      spec({ groupPriorityMinimum: 20_001, versionPriority: 1001 }),
      ['Invalid spec.groupPriorityMinimum', 'Invalid spec.versionPriority'],
    ],
    [
      spec({ groupPriorityMinimum: 0, versionPriority: 0 }),
      ['Invalid spec.groupPriorityMinimum', 'Invalid spec.versionPriority'],
    ],
  ],
  services: [
    [service({}), []],
    [
      service({ name: '', namespace: '', port: 0 }),
      ['Required spec.service.name', 'Required spec.service.namespace', 'Invalid spec.service.port'],
    ],
    [
      spec({ caBundle: 'YQ==', insecureSkipTLSVerify: true }),
      ['Invalid spec.caBundle', 'Invalid spec.insecureSkipTLSVerify'],
    ],
    [
      spec({ service: { name: 'a', namespace: 'b' }, caBundle: 'YQ==', insecureSkipTLSVerify: true }),
      ['Invalid spec.insecureSkipTLSVerify'],
    ],
  ],
});
testUpdate('APIService', base, {
  'it is checked as a new one': [[{}, spec({ versionPriority: 0 }), ['Invalid spec.versionPriority']]],
});
