import { FieldPath } from '@podlint/field-path';
import { dnsLabelProblem, dnsSubdomainProblem, portNumberProblem } from '@podlint/validation';
import { containerLists } from '../findings/container.js';
import { addition } from '../rule/choices.js';
import { fieldAt } from '../rule/field.js';
import type { ChoiceProposal } from '../rule/rule.js';
import { labelsAt, listAt, readAt, textAt, textsIn, type Gap } from './gap.js';
import { unique } from './unique.js';

/** The controller adds the time to it (MaxCronJobNameLength in pkg/apis/batch/validation). */
const longestCronJobName = 52;

const metadata = FieldPath.root.child('metadata');

/** The name of an object: as its label says, or else its kind. */
export function objectName(gap: Gap): ChoiceProposal[] {
  const labels = labelsAt(gap, metadata.child('labels'));
  const kind = textAt(gap, FieldPath.root.child('kind')) ?? 'object';
  const name = [labels?.['app.kubernetes.io/name'], labels?.app].find(
    (label) => label !== undefined && !dnsLabelProblem(label) && label.length <= longestCronJobName,
  );
  return [addition(fieldAt(gap.path), name ?? kind.toLowerCase())];
}

/** The name of a container: the last part of its image's name, where that is a name too. */
export function containerName(gap: Gap): ChoiceProposal[] {
  const container = gap.path.holder;
  const image = textAt(gap, container.child('image')) ?? '';
  const last = /(?:^|\/)([a-z0-9-]+)(?:[:@]|$)/.exec(image)?.[1];
  const name = last !== undefined && !dnsLabelProblem(last) ? last : `container-${container.segment}`;
  const pod = container.holder.holder;
  const others = containerLists.flatMap((list) => textsIn(gap, pod.child(list), 'name'));
  return [addition(fieldAt(gap.path), unique(name, others))];
}

/** The name of a volume: nothing in it tells what it is for. */
export function volumeName(gap: Gap): ChoiceProposal[] {
  const volume = gap.path.holder;
  const others = textsIn(gap, volume.holder, 'name');
  return [addition(fieldAt(gap.path), unique(`volume-${volume.segment}`, others))];
}

/** The claims of a StatefulSet are volumes of its Pods. */
export function claimTemplateName(gap: Gap): ChoiceProposal[] {
  const claim = gap.path.holder.holder;
  const others = (listAt(gap, claim.holder) ?? []).flatMap((_, index) => {
    const name = textAt(gap, claim.holder.index(index).child('metadata', 'name'));
    return name === undefined ? [] : [name];
  });
  return [addition(fieldAt(gap.path), unique(`volume-${claim.segment}`, others))];
}

/** What a volume is made of has the name of the volume. */
export function sourceName(gap: Gap): ChoiceProposal[] {
  const name = textAt(gap, gap.path.holder.holder.child('name'));
  return name === undefined || dnsSubdomainProblem(name) ? [] : [addition(fieldAt(gap.path), name)];
}

/** A folder that is named after the volume. */
export function mountPath(gap: Gap): ChoiceProposal[] {
  const mount = gap.path.holder;
  const name = textAt(gap, mount.child('name'));
  if (name === undefined) return [];
  const others = textsIn(gap, mount.holder, 'mountPath');
  return [addition(fieldAt(gap.path), unique(`/mnt/${name}`, others))];
}

/** In the network of the node both ports have to be the same (validateContainerPorts). */
export function containerPort(gap: Gap): ChoiceProposal[] {
  const hostPort = readAt(gap, gap.path.holder.child('hostPort'));
  const isPort = typeof hostPort === 'number' && !portNumberProblem(hostPort);
  return [addition(fieldAt(gap.path), isPort ? hostPort : 8080)];
}
