/** How long a name has to be for a slip of that sort to be told from another name. */
const shortest = { swapped: 3, added: 4, replaced: 5 };

type Slip = keyof typeof shortest;

/**
 * Whether one name is most likely another one with a slip of the fingers in it. Names that differ in numbers are
 * different names, and so are short ones.
 */
export function isSlip(written: string, meant: string): boolean {
  const slip = slipBetween(written, meant);
  return slip !== undefined && meant.length >= shortest[slip];
}

/** The same of names of any length: near enough to be offered, and not to be sure of. */
export function isNear(written: string, meant: string): boolean {
  return slipBetween(written, meant) !== undefined;
}

/** One letter too many or too few, another one, or two that changed places. */
function slipBetween(written: string, meant: string): Slip | undefined {
  if (written === meant || Math.abs(written.length - meant.length) > 1) return undefined;
  const start = commonStart(written, meant);
  const end = commonEnd(written.slice(start), meant.slice(start));
  const [one, other] = [written.slice(start, written.length - end), meant.slice(start, meant.length - end)];
  if (/\d/.test(one + other)) return undefined;
  if (one.length + other.length === 1) return end === 0 && one + other === 's' ? undefined : 'added';
  if (one.length === 1) return isWholePart(written, start, end) ? undefined : 'replaced';
  return one.length === 2 && one[0] === other[1] && one[1] === other[0] ? 'swapped' : undefined;
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
