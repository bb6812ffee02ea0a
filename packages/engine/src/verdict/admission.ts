import type { FieldPath } from '@podlint/field-path';
import type { Message } from '@podlint/messages';
import type { Kind, Minor } from '@podlint/model';
import type { SourceObject } from '../documents/objects.js';
import { mayHavePlaceholders } from '../documents/placeholders/pattern.js';
import { admissionCodes } from '../findings/codes.js';
import { finding, type Finding } from '../findings/finding.js';
import { locate } from '../findings/locate.js';
import type { ExplainedAdmission } from '../explain/explanation.js';
import type { Decoded } from './inspected.js';

/** What admission would do about an object. */
interface AdmissionFinding {
  /** `policy-denied`, `limit-ranger`: the code after `admission/`. */
  readonly code: string;
  readonly message: Message;
  readonly at: FieldPath;
}

/** What admission says of the objects of a run, by policies, limits and quotas among them. */
export interface RunAdmission {
  /** Of the creation of an object that the server takes. */
  judge(object: unknown, minor: Minor): readonly AdmissionFinding[];
  /** The Pod that an object is or makes, as admission leaves it; undefined: it makes none. */
  explain(object: unknown, minor: Minor): ExplainedAdmission | undefined;
  /** Gives containers what LimitRanges of the namespace will give to theirs; in place. */
  fillLimits(kind: Kind, object: object, minor: Minor): void;
}

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
