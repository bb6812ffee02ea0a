import { defineMessages } from '@podlint/messages';
import { FieldPath } from '@podlint/model';
import { dnsLabelProblem } from '../formats.js';
import type { KubernetesObject } from '../kubernetes-object.js';
import type { Warn } from './warning.js';

const says = defineMessages('host-name-warning', {
  unfit:
    '"{name}" becomes part of the host name of pods, where it does not fit: {problem}. A shorter or simpler name avoids surprises.',
});

/** Of objects whose Pods are called after them, and take their host name from that. */
export function warnAboutHostName({ metadata }: KubernetesObject, warn: Warn): void {
  const name = metadata?.name ?? '';
  const problem = dnsLabelProblem(name);
  if (problem) warn(FieldPath.root.child('metadata', 'name'), says.unfit({ name, problem }));
}
