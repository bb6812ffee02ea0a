import { textOf } from '@podlint/messages';
import { configurationErrors, type Configuration } from './configuration.js';
import {
  allowed,
  checksIn,
  isExemptClass,
  violationsAt,
  type PodSecurityAnswer,
  type PodSecurityDecision,
  type PodSecurityRequest,
} from './decision.js';
import { policyOf, policyOfDefaults, type Policy } from './labels.js';
import { levelText, type LevelVersion } from './level.js';
import { says } from './messages.js';
import { judgeNamespace } from './namespace.js';
import type { PodSecurityViolation } from './standards.js';
import { podKindOf, subjectOf, type ObjectWithKind, type Subject } from './subject.js';
import { isSignificantUpdate } from './update.js';

/** What the PodSecurity plugin answers (admission/admission.go, Validate). */
export function podSecurityAdmission(request: PodSecurityRequest): PodSecurityAnswer {
  const { config = {} } = request;
  const configError = configurationErrors(config);
  if (configError.length > 0) return { configError };
  const defaults = policyOfDefaults(config.defaults);
  return request.object
    ? judgeObject(request, request.object, config, defaults)
    : judgeNamespace(request, config, defaults);
}

/** Of these subresources of a Pod no change can break a level. */
const ignoredSubresources = new Set(['exec', 'attach', 'binding', 'eviction', 'log', 'portforward', 'proxy', 'status']);

function judgeObject(
  request: PodSecurityRequest,
  object: ObjectWithKind,
  config: Configuration,
  defaults: Policy,
): PodSecurityDecision {
  const kind = podKindOf(object);
  const { subresource = '' } = request;
  const isPod = kind?.kind === 'Pod';
  if (!kind || (isPod ? ignoredSubresources.has(subresource) : subresource !== '')) return allowed;
  if (isExempt(request, config)) return allowed;
  const { policy } = policyOf(request.labels ?? {}, defaults);
  if (isPod && isIrrelevantUpdate(request, object)) return allowed;
  const subject = subjectOf(object);
  if (!subject || isExemptClass(subject, config)) return allowed;
  return judgeSubject(subject, policy, isPod);
}

function isIrrelevantUpdate({ operation, oldObject }: PodSecurityRequest, object: ObjectWithKind): boolean {
  return operation === 'UPDATE' && oldObject !== undefined && !isSignificantUpdate(object, oldObject);
}

function isExempt({ namespace, user = '' }: PodSecurityRequest, { exemptions = {} }: Configuration): boolean {
  const { namespaces = [], usernames = [] } = exemptions;
  return (namespace !== '' && namespaces.includes(namespace)) || (user !== '' && usernames.includes(user));
}

/** Pods are refused; a controller is only warned of, as it is its Pods that will be refused. */
function judgeSubject(subject: Subject, policy: Policy, enforce: boolean): PodSecurityDecision {
  const enforced = enforce ? violationsAt(subject, policy.enforce) : [];
  if (enforced.length > 0) return refused(policy.enforce, enforced);
  const warned = violationsAt(subject, policy.warn);
  return warned.length === 0 ? allowed : { allowed: true, warnings: [warning(policy.warn, warned)] };
}

function refused(level: LevelVersion, violations: readonly PodSecurityViolation[]): PodSecurityDecision {
  const message = textOf(says.refused({ level: levelText(level), checks: checksIn(violations) }));
  return { allowed: false, code: 403, reason: 'Forbidden', message, violations };
}

function warning(level: LevelVersion, violations: readonly PodSecurityViolation[]): string {
  return textOf(says.warned({ level: levelText(level), checks: checksIn(violations) }));
}
