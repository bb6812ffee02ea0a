import { own } from '@podlint/plain';
import { defineMessages, type Message } from '@podlint/messages';
import type { Structured } from '@podlint/model';
import type { FieldPath } from '@podlint/field-path';
import { anyItem, type Place } from './places.js';

const says = defineMessages('level', {
  'pod-spec': 'the pod spec',
  'pod-template': 'the pod template',
  'pod-security-context': "the pod's security context",
  container: 'a container',
  'ephemeral-container': 'an ephemeral container',
  'security-context': "a container's security context",
  env: 'an env entry',
  'env-from': 'an envFrom entry',
  'volume-mount': 'a volume mount',
  probe: 'a probe',
  volume: 'a volume',
  'host-alias': 'a hostAliases entry',
  toleration: 'a toleration',
  'job-template': 'the job template',
  'label-selector': 'a label selector',
  object: 'the {kind}',
  spec: "the {kind}'s spec",
  path: '"{path}"',
  at: '{level} ({path})',
});

const names: Readonly<Record<string, Message>> = {
  'core.v1.PodSpec': says['pod-spec'](),
  'core.v1.PodTemplateSpec': says['pod-template'](),
  'core.v1.PodSecurityContext': says['pod-security-context'](),
  'core.v1.Container': says.container(),
  'core.v1.EphemeralContainer': says['ephemeral-container'](),
  'core.v1.SecurityContext': says['security-context'](),
  'core.v1.EnvVar': says.env(),
  'core.v1.EnvFromSource': says['env-from'](),
  'core.v1.VolumeMount': says['volume-mount'](),
  'core.v1.Probe': says.probe(),
  'core.v1.Volume': says.volume(),
  'core.v1.HostAlias': says['host-alias'](),
  'core.v1.Toleration': says.toleration(),
  'batch.v1.JobTemplateSpec': says['job-template'](),
  'meta.v1.LabelSelector': says['label-selector'](),
};

/** What a person calls a level elsewhere, with the path that it has: `a container (spec.containers[0])`. */
export function levelName(type: string, path: FieldPath, kind: Structured): Message {
  const level = nameOf(type, kind);
  if (!level) return says.path({ path: path.toString() });
  return path.length > 0 ? says.at({ level, path: path.toString() }) : level;
}

/** The level that a finding is at, and so has the path of: `a container`, `"httpGet"`, `"rules[0]"`. */
export function levelHere(type: string, path: FieldPath, kind: Structured): Message {
  const level = nameOf(type, kind);
  if (level) return level;
  const { segments } = path;
  const field = segments.findLastIndex((segment) => typeof segment === 'string');
  const indices = segments.slice(field + 1).map((index) => `[${index}]`);
  return says.path({ path: `${segments[field] ?? ''}${indices.join('')}` });
}

/** The same without a path, for a level that the manifest has many of, or none yet. */
export function levelKind({ type, path }: Place, kind: Structured): Message {
  return nameOf(type, kind) ?? says.path({ path: path.join('.').replaceAll(`.${anyItem}`, '[]') });
}

function nameOf(type: string, kind: Structured): Message | undefined {
  const name = own(names, type);
  if (name) return name;
  if (type === kind.definition) return says.object({ kind: kind.kind });
  return type === `${kind.definition}Spec` ? says.spec({ kind: kind.kind }) : undefined;
}
