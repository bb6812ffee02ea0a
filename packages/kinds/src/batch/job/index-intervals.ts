/** Decimal integers as Go's strconv.Atoi takes them. */
const integerPattern = /^[+-]?[0-9]+$/;

/** How many indexes `0,2-4` names, or why it names none. */
export type IndexCount = { readonly count: number } | { readonly problem: string };

/** Completion indexes below `completions`, in increasing order (validateIndexesFormat, pkg/apis/batch/validation). */
export function countIndexes(text: string, completions: number): IndexCount {
  if (text === '') return { count: 0 };
  let count = 0;
  let last = -1;
  for (const interval of text.split(',')) {
    const limits = readInterval(interval, completions);
    if ('problem' in limits) return limits;
    if (limits.first <= last)
      return { problem: `${limits.first} comes after ${last}; write the indexes in increasing order` };
    count += limits.last - limits.first + 1;
    last = limits.last;
  }
  return { count };
}

function readInterval(interval: string, completions: number): { first: number; last: number } | { problem: string } {
  const limits = interval.split('-');
  if (limits.length > 2) return { problem: `"${interval}" has more than one "-"` };
  const numbers: number[] = [];
  for (const limit of limits) {
    if (!integerPattern.test(limit)) return { problem: `"${limit}" is not a number` };
    if (Number(limit) >= completions)
      return {
        problem: `${limit} is not an index of a Job with ${completions} completions, whose last one is ${completions - 1}`,
      };
    numbers.push(Number(limit));
  }
  const [first = 0, last = first] = numbers;
  if (limits.length === 2 && first >= last) return { problem: `"${interval}" does not go upwards` };
  return { first, last };
}
