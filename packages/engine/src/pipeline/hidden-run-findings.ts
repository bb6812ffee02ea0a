import type { NotShown } from '../report/report.js';
import { isHidden, splitAtLevel, type ReportLevel } from '../report/shown.js';
import type { ExaminedFile } from './examined.js';
import type { RunFinding } from './run-finding.js';

interface Sorted {
  readonly toPlace: readonly RunFinding[];
  readonly notShown: NotShown | undefined;
}

/**
 * Sets aside what the rules over the whole run found and nobody sees, as its place costs reading the file again: it is
 * counted. A comment in the file could suppress it, and a placeholder could take its place, so there it is not.
 */
export function withoutHidden(
  { objects, mayDirect }: Pick<ExaminedFile, 'objects' | 'mayDirect'>,
  found: readonly RunFinding[],
  level: ReportLevel | undefined,
): Sorted {
  if (level === undefined || mayDirect || found.length === 0) return { toPlace: found, notShown: undefined };
  const hidden = new Map<string, RunFinding>();
  const toPlace = found.filter((one) => {
    const isAside = isHidden(one, level) && !hasPlaceholder(objects[one.position]);
    if (isAside) hidden.set(`${one.position} ${one.code} ${one.path.toString()}`, one);
    return !isAside;
  });
  return { toPlace, notShown: splitAtLevel([...hidden.values()], level).notShown };
}

function hasPlaceholder(object: ExaminedFile['objects'][number] | undefined): boolean {
  return object?.findings.some(({ code }) => code === 'schema/placeholder') ?? false;
}
