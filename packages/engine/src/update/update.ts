import type { SourceObject } from '../documents/objects.js';
import { compactObjects } from '../pipeline/compact.js';
import { reportOf } from '../pipeline/report-of.js';
import type { ReportedDiagnostic, ReportedDocument } from '../report/report.js';
import type { FileCircumstances } from '../settings/circumstances.js';
import { inspect } from '../verdict/inspect.js';
import type { InspectedFile, Inquiry, Operation } from '../verdict/inspected.js';
import type { Verdict } from '../verdict/verdict.js';

/** What the server says to an update; the places are those of the new text. */
export interface UpdateReport {
  /** The worst over all objects: undecodable, unserved, reject, accept. */
  readonly verdict: Verdict;
  /** The objects of the new text. */
  readonly documents: readonly ReportedDocument[];
  readonly diagnostics: readonly ReportedDiagnostic[];
}

const severityOrder: readonly Verdict[] = ['accept', 'reject', 'unserved', 'undecodable'];

/** The new text, and what it is called where a place names its file. */
export interface NewText {
  readonly path: string;
  readonly text: string;
}

/**
 * Would the server take the objects of the new text in the place of the stored ones of the old text?
 * Objects belong together by kind, namespace and name; a single one on each side belongs together in any case.
 * An object that the old text does not have is created.
 */
export function update(
  oldText: string,
  { path, text }: NewText,
  { versions, customResources }: FileCircumstances,
): UpdateReport {
  const version = versions.at(-1);
  if (!version) return { verdict: 'accept', documents: [], diagnostics: [] };
  const stored = objectsIn(inspect({ path: 'old', text: oldText }, { versions: [] }));
  const file = judgedNew({ path, text }, stored, { versions: [version], customResources });
  const judged = file.objects.flatMap(({ judgements }) => judgements.flatMap(({ verdict }) => verdict ?? []));
  const { documents, diagnostics } = reportOf(path, compactObjects(file, { details: 'with choices' }));
  return {
    verdict: judged.reduce<Verdict>(
      (worst, verdict) => (severityOrder.indexOf(verdict) > severityOrder.indexOf(worst) ? verdict : worst),
      'accept',
    ),
    documents,
    diagnostics,
  };
}

function judgedNew(source: NewText, stored: readonly SourceObject[], inquiry: Inquiry): InspectedFile {
  const isAlone = objectsIn(inspect(source, { versions: [] })).length === 1;
  const [first, ...others] = stored;
  // The first of several that are called the same.
  const known = new Map(stored.toReversed().map((object) => [identity(object), object]));
  return inspect(source, {
    ...inquiry,
    operationOn: (object): Operation => {
      const isOnly = isAlone && others.length === 0 && first?.description.kind === object.description.kind;
      const counterpart = isOnly ? first : known.get(identity(object));
      return counterpart ? { operation: 'update', stored: counterpart } : { operation: 'create' };
    },
  });
}

function objectsIn({ objects }: InspectedFile): SourceObject[] {
  return objects.flatMap(({ document, object }) => (object && document.problems.length === 0 ? [object] : []));
}

function identity({ description, namespace, name }: SourceObject): string {
  return [description.kind, namespace ?? 'default', name].join('/');
}
