import type { ReportedDiagnostic } from '@podlint/engine';
import { definitionName, fieldAt, nearestNames, pathIn } from '@podlint/schema';
import { allowedValues } from '../../knowledge/allowed-values.js';
import type { FileView } from '../file-view.js';
import type { Remedy } from './actions.js';
import { objectOf, readAt, segmentsOf, settingRemedy } from './object-edits.js';

/**
 * The words that a field takes in the place of one that it does not; one that differs only in its case is what was
 * meant.
 */
export function wordRemedies(file: FileView, found: ReportedDiagnostic): Remedy[] {
  const object = found.code === 'api/not-supported' && found.fixes.length === 0 ? objectOf(file, found) : undefined;
  const at = segmentsOf(found.path);
  const written = object && readAt(object, at);
  const kind = object?.description.known;
  const { minor } = file.version;
  const owner = kind && fieldAt(kind, pathIn(definitionName(kind), at.slice(0, -1)), minor);
  const words =
    owner && !owner.shape && typeof written === 'string'
      ? allowedValues(owner.type, String(at.at(-1)), minor)
      : undefined;
  if (!object || !words || typeof written !== 'string') return [];
  return byLikeness(words, written).flatMap((word) =>
    settingRemedy(file, object, { title: `Write "${word}"`, settings: [{ at, value: word }] }, isMeant(word, written)),
  );
}

function isMeant(word: string, written: string): boolean {
  return word.toLowerCase() === written.trim().toLowerCase();
}

function byLikeness(words: readonly string[], written: string): readonly string[] {
  const near = words.filter((word) => isMeant(word, written)).concat(nearestNames(written, words));
  return [...new Set([...near, ...words])];
}
