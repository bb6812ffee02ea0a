import type { FieldPath } from '@podlint/field-path';
import { dnsLabelProblem } from '@podlint/validation';
import { appended } from '../rule/choices.js';
import { fieldAt } from '../rule/field.js';
import type { ChoiceProposal } from '../rule/rule.js';
import { listAt, textAt, textsIn, type Gap } from './gap.js';
import { podOfContainer } from './pod-of.js';
import { nearWords } from './words.js';

type Source = (name: string) => readonly [words: string, source: object];

const mounted: readonly Source[] = [
  () => ['an empty volume', { emptyDir: {} }],
  (name) => ['a volume with the ConfigMap', { configMap: { name } }],
  (name) => ['a volume with the Secret', { secret: { secretName: name } }],
];

/** A device can only be a claim's (ValidateVolumeDevices). */
const devices: readonly Source[] = [
  (claimName) => ['a volume with the PersistentVolumeClaim', { persistentVolumeClaim: { claimName } }],
];

/** The name of a volume that the Pod has, or a volume of that name. */
export function mountedVolume(gap: Gap): ChoiceProposal[] {
  return volumes(gap, mounted);
}

export function deviceVolume(gap: Gap): ChoiceProposal[] {
  return volumes(gap, devices);
}

function volumes(gap: Gap, sources: readonly Source[]): ChoiceProposal[] {
  const list = podOfContainer(gap.path)?.child('volumes');
  const name = textAt(gap, gap.path);
  if (!list || name === undefined) return [];
  const present = listAt(gap, list);
  const names = textsIn(gap, list, 'name');
  // One that is there and has mistakes of its own does not count as long as it has them.
  if (names.includes(name)) return [];
  const added = dnsLabelProblem(name) ? [] : sources.map((source) => newVolume(list, present, name, source));
  return [
    ...nearWords(
      gap.path,
      name,
      names.filter((other) => !dnsLabelProblem(other)),
    ),
    ...added,
  ];
}

function newVolume(
  list: FieldPath,
  present: readonly unknown[] | undefined,
  name: string,
  sourceOf: Source,
): ChoiceProposal {
  const [words, source] = sourceOf(name);
  return { title: `Add ${words} "${name}"`, changes: appended(fieldAt(list), present, { name, ...source }) };
}
