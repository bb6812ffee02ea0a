import type { Configuration } from './configuration.js';
import type { LabelError } from './labels.js';
import { minorOf, type LevelVersion } from './level.js';
import { violationsOf, type PodSecurityViolation } from './standards.js';
import type { ObjectWithKind, Subject } from './subject.js';

type Labels = Readonly<Record<string, unknown>>;

/** A request to a cluster with the PodSecurity plugin: an object with Pods, or without `object` the namespace itself. */
export interface PodSecurityRequest {
  readonly config?: Configuration;
  readonly namespace: string;
  readonly labels?: Labels;
  readonly user?: string;
  readonly operation: string;
  readonly subresource?: string;
  readonly object?: ObjectWithKind;
  readonly oldObject?: ObjectWithKind;
  /** Pods in the namespace. */
  readonly existing?: readonly ObjectWithKind[];
  /** The namespace's labels before its update. */
  readonly oldLabels?: Labels;
}

export type PodSecurityAnswer = { readonly configError: readonly string[] } | PodSecurityDecision;

export interface PodSecurityDecision {
  readonly allowed: boolean;
  readonly code?: number;
  readonly reason?: string;
  readonly message?: string;
  readonly violations?: readonly PodSecurityViolation[];
  readonly errors?: readonly LabelError[];
  readonly warnings?: readonly string[];
}

export const allowed: PodSecurityDecision = { allowed: true };

export function isExemptClass({ spec }: Subject, { exemptions = {} }: Configuration): boolean {
  const { text } = spec.at('runtimeClassName');
  return text !== '' && (exemptions.runtimeClasses ?? []).includes(text);
}

export function violationsAt(subject: Subject, { level, version }: LevelVersion): readonly PodSecurityViolation[] {
  return level === 'privileged' ? [] : violationsOf(subject, level, minorOf(version));
}

export function checksIn(violations: readonly PodSecurityViolation[]): string {
  return [...new Set(violations.map(({ check }) => check))].join(', ');
}
