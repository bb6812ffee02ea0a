import { notesOn } from '@podlint/kinds';
import type { Minor } from '@podlint/model';
import type { SourceObject } from '../documents/objects.js';
import { policyTypesCode } from '../findings/codes.js';
import { finding, type Finding } from '../findings/finding.js';
import { locate, nodeAt } from '../findings/locate.js';
import { placeInScalar } from '../findings/place-in-scalar.js';
import type { Decoded } from './decoded.js';

/** What the server would write into the status of an object that it takes, at the place in the text that it is about. */
export function noteFindings(object: SourceObject, { kind, value }: Decoded, minor: Minor): Finding[] {
  const { document, node } = object;
  return notesOn(kind, value, minor).map(({ path, message, offset }) => {
    const at = nodeAt(document, node, path);
    const text = at === undefined ? undefined : document.scalarText(at);
    const range =
      at === undefined || typeof text !== 'string'
        ? locate(document, node, path)
        : placeInScalar(document.text, document.rangeOf(at), text, offset);
    return finding(policyTypesCode, { message, path, range });
  });
}
