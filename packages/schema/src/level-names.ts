import type { Structured } from '@podlint/model';
import type { KeyPath } from '@podlint/syntax';
import { pathText } from './problem.js';

const names: Readonly<Record<string, string>> = {
  'core.v1.PodSpec': 'the pod spec',
  'core.v1.PodTemplateSpec': 'the pod template',
  'core.v1.PodSecurityContext': "the pod's security context",
  'core.v1.Container': 'a container',
  'core.v1.EphemeralContainer': 'an ephemeral container',
  'core.v1.SecurityContext': "a container's security context",
  'core.v1.EnvVar': 'an env entry',
  'core.v1.EnvFromSource': 'an envFrom entry',
  'core.v1.VolumeMount': 'a volume mount',
  'core.v1.Probe': 'a probe',
  'core.v1.Volume': 'a volume',
  'core.v1.HostAlias': 'a hostAliases entry',
  'core.v1.Toleration': 'a toleration',
  'batch.v1.JobTemplateSpec': 'the job template',
  'meta.v1.LabelSelector': 'a label selector',
};

/** What a person calls a level, with the path that it has here: `a container (spec.containers[0])`. */
export function levelName(type: string, path: KeyPath, kind: Structured): string {
  const text = placeText(path);
  const name = nameOf(type, kind);
  return path.length > 0 && name ? `${name} (${text})` : (name ?? `"${text}"`);
}

/** The same without a path, for a level that the manifest has many of, or none yet. */
export function levelKind(type: string, path: KeyPath, kind: Structured): string {
  return nameOf(type, kind) ?? `"${placeText(path)}"`;
}

function nameOf(type: string, kind: Structured): string | undefined {
  const name = names[type];
  if (name) return name;
  if (type === kind.definition) return `the ${kind.kind} itself`;
  return type === `${kind.definition}Spec` ? `the ${kind.kind}'s spec` : undefined;
}

function placeText(path: KeyPath): string {
  return pathText(path).replaceAll('.*', '[]');
}
