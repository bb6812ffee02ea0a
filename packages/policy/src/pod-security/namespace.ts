import { own } from '@podlint/plain';
import { textOf } from '@podlint/messages';
import { allowed, type PodSecurityDecision, type PodSecurityRequest } from './decision.js';
import type { Configuration } from './configuration.js';
import { warningsOfPods } from './existing-pods.js';
import { modes, policyOf, type Policy } from './labels.js';
import { isStricter, sameLevel, type LevelVersion } from './level.js';
import { says } from './messages.js';

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
