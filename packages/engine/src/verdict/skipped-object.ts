import type { SourceObject } from '../documents/objects.js';
import type { SkipReason } from '../documents/skip.js';
import type { InspectedObject, SourceDocument } from './inspected.js';

/** An object, or a document without one, that nobody judges. */
export function skippedObject(
  { document, index, versions }: SourceDocument,
  object: SourceObject | undefined,
  skipped: SkipReason,
): InspectedObject {
  return {
    document,
    index,
    object,
    judgements: versions.map((version) => ({ version, findings: [] })),
    skipped,
  };
}
