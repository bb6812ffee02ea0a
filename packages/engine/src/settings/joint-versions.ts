/**
 * What several files ask for together, by name: in their order where all ask for the same, else the oldest first.
 * The parts of a run, joined, so come out as the whole: its order does not depend on which file came first.
 */
export function jointVersions(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = []] = lists;
  if (lists.every((list) => list.join() === first.join())) return first;
  return [...new Set(lists.flat())].sort((a, b) => minorOf(a) - minorOf(b));
}

/** 36, of `1.36`. */
function minorOf(name: string): number {
  return Number(name.slice(name.indexOf('.') + 1));
}
