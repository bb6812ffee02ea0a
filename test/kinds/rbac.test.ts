import { type Fields, testCreate, testUpdate } from './kind-cases.js';

const rule = (fields: Fields): Fields => ({ rules: [fields] });
const resources = { apiGroups: [''], resources: ['pods'], verbs: ['get'] };
const urls = { nonResourceURLs: ['/healthz'], verbs: ['get'] };

testCreate('Role', rule(resources), {
  rules: [
    [rule({}), ['Required rules[0].verbs', 'Required rules[0].apiGroups', 'Required rules[0].resources']],
    [rule(urls), ['Invalid rules[0].nonResourceURLs']],
  ],
  names: [
    [{ metadata: { name: 'system:A b' } }, []],
    [{ metadata: { name: 'a/b' } }, ['Invalid metadata.name']],
    [{ metadata: { name: '..' } }, ['Invalid metadata.name']],
    [{ metadata: { generateName: 'a%-' } }, ['Invalid metadata.generateName', 'Invalid metadata.name']],
  ],
});

const aggregated = (...clusterRoleSelectors: readonly Fields[]): Fields => ({
  aggregationRule: { clusterRoleSelectors },
});
const values = (value: string): Fields =>
  aggregated({ matchExpressions: [{ key: 'a', operator: 'In', values: [value] }] });
const selectorAt = 'aggregationRule.clusterRoleSelectors[0]';

testCreate('ClusterRole', rule(resources), {
  rules: [
    [rule(urls), []],
    [rule({ ...urls, ...resources }), ['Invalid rules[0].nonResourceURLs']],
  ],
  aggregation: [
    [aggregated(), ['Required aggregationRule.clusterRoleSelectors']],
    [aggregated({}), []],
    [values('a b'), [`Invalid ${selectorAt}`, `Invalid ${selectorAt}.matchExpressions[0].values[0]`]],
  ],
});
testUpdate(
  'ClusterRole',
  {},
  {
    'values that were stored may stay, though nothing can be found with them': [
      [values('a b'), values('c d'), [`Invalid ${selectorAt}`]],
    ],
  },
);

const roleRef = { kind: 'ClusterRole', name: 'view' };
const subject = (fields: Fields): Fields => ({ subjects: [fields] });

for (const [kind, other] of [
  ['RoleBinding', []],
  ['ClusterRoleBinding', ['NotSupported roleRef.kind']],
] as const) {
  testCreate(
    kind,
    { roleRef },
    {
      roles: [
        [{ roleRef: { kind: 'Role', name: 'a' } }, other],
        [{ roleRef: { kind: 'role', name: '' } }, ['NotSupported roleRef.kind', 'Required roleRef.name']],
        [
          { roleRef: { ...roleRef, apiGroup: 'rbac', name: 'a/b' } },
          ['NotSupported roleRef.apiGroup', 'Invalid roleRef.name'],
        ],
      ],
      subjects: [
        [subject({ kind: 'User', name: 'A@b' }), []],
        [
          subject({ kind: 'Group', name: '', apiGroup: 'a' }),
          ['Required subjects[0].name', 'NotSupported subjects[0].apiGroup'],
        ],
        [subject({ kind: 'Robot', name: 'a' }), ['NotSupported subjects[0].kind']],
        [subject({ kind: 'ServiceAccount', name: 'a', namespace: 'b' }), []],
        [
          subject({ kind: 'ServiceAccount', name: 'A', namespace: 'b', apiGroup: 'c' }),
          ['Invalid subjects[0].name', 'NotSupported subjects[0].apiGroup'],
        ],
        [
          subject({ kind: 'ServiceAccount', name: 'a' }),
          kind === 'RoleBinding' ? [] : ['Required subjects[0].namespace'],
        ],
      ],
    },
  );
  testUpdate(
    kind,
    { roleRef },
    {
      'the role is settled': [
        [{}, { roleRef: { ...roleRef, name: 'edit' } }, ['Invalid roleRef']],
        [{}, subject({ kind: 'User', name: 'a' }), []],
      ],
    },
  );
}
