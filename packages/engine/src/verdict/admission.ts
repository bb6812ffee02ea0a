import { copyOf, own } from '@podlint/plain';
import type { FieldPath, Minor } from '@podlint/model';
import type { SourceObject } from '../documents/objects.js';
import { mayHavePlaceholders } from '../documents/placeholders/pattern.js';
import { admissionCodes } from '../findings/codes.js';
import { finding, type Finding } from '../findings/finding.js';
import { locate } from '../findings/locate.js';
import type { Decoded } from './decoded.js';
import type { RunAdmission } from './run-admission.js';

/** What comes of an object in admission. */
export interface Admitted {
  readonly findings: readonly Finding[];
  /** The object as the server's own steps leave it, where admission has changed the decoded one. */
  readonly before?: Decoded | undefined;
  /** Items of its lists that a policy has put there. */
  readonly injected?: readonly FieldPath[];
}

/**
 * What admission says of an object, for which the server itself has no objection. From then on the object is
 * as policies change it, with the requests and limits that its Pods will have, so that rules see them.
 */
export function admitted(
  object: SourceObject,
  decoded: Decoded | undefined,
  admission: RunAdmission | undefined,
  minor: Minor,
): Admitted {
  const { document, node } = object;
  if (!admission || mayHavePlaceholders(document.text)) return { findings: [] };
  const json = object.json();
  const findings = admission.judge(json, minor).map(({ code, message, at }) => {
    return finding(own(admissionCodes, code) ?? admissionCodes.other, {
      message,
      path: at,
      range: locate(document, node, at),
    });
  });
  if (!decoded) return { findings };
  const before = { ...decoded, value: copyOf(decoded.value) };
  return { findings, before, injected: admission.fill(decoded.kind, decoded.value, json, minor) };
}
