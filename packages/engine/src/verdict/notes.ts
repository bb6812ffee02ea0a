import { notesOn } from '@podlint/kinds';
import type { Minor } from '@podlint/model';
import type { SourceObject } from '../documents/objects.js';
import { policyTypesCode } from '../findings/codes.js';
import { finding, type Finding } from '../findings/finding.js';
import { locateSpan } from '../findings/locate-span.js';
import type { Decoded } from './decoded.js';

/** What the server would write into the status of an object that it takes, at the place in the text that it is about. */
export function noteFindings(object: SourceObject, { kind, value }: Decoded, minor: Minor): Finding[] {
  const { document, node } = object;
  return notesOn(kind, value, minor).map(({ path, message, span }) => {
    return finding(policyTypesCode, { message, path, range: locateSpan(document, node, path, span) });
  });
}
