import type { SourceFile } from '../documents/source-file.js';
import { gatherPlaceholders } from '../findings/placeholders/gather.js';
import { Collector } from '../rule/collector.js';
import { mayHaveDirectives } from '../rule/directives.js';
import type { Circumstances } from '../settings/circumstances.js';
import { inspect } from '../verdict/inspect.js';
import { mayDirect } from '../suppressions/may-direct.js';
import type { InspectedFile } from '../verdict/inspected.js';
import { compactObjects, type Compacting } from './compact.js';
import type { ExaminedFile } from './examined.js';
import { faultyFile } from './faulty-file.js';
import { foldConsequences } from './fold.js';
import { lintFile } from './lint-file.js';

/** How a file is examined. */
export interface Examination
  extends Pick<Circumstances, 'rules' | 'ofObjects' | 'versions' | 'customResources'>, Compacting {
  readonly ofObjects: Circumstances['ofObjects'];
  /** What the rules over the whole run want to know. */
  readonly collector: Collector;
}

const noCollector = new Collector([]);

/** The first step: from a text to all that can be said of the file by itself. */
export function examine(source: SourceFile, by: Examination): ExaminedFile {
  try {
    return examineInspected(inspect(source, by), by);
  } catch (error) {
    return faultyFile(source.path, error, by.versions);
  }
}

/** The same for a file that was read and judged: what is kept of it has no tree behind it. */
export function examineInspected(file: InspectedFile, by: Examination): ExaminedFile {
  const { path, text, skipped } = file;
  const hasDirectives = mayHaveDirectives(text);
  const facts = lintFile(file, by, hasDirectives);
  gatherPlaceholders(file);
  foldConsequences(file, (mended) => void lintFile(mended, { ...by, collector: noCollector }, hasDirectives));
  return {
    path,
    objects: compactObjects(file, by),
    facts,
    mayDirect: mayDirect(text),
    ...(skipped === undefined ? {} : { skipped }),
  };
}
