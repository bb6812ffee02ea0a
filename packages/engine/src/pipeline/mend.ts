import type { TextEdit } from '@podlint/syntax';
import { documentAfter } from '../documents/document-after.js';
import { LineIndex } from '../documents/positions.js';
import type { Finding } from '../findings/finding.js';
import { inspectDocument } from '../verdict/inspect.js';
import type { InspectedFile, InspectedObject, VersionJudgement } from '../verdict/inspected.js';

/** Adds to a file what is found in it besides what the server says. */
export type Lint = (file: InspectedFile) => void;

/** An object, and what one version says of it. */
export interface Judged {
  readonly path: string;
  readonly inspected: InspectedObject;
  readonly judgement: VersionJudgement;
}

/**
 * What would be said of an object if one of its findings was mended; undefined where nobody knows how, or the text does
 * not read any more.
 */
export function judgementAfter(cause: Finding, judged: Judged, lint: Lint): VersionJudgement | undefined {
  const edits = remedyOf(cause);
  const { path, inspected, judgement } = judged;
  if (edits.length === 0) return undefined;
  const document = documentAfter(inspected.document, edits);
  const { text } = document;
  const objects = inspectDocument({ document, index: inspected.index, path, versions: [judgement.version] });
  lint({ path, text, lines: new LineIndex(text), objects });
  return objects.find(({ object }) => object?.item === inspected.object?.item)?.judgements[0];
}

/** The first fix, or the choice that was most likely meant. */
function remedyOf({ fixes, choices }: Finding): readonly TextEdit[] {
  const fix = fixes?.()[0];
  if (fix) return fix.edits;
  const offered = choices?.() ?? [];
  const meant = offered.length === 1 ? offered[0] : offered.find(({ preferred }) => preferred);
  return meant?.edits ?? [];
}
