import { type Fields, testCreate, testUpdate } from './kind-cases.js';

const group = { kind: 'Group', group: { name: 'a' } };
const resources = { verbs: ['get'], apiGroups: [''], resources: ['pods'], namespaces: ['*'] };
const schema = (fields: Fields): Fields => ({ spec: { priorityLevelConfiguration: { name: 'a' }, ...fields } });
const rule = (fields: Fields): Fields =>
  schema({ rules: [{ subjects: [group], resourceRules: [resources], ...fields }] });
const subject = (fields: Fields): Fields => rule({ subjects: [fields] });
const resource = (fields: Fields): Fields => rule({ resourceRules: [{ ...resources, ...fields }] });
const urls = (...nonResourceURLs: readonly string[]): Fields =>
  rule({ nonResourceRules: [{ verbs: ['*'], nonResourceURLs }] });
const at = 'spec.rules[0]';
const everything = {
  resourceRules: [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'], namespaces: ['*'], clusterScope: true }],
  nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
};
const exempt = (name: string): Fields => ({
  metadata: { name },
  spec: {
    priorityLevelConfiguration: { name: 'exempt' },
    matchingPrecedence: 1,
    rules: [{ subjects: [{ kind: 'Group', group: { name: 'system:masters' } }], ...everything }],
  },
});

testCreate('FlowSchema', schema({}), {
  fields: [
    [{ spec: {} }, ['Required spec.priorityLevelConfiguration.name']],
    [schema({ matchingPrecedence: 10_000 }), []],
    [schema({ matchingPrecedence: 10_001 }), ['Invalid spec.matchingPrecedence']],
    [schema({ matchingPrecedence: 1 }), ['Invalid spec.matchingPrecedence']],
    [schema({ distinguisherMethod: {} }), ['NotSupported spec.distinguisherMethod.type']],
  ],
  rules: [
    [rule({ subjects: [], resourceRules: [] }), [`Required ${at}.subjects`, `Required ${at}`]],
    [resource({ verbs: ['*', 'get'] }), [`Invalid ${at}.resourceRules[0].verbs`]],
    [resource({ verbs: ['look'] }), [`NotSupported ${at}.resourceRules[0].verbs`]],
    [
      resource({ apiGroups: [], resources: ['*', 'a'] }),
      [`Required ${at}.resourceRules[0].apiGroups`, `Invalid ${at}.resourceRules[0].resources`],
    ],
    [resource({ namespaces: [] }), [`Required ${at}.resourceRules[0].namespaces`]],
    [resource({ namespaces: [], clusterScope: true }), []],
    [resource({ namespaces: ['a.b'] }), [`Invalid ${at}.resourceRules[0].namespaces[0]`]],
    [urls('/', '/a/*', '*'), [`Invalid ${at}.nonResourceRules[0].nonResourceURLs`]],
    [urls('/', '/a/*'), []],
    [
      urls('', 'a', '/a b', '/a//b', '/a*', '/*/a'),
      [0, 1, 2, 3, 4, 5].map((i) => `Invalid ${at}.nonResourceRules[0].nonResourceURLs[${i}]`),
    ],
  ],
  subjects: [
    [subject({ kind: 'Robot' }), [`NotSupported ${at}.subjects[0].kind`]],
    [subject({ kind: 'User', group: {} }), [`Required ${at}.subjects[0].user`, `Forbidden ${at}.subjects[0].group`]],
    [subject({ kind: 'ServiceAccount', serviceAccount: { name: '*', namespace: 'a' } }), []],
    [
      subject({ kind: 'ServiceAccount', serviceAccount: { name: 'A' } }),
      [`Invalid ${at}.subjects[0].serviceAccount.name`, `Required ${at}.subjects[0].serviceAccount.namespace`],
    ],
  ],
  "the server's own": [
    [exempt('exempt'), []],
    [{ ...exempt('exempt'), spec: schema({ matchingPrecedence: 1 })['spec'] }, ['Invalid spec']],
    [exempt('a'), ['Invalid spec.matchingPrecedence']],
  ],
});
testUpdate('FlowSchema', schema({}), {
  'it is checked as a new one': [[{}, schema({ matchingPrecedence: 1 }), ['Invalid spec.matchingPrecedence']]],
});

const limited = (fields: Fields): Fields => ({
  spec: { type: 'Limited', limited: { limitResponse: { type: 'Reject' }, ...fields } },
});
const queuing = (fields: Fields): Fields => limited({ limitResponse: { type: 'Queue', queuing: fields } });
const queueAt = 'spec.limited.limitResponse.queuing';

testCreate('PriorityLevelConfiguration', limited({}), {
  types: [
    [{ spec: {} }, ['Required spec.type']],
    [{ spec: {} }, ['NotSupported spec.type'], 35],
    [{ spec: { type: 'Limited' } }, ['Required spec.limited']],
    [{ spec: { type: 'Exempt' } }, ['Invalid spec.type']],
    [{ metadata: { name: 'exempt' }, spec: { type: 'Exempt', exempt: { lendablePercent: 100 } } }, []],
    [
      {
        metadata: { name: 'exempt' },
        spec: { type: 'Exempt', exempt: { lendablePercent: 101, nominalConcurrencyShares: -1 } },
      },
      ['Invalid spec.exempt.lendablePercent', 'Invalid spec.exempt.nominalConcurrencyShares'],
    ],
    [{ metadata: { name: 'catch-all' }, ...limited({ nominalConcurrencyShares: 5 }) }, []],
    [{ metadata: { name: 'catch-all' }, ...limited({ nominalConcurrencyShares: 6 }) }, ['Invalid spec']],
  ],
  shares: [
    [limited({ nominalConcurrencyShares: 0 }), []],
    [limited({ nominalConcurrencyShares: 0 }), ['Invalid spec.limited.nominalConcurrencyShares'], 29],
    [
      limited({ nominalConcurrencyShares: -1, borrowingLimitPercent: -1 }),
      ['Invalid spec.limited.nominalConcurrencyShares', 'Invalid spec.limited.borrowingLimitPercent'],
    ],
    [limited({ limitResponse: {} }), ['Required spec.limited.limitResponse.type']],
    [limited({ limitResponse: { type: 'Queue' } }), [`Required ${queueAt}`]],
    [limited({ limitResponse: { type: 'Reject', queuing: {} } }), [`Forbidden ${queueAt}`]],
  ],
  queues: [
    [queuing({}), []],
    [queuing({ queues: 1, handSize: 2 }), [`Invalid ${queueAt}.handSize`]],
    [queuing({ queues: 10_000_001, handSize: 1 }), [`Invalid ${queueAt}.queues`]],
    [queuing({ queues: 1024, handSize: 6 }), []],
    [queuing({ queues: 1024, handSize: 7 }), [`Invalid ${queueAt}.handSize`]],
    [
      queuing({ queueLengthLimit: -1, queues: -1, handSize: -1 }),
      ['queueLengthLimit', 'queues', 'handSize'].map((field) => `Invalid ${queueAt}.${field}`),
    ],
  ],
  annotations: [
    [
      { metadata: { name: 'a', annotations: { 'flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares': '' } } },
      ['Forbidden metadata.annotations'],
    ],
  ],
});
testUpdate('PriorityLevelConfiguration', limited({}), {
  'no share may stay where it was stored': [
    [limited({ nominalConcurrencyShares: 0 }), limited({ nominalConcurrencyShares: 0 }), [], 29],
    [limited({}), limited({ nominalConcurrencyShares: 0 }), ['Invalid spec.limited.nominalConcurrencyShares'], 29],
  ],
});
