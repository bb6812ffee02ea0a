import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { FirstUses } from '../first-uses.js';
import type { PodFacts } from './pod-facts.js';

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
  else
    context.report.required(
      path,
      `The entry has no ${String(at.segment)}. Set ${choices.map((choice) => `"${choice}"`).join(' or ')}.`,
      { at },
    );
}

function reportSecondPolicy(resource: string, first: FieldPath, path: FieldPath, context: Context): void {
  context.report.duplicate(path, `There is already a resize policy for "${resource}". Keep one.`, {
    related: [{ field: first, message: 'the first one' }],
  });
}

function reportForbiddenRestart(path: FieldPath, entry: FieldPath, { specPath }: PodFacts, context: Context): void {
  context.report.invalid(
    path,
    'A pod whose containers never restart cannot restart one to resize it. Set restartPolicy of the entry to "NotRequired".',
    {
      at: entry.child('restartPolicy'),
      related: [{ field: specPath.child('restartPolicy'), message: 'the restart policy of the pod is "Never"' }],
    },
  );
}
