import { own } from '@podlint/plain';
import { textOf } from '@podlint/messages';
import { allowed, checksIn, isExemptClass, type PodSecurityDecision, type PodSecurityRequest } from './decision.js';
import type { Configuration } from './configuration.js';
import { modes, policyOf, type Policy } from './labels.js';
import { isStricter, levelText, sameLevel, type LevelVersion } from './level.js';
import { says } from './messages.js';
import { reasonOf } from './reason.js';
import type { Subject } from './subject.js';
import { subjectOf, type ObjectWithKind } from './subject-of.js';
import { violationsAt } from './violations.js';

/** A namespace that is made or changed (admission/admission.go, ValidateNamespace). */
export function judgeNamespace(
  request: PodSecurityRequest,
  config: Configuration,
  defaults: Policy,
): PodSecurityDecision {
  if ((request.subresource ?? '') !== '') return allowed;
  const next = policyOf(request.labels ?? {}, defaults);
  if (request.operation === 'CREATE') {
    if (next.errors.length > 0) return invalid(next.errors);
    return isExempt(request, config) ? exempt(request, next.policy, defaults) : allowed;
  }
  if (request.operation !== 'UPDATE') return allowed;
  const old = policyOf(request.oldLabels ?? {}, defaults);
  if (next.errors.length > 0 && !sameErrors(request, next.errors, old.errors)) return invalid(next.errors);
  if (!isTightened(next.policy.enforce, old.policy.enforce)) return allowed;
  if (isExempt(request, config)) return exempt(request, next.policy, defaults);
  const warnings = warningsOfPods(request, next.policy.enforce, config);
  return warnings.length === 0 ? allowed : { allowed: true, warnings };
}

function isExempt({ namespace }: PodSecurityRequest, { exemptions = {} }: Configuration): boolean {
  return namespace !== '' && (exemptions.namespaces ?? []).includes(namespace);
}

type Errors = NonNullable<PodSecurityDecision['errors']>;

function invalid(errors: Errors): PodSecurityDecision {
  return { allowed: false, code: 422, reason: 'Invalid', message: textOf(says['bad-labels']()), errors };
}

/** Labels that were as wrong before are left alone. */
function sameErrors({ labels = {}, oldLabels = {} }: PodSecurityRequest, errors: Errors, old: Errors): boolean {
  const shown = (list: Errors, of: Readonly<Record<string, unknown>>): string =>
    list.map(({ field }) => `${field}=${String(own(of, field.slice('metadata.labels['.length, -1)))}`).join();
  return shown(errors, labels) === shown(old, oldLabels);
}

function isTightened(next: LevelVersion, old: LevelVersion): boolean {
  if (sameLevel(next, old) || next.level === 'privileged') return false;
  return next.version !== old.version || isStricter(next.level, old.level);
}

/** A warning where the namespace asks for something that an exemption leaves without effect. */
function exempt({ namespace }: PodSecurityRequest, policy: Policy, defaults: Policy): PodSecurityDecision {
  const privileged = modes.every((mode) => policy[mode].level === 'privileged');
  if (privileged || modes.every((mode) => isEquivalent(policy[mode], defaults[mode]))) return allowed;
  return { allowed: true, warnings: [textOf(says.exempt({ namespace }))] };
}

function isEquivalent(a: LevelVersion, b: LevelVersion): boolean {
  return (a.level === 'privileged' && b.level === 'privileged') || sameLevel(a, b);
}

/** More Pods than this are not looked at. */
const mostPods = 3000;

/** Pods that violate the level, those together that violate it alike (EvaluatePodsInNamespace). */
function warningsOfPods(request: PodSecurityRequest, level: LevelVersion, config: Configuration): readonly string[] {
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
