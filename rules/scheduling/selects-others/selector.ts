import type { PodView } from '@podlint/engine/rule';
import { own } from '@podlint/plain';
import type { Decoded, meta } from '@podlint/model';

type Selector = Decoded<meta.LabelSelector>;

/** What controllers put on Pods beside the labels of their template. */
const added =
  /^(?:pod-template-hash|controller-revision-hash|pod-template-generation|job-name|controller-uid|batch\.kubernetes\.io\/.*|apps\.kubernetes\.io\/pod-index|statefulset\.kubernetes\.io\/pod-name|topology\.kubernetes\.io\/.*)$/;

/** Whether the selector asks for a label that is not in a template. */
export function namesAddedLabel({ matchLabels = {}, matchExpressions = [] }: Selector): boolean {
  return [...Object.keys(matchLabels), ...matchExpressions.map(({ key = '' }) => key)].some((key) => added.test(key));
}

/**
 * Whether a selector that does not match the Pod was to do so: its one value is that of a label of the Pod under
 * another key, or nearly that of the Pod's label of that key.
 */
export function isMeantForItself(selector: Selector, { metadata: { labels = {} } }: PodView): boolean {
  const wanted = pairsOf(selector);
  if (wanted.length !== 1) return false;
  const [key, value] = wanted[0] ?? ['', ''];
  const label = own(labels, key);
  return label === undefined ? Object.values(labels).includes(value) : isSlip(value, label);
}

/** What it asks for, where that is one value for a key. */
function pairsOf({ matchLabels = {}, matchExpressions = [] }: Selector): (readonly [string, string])[] {
  return [
    ...Object.entries(matchLabels).map(([key, value]) => [key, value] as const),
    ...matchExpressions.flatMap(({ key = '', operator, values = [] }) =>
      operator === 'In' && values.length === 1 ? [[key, values[0] ?? ''] as const] : [['', ''] as const],
    ),
  ];
}

/** Two neighbouring letters changed places, or one letter is other, too much or missing. */
function isSlip(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 3 || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const rest = (text: string, from: number): string => text.slice(start + from);
  // A number that differs is another instance.
  if (/\d/.test(`${one[start] ?? ''}${other[start] ?? ''}`)) return false;
  return (
    rest(one, 1) === rest(other, 1) ||
    rest(one, 1) === rest(other, 0) ||
    rest(one, 0) === rest(other, 1) ||
    (one[start] === other[start + 1] && one[start + 1] === other[start] && rest(one, 2) === rest(other, 2))
  );
}

export function selectorText({ matchLabels = {}, matchExpressions = [] }: Selector): string {
  return [
    ...Object.entries(matchLabels).map(([key, value]) => `${key}: ${value}`),
    ...matchExpressions.map(({ key = '', operator = '', values = [] }) =>
      [key, operator, values.join(', ')].join(' ').trim(),
    ),
  ].join(', ');
}
