import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsOf } from '../kit/server-errors.js';
import { type Case, type Fields, endingTemplate, expected, testSpecs, workload } from './workload-kit.js';

/** The rules that a Job shares with the job template of a CronJob. */
const shared: readonly Case[] = [
  [
    { parallelism: -1, completions: -1, activeDeadlineSeconds: -1, backoffLimit: -1, ttlSecondsAfterFinished: -1 },
    'Invalid parallelism',
    'Invalid completions',
    'Invalid activeDeadlineSeconds',
    'Invalid backoffLimit',
    'Invalid ttlSecondsAfterFinished',
  ],
  [{ completionMode: 'indexed' }, 'NotSupported completionMode'],
  [{ completionMode: 'Indexed', parallelism: 1 }, 'Required completions'],
  [{ completionMode: 'Indexed', completions: 1, parallelism: 100_001 }, 'Invalid parallelism'],
  [{ backoffLimitPerIndex: 1 }, 'Invalid backoffLimitPerIndex'],
  [{ maxFailedIndexes: 1 }, 'Invalid maxFailedIndexes', 'Required backoffLimitPerIndex'],
  [
    { completionMode: 'Indexed', completions: 3, backoffLimitPerIndex: -1, maxFailedIndexes: 4 },
    'Invalid backoffLimitPerIndex',
    'Invalid maxFailedIndexes',
  ],
  [
    { completionMode: 'Indexed', completions: 100_001, backoffLimitPerIndex: 1, parallelism: 10_001 },
    'Required maxFailedIndexes',
    'Invalid parallelism',
  ],
  [
    {
      completionMode: 'Indexed',
      completions: 100_001,
      backoffLimitPerIndex: 1,
      parallelism: 1,
      maxFailedIndexes: 10_001,
    },
    'Invalid maxFailedIndexes',
  ],
  [{ podReplacementPolicy: 'Failed' }],
  [{ podReplacementPolicy: 'failed' }, 'NotSupported podReplacementPolicy'],
  [{ managedBy: 'example.com/a' }],
  [{ managedBy: '' }, 'Required managedBy'],
  [{ managedBy: 'example.com/' }, 'Invalid managedBy'],
  [{ managedBy: 'Example.com/a' }, 'Invalid managedBy'],
  [{ managedBy: 'example.com/a b' }, 'Invalid managedBy'],
  [{ managedBy: `example.com/${'a'.repeat(52)}` }, 'TooLong managedBy'],
  [
    { template: { spec: { ...endingTemplate.spec, restartPolicy: undefined } } },
    'Required template.spec.restartPolicy',
  ],
  [{ template: { spec: { ...endingTemplate.spec, restartPolicy: 'Always' } } }, 'Required template.spec.restartPolicy'],
  [{ template: { spec: { ...endingTemplate.spec, restartPolicy: 'x' } } }, 'NotSupported template.spec.restartPolicy'],
];

const failing = (rule: Fields): Fields => ({ podFailurePolicy: { rules: [rule] } });
const onCodes = (onExitCodes: Fields): Fields => failing({ action: 'Count', onExitCodes });
const rule = 'podFailurePolicy.rules[0]';

const podFailurePolicies: readonly Case[] = [
  [onCodes({ operator: 'NotIn', values: [0, 1] })],
  [onCodes({ operator: 'In', values: [1, 2], containerName: 'c' })],
  [onCodes({ operator: 'In', values: [1], containerName: 'd' }), `Invalid ${rule}.onExitCodes.containerName`],
  [onCodes({ operator: 'In', values: [] }), `Invalid ${rule}.onExitCodes.values`],
  [onCodes({ operator: 'In', values: [0] }), `Invalid ${rule}.onExitCodes.values[0]`],
  [onCodes({ operator: 'In', values: [1, 1] }), `Duplicate ${rule}.onExitCodes.values[1]`],
  [onCodes({ operator: 'In', values: [2, 1] }), `Invalid ${rule}.onExitCodes.values`],
  [
    onCodes({ operator: 'In', values: Array.from({ length: 256 }, (_, i) => i + 1) }),
    `TooMany ${rule}.onExitCodes.values`,
  ],
  [onCodes({ values: [1] }), `Required ${rule}.onExitCodes.operator`],
  [onCodes({ operator: 'in', values: [1] }), `NotSupported ${rule}.onExitCodes.operator`],
  [failing({ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] })],
  [
    failing({ action: 'Ignore', onPodConditions: [{ type: 'a b', status: 'true' }] }),
    `Invalid ${rule}.onPodConditions[0].type`,
    `NotSupported ${rule}.onPodConditions[0].status`,
  ],
  [
    failing({ action: 'Ignore', onPodConditions: Array.from({ length: 21 }, () => ({ type: 'a' })) }),
    `TooMany ${rule}.onPodConditions`,
  ],
  [failing({}), `Required ${rule}.action`, `Invalid ${rule}`],
  [
    failing({ action: 'Retry', onExitCodes: { operator: 'In', values: [1] }, onPodConditions: [{ type: 'a' }] }),
    `NotSupported ${rule}.action`,
    `Invalid ${rule}`,
  ],
  [failing({ action: 'FailIndex', onExitCodes: { operator: 'In', values: [1] } }), `Invalid ${rule}.action`],
  [
    {
      podFailurePolicy: {
        rules: Array.from({ length: 21 }, () => ({ action: 'Ignore', onPodConditions: [{ type: 'a' }] })),
      },
    },
    'TooMany podFailurePolicy.rules',
  ],
  [{ podFailurePolicy: {}, podReplacementPolicy: 'TerminatingOrFailed' }, 'NotSupported podReplacementPolicy'],
  [
    { podFailurePolicy: {}, template: { spec: { ...endingTemplate.spec, restartPolicy: 'OnFailure' } } },
    'Invalid template.spec.restartPolicy',
  ],
];

const succeeding = (successRule: Fields): Fields => ({
  completionMode: 'Indexed',
  completions: 5,
  successPolicy: { rules: [successRule] },
});
const count = 'successPolicy.rules[0].succeededCount';
const indexes = 'successPolicy.rules[0].succeededIndexes';

const successPolicies: readonly Case[] = [
  [succeeding({ succeededCount: 5 })],
  [succeeding({ succeededIndexes: '0,2-4' })],
  [succeeding({ succeededIndexes: '' })],
  [succeeding({ succeededIndexes: '0-2', succeededCount: 3 })],
  [succeeding({ succeededIndexes: '0-2', succeededCount: 4 }), `Invalid ${count}`],
  [succeeding({ succeededCount: 6 }), `Invalid ${count}`],
  [succeeding({ succeededCount: -1 }), `Invalid ${count}`],
  [succeeding({}), 'Required successPolicy.rules[0]'],
  ...['5', '0-5', '2,1', '1,1', '3-2', '1-1', '1-2-3', '-1', '0,', 'a', ' 1', '0-1,1'].map((text): Case => [
    succeeding({ succeededIndexes: text }),
    `Invalid ${indexes}`,
  ]),
  [succeeding({ succeededIndexes: 'x'.repeat(64 * 1024 + 1) }), `TooLong ${indexes}`, `Invalid ${indexes}`],
  [{ completionMode: 'Indexed', completions: 1, successPolicy: {} }, 'Required successPolicy.rules'],
  [
    {
      completionMode: 'Indexed',
      completions: 1,
      successPolicy: { rules: Array.from({ length: 21 }, () => ({ succeededCount: 1 })) },
    },
    'TooMany successPolicy.rules',
  ],
  [{ successPolicy: { rules: [{ succeededCount: 1 }] } }, 'Invalid successPolicy'],
];

const cases = [...shared, ...podFailurePolicies, ...successPolicies];
testSpecs('Job', cases);

for (const [spec, ...errors] of cases) {
  test(`a CronJob's template: ${JSON.stringify(spec).slice(0, 200)}`, () => {
    const jobTemplate = { spec: { template: endingTemplate, ...spec } };
    assert.deepEqual(errorsOf(workload('CronJob', { jobTemplate })), expected(errors, 'spec.jobTemplate.spec'));
  });
}

const jobName = 'batch.kubernetes.io/job-name';
const labelled = (labels: Fields): Fields => ({ template: { ...endingTemplate, metadata: { labels } } });

testSpecs('Job', [
  [{ selector: { matchLabels: { app: 'a' } } }, 'Invalid selector', 'Invalid template.metadata.labels'],
  [labelled({ [jobName]: 'a' })],
  [labelled({ [jobName]: 'b' }), `Invalid template.metadata.labels[${jobName}]`],
  [labelled({ 'controller-uid': '' }), 'Invalid template.metadata.labels[controller-uid]'],
  [{ manualSelector: true }, 'Required selector', 'Invalid template.metadata.labels'],
  [{ manualSelector: true, selector: { matchLabels: { app: 'a' } }, ...labelled({ app: 'a' }) }],
  [
    { manualSelector: true, selector: { matchLabels: { app: 'a' } }, ...labelled({ app: 'b' }) },
    'Invalid template.metadata.labels',
  ],
  [
    { manualSelector: true, selector: { matchExpressions: [{ key: 'a', operator: 'x' }] } },
    'Invalid selector.matchExpressions[0].operator',
  ],
]);

test('the Pods of an Indexed Job have its name and their index as host name', () => {
  const job = (name: string): string[] =>
    errorsOf(workload('Job', { completionMode: 'Indexed', completions: 11 }, { name }));
  assert.deepEqual(job('a'.repeat(60)), []);
  assert.deepEqual(job('a'.repeat(61)), ['FieldValueInvalid metadata.name']);
  assert.deepEqual(job('a.b'), ['FieldValueInvalid metadata.name']);
});

testSpecs('CronJob', [
  [
    {
      concurrencyPolicy: 'Replace',
      startingDeadlineSeconds: 0,
      successfulJobsHistoryLimit: 0,
      failedJobsHistoryLimit: 0,
    },
  ],
  [{ concurrencyPolicy: 'allow' }, 'NotSupported concurrencyPolicy'],
  [
    { startingDeadlineSeconds: -1, successfulJobsHistoryLimit: -1, failedJobsHistoryLimit: -1 },
    'Invalid startingDeadlineSeconds',
    'Invalid successfulJobsHistoryLimit',
    'Invalid failedJobsHistoryLimit',
  ],
  [
    { jobTemplate: { spec: { template: endingTemplate, selector: {}, manualSelector: true } } },
    'Invalid jobTemplate.spec.selector',
    'NotSupported jobTemplate.spec.manualSelector',
  ],
  [{ jobTemplate: { spec: { template: endingTemplate, manualSelector: false } } }],
]);

test('fields behind a gate that is off are not checked', () => {
  assert.deepEqual(errorsOf(workload('Job', { managedBy: '', successPolicy: {} }), 30), []);
});
