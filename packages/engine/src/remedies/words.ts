import type { FieldPath } from '@podlint/field-path';
import { nearestNames } from '@podlint/plain/spelling';
import { containerLists } from '../findings/container.js';
import { fieldAt } from '../rule/field.js';
import { set, type ChoiceProposal } from '../rule/rule.js';
import { textAt, textsIn, type Gap } from './gap.js';
import { goesWithTheRest } from './partners.js';
import { podOfContainer } from './pod-of.js';

/** Of more words than these only the near ones are worth showing. */
const mostWords = 8;

/** Values that stand for others, such as `hugepages-SIZE` or a URL, are no words to write. */
const plainWord = /^[A-Za-z][A-Za-z0-9]*$/;

/** The words that a field takes in the place of one that it does not, the nearest first. */
export function allowedWords(gap: Gap): ChoiceProposal[] {
  const { path, allowed } = gap;
  const written = textAt(gap, path);
  if (written === undefined || path.kind === 'key') return [];
  const words = allowed.filter((word) => plainWord.test(word) && goesWithTheRest(gap, word));
  const near = words.filter((word) => isMeant(word, written)).concat(nearestNames(written, words));
  const shown = words.length > mostWords ? near : [...near, ...words];
  return [...new Set(shown)].map((word) => choiceOf(path, word, written));
}

/** The names that a field could mean, which are near to what it says. */
export function nearWords(path: FieldPath, written: string, names: readonly string[]): ChoiceProposal[] {
  return [...new Set(nearestNames(written, names))].map((name) => choiceOf(path, name, written));
}

/** The container that an ephemeral one looks into. */
export function targetContainer(gap: Gap): ChoiceProposal[] {
  const pod = podOfContainer(gap.path);
  const written = textAt(gap, gap.path);
  if (!pod || written === undefined) return [];
  const lists = containerLists.filter((list) => list !== 'ephemeralContainers');
  return nearWords(
    gap.path,
    written,
    lists.flatMap((list) => textsIn(gap, pod.child(list), 'name')),
  );
}

/** The claim of the Pod that an entry of a container's claims names (ValidateResourceRequirements). */
export function claimOfPod(gap: Gap): ChoiceProposal[] {
  const pod = podOfContainer(gap.path);
  const written = textAt(gap, gap.path);
  if (!pod || written === undefined) return [];
  return nearWords(gap.path, written, textsIn(gap, pod.child('resourceClaims'), 'name'));
}

/** What differs only in its case is what was meant. */
function choiceOf(path: FieldPath, word: string, written: string): ChoiceProposal {
  const changes = [set(fieldAt(path), word)];
  return { title: `Write "${word}"`, changes, ...(isMeant(word, written) && { preferred: true }) };
}

function isMeant(word: string, written: string): boolean {
  return word.toLowerCase() === written.trim().toLowerCase();
}
