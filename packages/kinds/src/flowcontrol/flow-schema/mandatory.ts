import type { Decoded, flowcontrol } from '@podlint/model';

type FlowSchemaSpec = Decoded<flowcontrol.FlowSchemaSpec>;

function everythingOf(...groups: readonly string[]): NonNullable<FlowSchemaSpec['rules']> {
  return [
    {
      subjects: groups.map((name) => ({ kind: 'Group', group: { name } })),
      resourceRules: [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'], namespaces: ['*'], clusterScope: true }],
      nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
    },
  ];
}

/** The schemas that a server cannot do without (MandatoryFlowSchemas, apiserver/pkg/apis/flowcontrol/bootstrap). */
export const mandatoryFlowSchemas: ReadonlyMap<string, FlowSchemaSpec> = new Map<string, FlowSchemaSpec>([
  [
    'exempt',
    {
      priorityLevelConfiguration: { name: 'exempt' },
      matchingPrecedence: 1,
      rules: everythingOf('system:masters'),
    },
  ],
  [
    'catch-all',
    {
      priorityLevelConfiguration: { name: 'catch-all' },
      matchingPrecedence: 10_000,
      distinguisherMethod: { type: 'ByUser' },
      rules: everythingOf('system:unauthenticated', 'system:authenticated'),
    },
  ],
]);
