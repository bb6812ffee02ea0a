import type { Run } from '../linter.js';
import type { ReportedDiagnostic, ReportedDocument } from '../report.js';
import type { RunFinding } from '../run/run-finding.js';
import type { PlacedUnit } from './placed-unit.js';
import { unmoved, type ReportPart } from './report-part.js';
import type { SessionFile } from './session-file.js';
import { freshObjects } from './unit.js';

/**
 * Says of a file what the run and its suppressions make of what its units have to say. Units that both leave alone say
 * what they said before.
 */
export function concludeFile(run: Run, file: SessionFile, found: readonly RunFinding[]): readonly ReportPart[] {
  const ofRun = findingsByUnit(file, found);
  const touched = new Set(reachOfSuppressions(file));
  for (const unit of ofRun.keys()) touched.add(unit);
  if (touched.size === file.units.length) return [whole(run, file, file.units, found)];
  const anew = concludeSome(
    run,
    file,
    file.units.filter((unit) => touched.has(unit)),
    ofRun,
  );
  const parts = file.units.flatMap(
    (unit) => (touched.has(unit) ? anew.get(unit.place.index) : sayAgain(run, file, unit)) ?? [],
  );
  return parts.length === 0 ? [whole(run, file, [], [])] : parts;
}

function whole(run: Run, file: SessionFile, units: readonly PlacedUnit[], found: readonly RunFinding[]): ReportPart {
  const { settings, rules } = file;
  return { ...run.conclude({ file: file.inspected(units), settings, rules }, found), by: unmoved };
}

function findingsByUnit({ units }: SessionFile, found: readonly RunFinding[]): Map<PlacedUnit, RunFinding[]> {
  const byUnit = new Map<PlacedUnit, RunFinding[]>();
  if (found.length === 0) return byUnit;
  const owners = units.flatMap((unit) => unit.unit.file.objects.map(() => unit));
  for (const one of found) {
    const owner = owners[one.position]!;
    const known = byUnit.get(owner);
    if (known) known.push(one);
    else byUnit.set(owner, [one]);
  }
  return byUnit;
}

/** Comments that speak of more than their own line or the next one. */
const farReaching = /podlint-(?:disable-file|disable(?!-)|enable)/;

/** The units in which something may be suppressed. */
function reachOfSuppressions({ text, units }: SessionFile): readonly PlacedUnit[] {
  if (!text.includes('podlint')) return [];
  const directing = units.filter(({ unit }) => unit.mayDirect);
  const isLocal =
    directing.every(({ unit }) => unit.file.objects.length > 0) &&
    !farReaching.test(text) &&
    !isDirectedFromOutside(text, units);
  return isLocal ? directing : units;
}

/** A separator can have a comment, too. */
function isDirectedFromOutside(text: string, units: readonly PlacedUnit[]): boolean {
  return units.some(({ place: { start } }) =>
    text.slice(text.lastIndexOf('\n', start - 2) + 1, start).includes('podlint'),
  );
}

/** Says anew what there is to say of some units, by the index of their document. */
function concludeSome(
  run: Run,
  file: SessionFile,
  units: readonly PlacedUnit[],
  ofRun: ReadonlyMap<PlacedUnit, readonly RunFinding[]>,
): ReadonlyMap<number, ReportPart> {
  const found: RunFinding[] = [];
  let position = 0;
  for (const unit of units) {
    for (const one of ofRun.get(unit) ?? [])
      found.push({ ...one, position: one.position - unit.place.position + position });
    position += unit.unit.file.objects.length;
  }
  const { documents, diagnostics } = whole(run, file, units, found);
  const parts = new Map<
    number,
    { documents: ReportedDocument[]; diagnostics: ReportedDiagnostic[]; by: typeof unmoved }
  >();
  for (const { unit, place } of units)
    if (unit.documents > 0) parts.set(place.index, { documents: [], diagnostics: [], by: unmoved });
  for (const document of documents) parts.get(document.index)?.documents.push(document);
  for (const diagnostic of diagnostics) parts.get(diagnostic.document)?.diagnostics.push(diagnostic);
  return parts;
}

/** What a unit says by itself. */
function sayAgain(run: Run, file: SessionFile, placed: PlacedUnit): ReportPart | undefined {
  const { unit, place, by } = placed;
  if (unit.file.objects.length === 0) return undefined;
  const { documents, diagnostics } = (unit.conclusion ??= run.conclude(
    { file: { ...unit.file, objects: freshObjects(unit) }, settings: file.settings, rules: file.rules },
    [],
  ));
  return { documents, diagnostics, by: { offset: by, lines: placed.linesBy, documents: place.index } };
}
