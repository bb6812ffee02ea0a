import type { Minor } from '@podlint/model';
import type { SourceObject } from '../documents/objects.js';
import { mayHavePlaceholders } from '../documents/placeholders/pattern.js';
import { admissionCodes } from '../findings/codes.js';
import { finding, type Finding } from '../findings/finding.js';
import { locate } from '../findings/locate.js';
import type { Decoded } from './inspected.js';
import type { RunAdmission } from './run-admission.js';

/**
 * What admission says of an object, for which the server itself has no objection. From then on the object has the
 * requests and limits that its Pods will have, so that rules see them.
 */
export function admissionFindings(
  object: SourceObject,
  decoded: Decoded | undefined,
  admission: RunAdmission | undefined,
  minor: Minor,
): Finding[] {
  const { document, node } = object;
  if (!admission || mayHavePlaceholders(document.text)) return [];
  const found = admission.judge(object.json(), minor).map(({ code, message, at }) => {
    return finding(admissionCodes[code] ?? admissionCodes.other, {
      message,
      path: at,
      range: locate(document, node, at),
    });
  });
  if (decoded) admission.fillLimits(decoded.kind, decoded.value, minor);
  return found;
}
