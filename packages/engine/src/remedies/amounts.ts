import { nearestNames } from '@podlint/plain/spelling';
import { own } from '@podlint/plain';
import { fieldAt } from '../rule/field.js';
import { rename, set, type ChoiceProposal } from '../rule/rule.js';
import { readAt, textAt, type Gap } from './gap.js';

const resources = ['cpu', 'memory', 'ephemeral-storage'];

/** What people call them elsewhere. */
const otherNames: Readonly<Record<string, string>> = {
  cpus: 'cpu',
  disk: 'ephemeral-storage',
  ephemeralstorage: 'ephemeral-storage',
  mem: 'memory',
  ram: 'memory',
  storage: 'ephemeral-storage',
};

/** The resource that was meant by a name that is none. */
export function resourceName(gap: Gap): ChoiceProposal[] {
  const { path } = gap;
  const written = String(path.segment);
  if (written.toLowerCase() === 'gpu') return ['nvidia.com/gpu', 'amd.com/gpu'].map((name) => renaming(gap, name));
  const meant = own(otherNames, written.toLowerCase()) ?? nearestNames(written, resources)[0];
  if (meant === undefined || readAt(gap, path) === undefined || readAt(gap, path.holder.key(meant)) !== undefined)
    return [];
  return [renaming(gap, meant)];
}

function renaming({ path }: Gap, name: string): ChoiceProposal {
  return { title: `Rename to "${name}"`, changes: [rename(fieldAt(path), name)] };
}

/** A port in quotes is a name, and a name has a letter in it. */
export function portNumber(gap: Gap): ChoiceProposal[] {
  return numbersFor(gap, /^[1-9]\d{0,4}$/);
}

/** A share of Pods has its sign. */
export function numberOrShare(gap: Gap): ChoiceProposal[] {
  const number = numbersFor(gap, /^\d{1,3}$/);
  const text = textAt(gap, gap.path);
  return number.length === 0
    ? []
    : [...number, { title: `Write "${text}%"`, changes: [set(fieldAt(gap.path), `${text}%`)] }];
}

function numbersFor(gap: Gap, pattern: RegExp): ChoiceProposal[] {
  const text = textAt(gap, gap.path);
  if (text === undefined || !pattern.test(text)) return [];
  return [{ title: `Write ${text}`, changes: [set(fieldAt(gap.path), Number(text))] }];
}
