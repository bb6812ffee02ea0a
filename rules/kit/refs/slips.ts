/** How long a name has to be for a slip of that sort to be told from another name. */
const shortest = { swapped: 3, added: 4, replaced: 5 };

/**
 * Whether one name is most likely another one with a slip of the fingers in it: one letter too many, too few, another
 * one, or two that changed places. Names that differ in numbers are different names, and so are short ones.
 */
export function isSlip(written: string, meant: string): boolean {
  if (written === meant || Math.abs(written.length - meant.length) > 1) return false;
  const start = commonStart(written, meant);
  const end = commonEnd(written.slice(start), meant.slice(start));
  const [one, other] = [written.slice(start, written.length - end), meant.slice(start, meant.length - end)];
  if (/\d/.test(one + other)) return false;
  if (one.length + other.length === 1) return isLong(meant, shortest.added) && !(end === 0 && one + other === 's');
  if (one.length === 1) return isLong(meant, shortest.replaced) && !isWholePart(written, start, end);
  return one.length === 2 && one[0] === other[1] && one[1] === other[0] && isLong(meant, shortest.swapped);
}

function isLong(name: string, limit: number): boolean {
  return name.length >= limit;
}

/** `cluster-a` and `cluster-b` are two names. */
function isWholePart(name: string, start: number, end: number): boolean {
  const isEdge = (letter: string | undefined): boolean => letter === undefined || /[^A-Za-z]/.test(letter);
  return isEdge(name[start - 1]) && isEdge(name[name.length - end]);
}

function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

function commonEnd(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one[one.length - 1 - at] === other[other.length - 1 - at]) at++;
  return at;
}
