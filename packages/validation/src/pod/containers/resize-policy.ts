import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { eitherOf } from '../../lists.js';
import { related } from '../../related.js';
import { FirstUses } from '../first-uses.js';
import type { PodFacts } from './pod-facts.js';

const says = defineMessages('resize-policy', {
  empty: 'The entry has no {field}. Set {choices}.',
  twice: 'There is already a resize policy for "{resource}". Keep one.',
  'never-restarts':
    'With restartPolicy Never of the Pod, a container cannot restart to resize. Set restartPolicy of the entry to "NotRequired".',
  'pod-never-restarts': 'the restart policy of the pod is "Never"',
});

type ResizePolicy = Decoded<core.ContainerResizePolicy>;

const resizableResources = ['cpu', 'memory'] as const;
const resizePolicies = ['NotRequired', 'RestartContainer'] as const;

/** validateResizePolicy: all but duplicates are reported on the list as a whole. */
export function validateResizePolicy(
  policies: readonly ResizePolicy[],
  path: FieldPath,
  facts: PodFacts,
  context: Context,
): void {
  const resources = new FirstUses<FieldPath>();
  policies.forEach(({ resourceName = '', restartPolicy = '' }, i) => {
    const entry = path.index(i);
    const first = resources.record(resourceName, entry);
    if (first) reportSecondPolicy(resourceName, first, entry, context);
    validateWord(resourceName, resizableResources, path, entry.child('resourceName'), context);
    validateWord(restartPolicy, resizePolicies, path, entry.child('restartPolicy'), context);
    if (facts.spec.restartPolicy === 'Never' && restartPolicy !== 'NotRequired')
      reportForbiddenRestart(path, entry, facts, context);
  });
}

function validateWord(
  word: string,
  choices: readonly string[],
  path: FieldPath,
  at: FieldPath,
  context: Context,
): void {
  if (choices.includes(word)) return;
  if (word) context.report.notSupported(path, word, choices, { at });
  else context.report.required(path, says.empty({ field: String(at.segment), choices: eitherOf(choices) }), { at });
}

function reportSecondPolicy(resource: string, first: FieldPath, path: FieldPath, context: Context): void {
  context.report.duplicate(path, says.twice({ resource }), {
    related: [{ field: first, message: related['first-one']() }],
  });
}

function reportForbiddenRestart(path: FieldPath, entry: FieldPath, { specPath }: PodFacts, context: Context): void {
  context.report.invalid(path, says['never-restarts'](), {
    at: entry.child('restartPolicy'),
    related: [{ field: specPath.child('restartPolicy'), message: says['pod-never-restarts']() }],
  });
}
