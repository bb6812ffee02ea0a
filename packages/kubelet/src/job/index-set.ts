/** Completion indexes as a Job's status writes them: `1,3-5,7`; those that the Job does not have are left out. */
export function parseIndexes(text: string | undefined, completions: number): Set<number> {
  const indexes = new Set<number>();
  for (const part of (text ?? '').split(',')) {
    const [first = NaN, last = first] = part.split('-').map((number) => Number.parseInt(number, 10));
    for (let index = first; index <= Math.min(last, completions - 1); index++) indexes.add(index);
  }
  return indexes;
}

/** Two neighbours are written `1,2`, three `1-3` (orderedIntervals.String, pkg/controller/job/indexed_job_utils.go). */
export function formatIndexes(indexes: ReadonlySet<number>): string {
  const sorted = [...indexes].sort((a, b) => a - b);
  const parts: string[] = [];
  let first: number | undefined;
  for (const [place, index] of sorted.entries()) {
    first ??= index;
    if (sorted[place + 1] === index + 1) continue;
    parts.push(first === index ? `${index}` : `${first}${index === first + 1 ? ',' : '-'}${index}`);
    first = undefined;
  }
  return parts.join(',');
}
