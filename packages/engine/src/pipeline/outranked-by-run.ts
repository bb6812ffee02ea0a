import type { Severity } from '../findings/diagnostic.js';
import type { Circumstances } from '../settings/circumstances.js';
import type { ExaminedFinding, ExaminedObject } from './examined.js';

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };

/**
 * The objects without what lesser rules say of a field of which a rule over the whole run says more, and as gravely: one
 * mistake, one finding. What a suppression hides has been taken out before, so that none is without use for this.
 */
export function withoutOutrankedByRun(
  objects: readonly ExaminedObject[],
  ofObjects: Circumstances['ofObjects'],
): readonly ExaminedObject[] {
  return objects.map((object) => {
    const { outranking } = ofObjects.setUnder(object.rules);
    if (outranking.size === 0) return object;
    const graver = object.findings.filter(({ code }) => outranking.has(code));
    if (graver.length === 0) return object;
    const isLesser = (finding: ExaminedFinding): boolean =>
      graver.some((other) => outranking.get(other.code)?.has(finding.code) === true && saysMore(other, finding));
    return { ...object, findings: object.findings.filter((finding) => !isLesser(finding)) };
  });
}

/** Of the same field, and for all versions that the other one is for. */
function saysMore(graver: ExaminedFinding, lesser: ExaminedFinding): boolean {
  return (
    gravity[graver.severity] <= gravity[lesser.severity] &&
    graver.path.toString() === lesser.path.toString() &&
    lesser.kubernetesVersions.every((version) => graver.kubernetesVersions.includes(version))
  );
}
