import { faultCode } from '../findings/fault.js';
import type { ExaminedObject } from '../pipeline/examined.js';
import type { InspectedFile } from '../verdict/inspected.js';
import type { AboutSuppression } from './suppression.js';
import type { SuppressionIndex } from './suppression-index.js';

/** The objects without the suppressed findings; the index knows what each suppression has hidden. */
export function hide(
  { lines }: InspectedFile,
  objects: readonly ExaminedObject[],
  suppressions: SuppressionIndex,
  formerIds: (code: string) => readonly string[],
): readonly ExaminedObject[] {
  return objects.map((examined, object) => ({
    ...examined,
    findings: examined.findings.filter(({ code, path, range }) => {
      if (code === faultCode.id) return true;
      const formerly = formerIds(code);
      return !suppressions.hides({ code, formerly, path, range: lines.rangeIn(range), object, line: range.start.line });
    }),
  }));
}

/**
 * A report about suppressions is hidden only by who names it: a comment that suppresses everything would hide itself.
 */
export function isHidden(
  { object, finding: { code, path, range } }: AboutSuppression,
  { lines }: InspectedFile,
  suppressions: SuppressionIndex,
): boolean {
  const { line } = lines.position(range.start);
  return suppressions.nameById({ code, formerly: [], path, range, object, line });
}
