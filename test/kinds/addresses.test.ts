import { testCreate, testUpdate } from './kind-cases.js';

const parentRef = { resource: 'services', name: 'a', namespace: 'b' };
const address = { metadata: { name: '10.0.0.1' }, spec: { parentRef } };

testCreate('IPAddress', address, {
  names: [
    [{ metadata: { name: '2001:db8::1' } }, []],
    [{ metadata: { generateName: '10.0.0.2' } }, []],
    [{ metadata: { name: '2001:DB8::1' } }, ['Invalid metadata.name']],
    [{ metadata: { name: '10.0.0.01' } }, ['Invalid metadata.name']],
    [{ metadata: { name: '::ffff:10.0.0.1' } }, ['Invalid metadata.name']],
    [{ metadata: { name: 'a' } }, ['Invalid metadata.name']],
  ],
  parents: [
    [{ spec: {} }, ['Required spec.parentRef']],
    [{ spec: { parentRef: {} } }, ['Required spec.parentRef.resource', 'Required spec.parentRef.name']],
    [
      { spec: { parentRef: { group: 'A', resource: 'a/b', name: '.', namespace: '%' } } },
      ['group', 'resource', 'name', 'namespace'].map((field) => `Invalid spec.parentRef.${field}`),
    ],
  ],
});
testUpdate('IPAddress', address, {
  'the parent is settled': [
    [{}, { spec: { parentRef: { ...parentRef, name: 'c' } } }, ['Invalid spec.parentRef']],
    [{}, {}, []],
  ],
});

const cidrs = (...list: readonly string[]): { spec: { cidrs: readonly string[] } } => ({ spec: { cidrs: list } });

testCreate('ServiceCIDR', cidrs('10.0.0.0/8'), {
  ranges: [
    [cidrs(), ['Required spec.cidrs']],
    [cidrs('10.0.0.0/8', '2001:db8::/64'), []],
    [cidrs('10.0.0.0/8', '11.0.0.0/8'), ['Invalid spec.cidrs']],
    [cidrs('a', 'b', 'c'), ['Invalid spec.cidrs']],
    [cidrs('10.0.0.1/8', '2001:DB8::/64'), ['Invalid spec.cidrs[0]', 'Invalid spec.cidrs[1]']],
    [cidrs('10.0.0.0/08'), ['Invalid spec.cidrs[0]']],
    [cidrs('::ffff:10.0.0.0/104'), ['Invalid spec.cidrs[0]']],
  ],
});
testUpdate('ServiceCIDR', cidrs('10.0.0.0/8'), {
  'a second range is all that can come': [
    [{}, cidrs('10.0.0.0/8', '2001:db8::/64'), []],
    [{}, cidrs('11.0.0.0/8', '2001:db8::/64'), ['Invalid spec.cidrs[0]']],
    [{}, cidrs('10.0.0.0/8', 'a'), ['Invalid spec.cidrs[1]']],
    [{}, cidrs('11.0.0.0/8'), ['Invalid spec.cidrs[0]']],
    [{}, cidrs(), ['Invalid spec.cidrs']],
  ],
});
