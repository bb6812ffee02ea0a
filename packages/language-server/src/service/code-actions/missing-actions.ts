import type { ReportedDiagnostic } from '@podlint/engine';
import type { FileView } from '../file-view.js';
import type { Remedy } from './actions.js';
import { missingThings } from './missing-things.js';
import { objectOf, readAt, segmentsOf, settingRemedy } from './object-edits.js';

/** What could be added where a finding names something that is not there, and has no fix of its own. */
export function missingRemedies(file: FileView, found: ReportedDiagnostic): Remedy[] {
  if (found.fixes.length > 0) return [];
  const object = objectOf(file, found);
  const at = segmentsOf(found.path);
  const thing = missingThings.find(({ code, path }) => code === found.code && endsWith(at, path));
  if (!object || !thing) return [];
  return thing
    .add({ at, read: (path) => readAt(object, path) })
    .flatMap((addition) => settingRemedy(file, object, addition));
}

function endsWith(at: readonly (string | number)[], pattern: string): boolean {
  const wanted = pattern.split('.').reverse();
  return wanted.every((name, back) =>
    name === '*' ? typeof at.at(-1 - back) === 'number' : at.at(-1 - back) === name,
  );
}
