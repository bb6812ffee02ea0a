import { faultCode } from '../findings/fault.js';
import type { ExaminedObject } from '../pipeline/examined.js';
import type { InspectedFile } from '../verdict/inspected.js';
import { names, type AboutSuppression, type FoundAt, type Suppression } from './suppression.js';

export interface Hiding {
  readonly left: readonly ExaminedObject[];
  /** Which codes each suppression has hidden. */
  readonly hidden: ReadonlyMap<Suppression, ReadonlySet<string>>;
}

/** Takes the suppressed findings out. */
export function hide(
  { lines }: InspectedFile,
  objects: readonly ExaminedObject[],
  suppressions: readonly Suppression[],
  formerIds: (code: string) => readonly string[],
): Hiding {
  const hidden = new Map(suppressions.map((suppression) => [suppression, new Set<string>()]));
  const left = objects.map((examined, object) => ({
    ...examined,
    findings: examined.findings.filter(({ code, path, range }) => {
      if (code === faultCode.id) return true;
      const formerly = formerIds(code);
      const found = { code, formerly, path, range: lines.rangeIn(range), object, line: range.start.line };
      const covering = coveringOf(found, suppressions);
      for (const suppression of covering) for (const id of [code, ...formerly]) hidden.get(suppression)?.add(id);
      return covering.length === 0;
    }),
  }));
  return { left, hidden };
}

function coveringOf(found: FoundAt, suppressions: readonly Suppression[]): Suppression[] {
  return suppressions.filter((suppression) => names(suppression, found) && suppression.covers(found));
}

/**
 * A report about suppressions is hidden only by who names it: a comment that suppresses everything would hide itself.
 */
export function isHidden(
  { object, finding: { code, path, range } }: AboutSuppression,
  { lines }: InspectedFile,
  suppressions: readonly Suppression[],
): boolean {
  const { line } = lines.position(range.start);
  const covering = coveringOf({ code, formerly: [], path, range, object, line }, suppressions);
  return covering.some(({ ids }) => ids.some(({ id }) => id === code));
}
