import type { SourceFile } from '../documents/source-file.js';
import { gatherPlaceholders } from '../findings/placeholders/gather.js';
import type { Collector } from '../rule/collector.js';
import type { Circumstances } from '../settings/circumstances.js';
import { inspect } from '../verdict/inspect.js';
import type { InspectedFile } from '../verdict/inspected.js';
import { compactObjects, type Details } from './compact.js';
import type { ExaminedFile } from './examined.js';
import { lintFile } from './lint-file.js';

/** How a file is examined. */
export interface Examination extends Pick<Circumstances, 'rules' | 'versions'> {
  /** What the rules over the whole run want to know. */
  readonly collector: Collector;
  readonly details: Details;
}

/** The first step: from a text to all that can be said of the file by itself. */
export function examine(source: SourceFile, by: Examination): ExaminedFile {
  return examineInspected(inspect(source, by), by);
}

/** The same for a file that was read and judged: what is kept of it has no tree behind it. */
export function examineInspected(file: InspectedFile, by: Examination): ExaminedFile {
  const facts = lintFile(file, by);
  gatherPlaceholders(file);
  const { path, text, skipped } = file;
  return {
    path,
    objects: compactObjects(file, by.details),
    facts,
    mayDirect: text.includes('podlint'),
    ...(skipped === undefined ? {} : { skipped }),
  };
}
