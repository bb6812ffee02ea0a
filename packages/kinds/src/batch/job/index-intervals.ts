import { type Message, defineMessages } from '@podlint/messages';

const says = defineMessages('index-list', {
  'not-increasing': '{first} comes after {last}; write the indexes in increasing order',
  'two-dashes': '"{interval}" has more than one "-"',
  'not-a-number': '"{text}" is not a number',
  'out-of-range': '{index} is not an index of a Job with {completions} completions, whose last one is {last}',
  backwards: '"{interval}" does not go upwards',
});

/** Decimal integers as Go's strconv.Atoi takes them. */
const integerPattern = /^[+-]?[0-9]+$/;

/** How many indexes `0,2-4` names, or why it names none. */
export type IndexCount = { readonly count: number } | { readonly problem: Message };

/** Completion indexes below `completions`, in increasing order (validateIndexesFormat, pkg/apis/batch/validation). */
export function countIndexes(text: string, completions: number): IndexCount {
  if (text === '') return { count: 0 };
  let count = 0;
  let last = -1;
  for (const interval of text.split(',')) {
    const limits = readInterval(interval, completions);
    if ('problem' in limits) return limits;
    if (limits.first <= last) return { problem: says['not-increasing']({ first: limits.first, last }) };
    count += limits.last - limits.first + 1;
    last = limits.last;
  }
  return { count };
}

function readInterval(interval: string, completions: number): { first: number; last: number } | { problem: Message } {
  const limits = interval.split('-');
  if (limits.length > 2) return { problem: says['two-dashes']({ interval }) };
  const numbers: number[] = [];
  for (const limit of limits) {
    if (!integerPattern.test(limit)) return { problem: says['not-a-number']({ text: limit }) };
    if (Number(limit) >= completions)
      return {
        problem: says['out-of-range']({ index: limit, completions, last: completions - 1 }),
      };
    numbers.push(Number(limit));
  }
  const [first = 0, last = first] = numbers;
  if (limits.length === 2 && first >= last) return { problem: says.backwards({ interval }) };
  return { first, last };
}
