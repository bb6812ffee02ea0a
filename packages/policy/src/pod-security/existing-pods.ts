import { textOf } from '@podlint/messages';
import { checksIn, isExemptClass, type PodSecurityRequest } from './decision.js';
import type { Configuration } from './configuration.js';
import { levelText, type LevelVersion } from './level.js';
import { says } from './messages.js';
import { reasonOf } from './reason.js';
import type { Subject } from './subject.js';
import { subjectOf, type ObjectWithKind } from './subject-of.js';
import { violationsAt } from './violations.js';

/** More Pods than this are not looked at. */
const mostPods = 3000;

/** Pods that violate the level, those together that violate it alike (EvaluatePodsInNamespace). */
export function warningsOfPods(
  request: PodSecurityRequest,
  level: LevelVersion,
  config: Configuration,
): readonly string[] {
  const pods = prioritized(request.existing ?? [], config);
  const checked = pods.slice(0, mostPods);
  const groups = new Map<string, { readonly names: string[]; readonly checks: string }>();
  for (const { name, subject } of checked) {
    const violations = violationsAt(subject, level);
    if (violations.length === 0) continue;
    const reason = reasonOf(subject, level);
    const group = groups.get(reason) ?? { names: [], checks: checksIn(violations) };
    group.names.push(name);
    groups.set(reason, group);
  }
  return [
    ...(checked.length < pods.length
      ? [textOf(says['only-first']({ checked: checked.length, all: pods.length }))]
      : []),
    ...(groups.size > 0 ? [textOf(says.existing({ namespace: request.namespace, level: levelText(level) }))] : []),
    ...[...groups.values()].map(groupText).sort(),
  ];
}

function groupText({ names, checks }: { readonly names: readonly string[]; readonly checks: string }): string {
  const [pod = ''] = names.toSorted();
  if (names.length === 1) return textOf(says['existing-pod']({ pod, checks }));
  return textOf(says['existing-pods']({ pod, others: names.length - 1, checks }));
}

interface ExistingPod {
  readonly name: string;
  readonly controller: string | undefined;
  readonly subject: Subject;
}

/** One Pod of each controller comes first; Pods of exempt runtime classes not at all (prioritizePods). */
function prioritized(objects: readonly ObjectWithKind[], config: Configuration): readonly ExistingPod[] {
  const pods = objects.flatMap((object) => {
    const subject = subjectOf(object);
    return !subject || isExemptClass(subject, config) ? [] : [existingPod(subject)];
  });
  const seen = new Set<string>();
  const [first, later]: [ExistingPod[], ExistingPod[]] = [[], []];
  for (const pod of pods) {
    const again = pod.controller !== undefined && seen.has(pod.controller);
    (again ? later : first).push(pod);
    if (pod.controller !== undefined) seen.add(pod.controller);
  }
  return [...first, ...later];
}

function existingPod(subject: Subject): ExistingPod {
  const owner = subject.metadata
    .at('ownerReferences')
    .items.find((reference) => reference.at('controller').value === true);
  return { name: subject.metadata.at('name').text, controller: owner?.at('uid').text, subject };
}
