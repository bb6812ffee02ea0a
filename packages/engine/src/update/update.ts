import type { SourceObject } from '../documents/objects.js';
import { compactObjects } from '../pipeline/compact.js';
import { reportOf } from '../pipeline/report-of.js';
import type { ReportedDiagnostic } from '../report/report.js';
import type { FileCircumstances } from '../settings/circumstances.js';
import { inspect } from '../verdict/inspect.js';
import type { InspectedFile, Inquiry, Operation } from '../verdict/inspected.js';
import type { Verdict } from '../verdict/verdict.js';

/** What the server says to an update; the places are those of the new text. */
export interface UpdateReport {
  /** The worst over all objects: undecodable, unserved, reject, accept. */
  readonly verdict: Verdict;
  readonly diagnostics: readonly ReportedDiagnostic[];
}

/** How the new text is called where a place names its file. */
const newFile = 'new';
const severityOrder: readonly Verdict[] = ['accept', 'reject', 'unserved', 'undecodable'];

/**
 * Would the server take the objects of the new text in the place of the stored ones of the old text?
 * Objects belong together by kind, namespace and name; a single one on each side belongs together in any case.
 * An object that the old text does not have is created.
 */
export function update(
  oldText: string,
  newText: string,
  { versions, customResources }: FileCircumstances,
): UpdateReport {
  const version = versions.at(-1);
  if (!version) return { verdict: 'accept', diagnostics: [] };
  const stored = objectsIn(inspect({ path: 'old', text: oldText }, { versions: [] }));
  const file = judgedNew(newText, stored, { versions: [version], customResources });
  const judged = file.objects.flatMap(({ judgements }) => judgements.flatMap(({ verdict }) => verdict ?? []));
  return {
    verdict: judged.reduce<Verdict>(
      (worst, verdict) => (severityOrder.indexOf(verdict) > severityOrder.indexOf(worst) ? verdict : worst),
      'accept',
    ),
    diagnostics: reportOf(newFile, compactObjects(file, { details: 'with choices' })).diagnostics,
  };
}

function judgedNew(text: string, stored: readonly SourceObject[], inquiry: Inquiry): InspectedFile {
  const source = { path: newFile, text };
  const isAlone = objectsIn(inspect(source, { versions: [] })).length === 1;
  return inspect(source, {
    ...inquiry,
    operationOn: (object): Operation => {
      const counterpart = counterpartOf(object, stored, isAlone);
      return counterpart ? { operation: 'update', stored: counterpart } : { operation: 'create' };
    },
  });
}

function objectsIn({ objects }: InspectedFile): SourceObject[] {
  return objects.flatMap(({ document, object }) => (object && document.problems.length === 0 ? [object] : []));
}

function counterpartOf(
  object: SourceObject,
  stored: readonly SourceObject[],
  isAlone: boolean,
): SourceObject | undefined {
  const [first] = stored;
  if (isAlone && stored.length === 1 && first?.description.kind === object.description.kind) return first;
  return stored.find((candidate) => identity(candidate) === identity(object));
}

function identity({ description, namespace, name }: SourceObject): string {
  return [description.kind, namespace ?? 'default', name].join('/');
}
