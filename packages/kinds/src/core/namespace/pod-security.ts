import { own } from '@podlint/plain';
import { type Message, defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type core } from '@podlint/model';
import type { Context } from '@podlint/validation';

const says = defineMessages('pod-security-label', {
  'unknown-level':
    '"{value}" is not a level of the Pod Security Standards. Use "privileged", "baseline" or "restricted".',
  'unknown-version': '"{value}" is not a version of the Pod Security Standards. Use "latest", or one such as "v1.31".',
});

type Namespace = Decoded<core.Namespace>;

const prefix = 'pod-security.kubernetes.io/';
const modes = ['enforce', 'audit', 'warn'];
const levels = ['privileged', 'baseline', 'restricted'];
const version = /^(latest|v1\.(\d|[1-9]\d*))$/;

/**
 * What the PodSecurity plugin, which is on by default, says of a new namespace (ValidateNamespace,
 * k8s.io/pod-security-admission/admission/admission.go).
 */
export function validatePodSecurityLabels(namespace: Namespace, { report }: Context): void {
  const path = FieldPath.root.child('metadata', 'labels');
  for (const { key, message } of problemsOf(namespace)) report.invalid(path.key(key), message);
}

/** What is wrong in the same way in the stored namespace passes. */
export function validatePodSecurityChange(namespace: Namespace, old: Namespace, context: Context): void {
  const known = problemsOf(old);
  const problems = problemsOf(namespace);
  const same = problems.length === known.length && problems.every((problem, i) => isSame(problem, known[i]));
  if (!same) validatePodSecurityLabels(namespace, context);
}

interface Problem {
  readonly key: string;
  readonly value: string;
  readonly message: Message;
}

function isSame({ key, value }: Problem, other: Problem | undefined): boolean {
  return key === other?.key && value === other.value;
}

/** PolicyToEvaluate, k8s.io/pod-security-admission/api/helpers.go. */
function problemsOf({ metadata }: Namespace): Problem[] {
  return modes.flatMap((mode) => [
    ...problemOf(`${prefix}${mode}`, metadata, isLevel, says['unknown-level']),
    ...problemOf(`${prefix}${mode}-version`, metadata, isVersion, says['unknown-version']),
  ]);
}

function isLevel(value: string): boolean {
  return levels.includes(value);
}

function isVersion(value: string): boolean {
  return version.test(value);
}

function problemOf(
  key: string,
  metadata: Namespace['metadata'],
  fits: (value: string) => boolean,
  message: (data: { value: string }) => Message,
): Problem[] {
  const value = own(metadata?.labels, key);
  return value === undefined || fits(value) ? [] : [{ key, value, message: message({ value }) }];
}
