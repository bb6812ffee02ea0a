import { addTo } from '@podlint/plain';
import { conclude } from '../pipeline/conclude.js';
import type { LookUp } from '../pipeline/read-again.js';
import type { RunFinding } from '../pipeline/run-finding.js';
import { wholeFile } from '../report/assemble.js';
import type { ReportedDiagnostic, ReportedDocument, ReportedFile } from '../report/report.js';
import type { PlacedUnit } from './placed-unit.js';
import type { ReportPart } from './report-part.js';
import type { SessionFile } from './session-file.js';
import { unmoved } from '../pipeline/shift.js';

/** What a file is concluded with, by its units. */
export interface Conclusions {
  readonly file: SessionFile;
  readonly found: readonly RunFinding[];
  readonly ofRun: ReadonlyMap<PlacedUnit, readonly RunFinding[]>;
  /** Units of which not all is said by themselves. */
  readonly touched: ReadonlySet<PlacedUnit>;
}

export function conclusionsOf(file: SessionFile, found: readonly RunFinding[]): Conclusions {
  const ofRun = findingsByUnit(file, found);
  const touched = new Set(reachOfSuppressions(file));
  for (const [unit, findings] of ofRun) if (!isExplainedWithin(unit, findings, file.path)) touched.add(unit);
  return { file, found, ofRun, touched };
}

/**
 * Says of a file what the run and its suppressions make of what its units have to say. Units that suppressions leave alone,
 * and of which the run says the same as before, say what they said before.
 */
export function concludeFile(conclusions: Conclusions, lookUp: LookUp): readonly ReportPart[] {
  const { file, found, ofRun, touched } = conclusions;
  if (touched.size === file.units.length) return [whole(file, file.units, found, lookUp)];
  const some = file.units.filter((unit) => touched.has(unit));
  const anew = concludeSome(file, some, ofRun, lookUp);
  const parts = file.units.flatMap(
    (unit) => (touched.has(unit) ? anew.get(unit.place.index) : byItself(file, unit, ofRun.get(unit) ?? [])) ?? [],
  );
  return parts.length === 0 ? [whole(file, [], [], lookUp)] : parts;
}

/** The same for all that units have to say alone, one after the other, so that there is less left to do. */
export function* concludeAhead({ file, ofRun, touched }: Conclusions): Generator<void> {
  for (const unit of file.units) {
    if (!touched.has(unit)) byItself(file, unit, ofRun.get(unit) ?? []);
    yield;
  }
}

/** Whether no finding has a place outside of its unit, which could move by itself. */
function isExplainedWithin({ place, size }: PlacedUnit, findings: readonly RunFinding[], path: string): boolean {
  return findings.every(({ related }) =>
    related.every(
      ({ file, position }) => file === path && position >= place.position && position < place.position + size,
    ),
  );
}

function whole(
  file: SessionFile,
  units: readonly PlacedUnit[],
  found: readonly RunFinding[],
  lookUp: LookUp,
): ReportPart {
  return { ...wholeFile(concludeUnits(file, units, found, lookUp)), by: unmoved };
}

/** The last step, over some units as if they were all there is. */
function concludeUnits(
  file: SessionFile,
  units: readonly PlacedUnit[],
  found: readonly RunFinding[],
  lookUp: LookUp,
): ReportedFile {
  return conclude(file.examined(units), {
    by: file.by,
    found,
    again: file.again(units),
    // Of the file itself, as it was when this was found.
    lookUp: (path) => (path === file.path ? file.again(file.units) : lookUp(path)),
  }).file;
}

function findingsByUnit({ row }: SessionFile, found: readonly RunFinding[]): Map<PlacedUnit, RunFinding[]> {
  const byUnit = new Map<PlacedUnit, RunFinding[]>();
  for (const one of found) {
    const owner = row.at(one.position).unit;
    addTo(byUnit, owner, one);
  }
  return byUnit;
}

/** Comments that speak of more than their own line or the next one. */
const farReaching = /podlint-(?:disable-file|disable(?!-)|enable)/;

/** The units in which something may be suppressed. */
function reachOfSuppressions({ text, units, mayDirect }: SessionFile): readonly PlacedUnit[] {
  if (!mayDirect) return [];
  const directing = units.filter(({ unit }) => unit.examined.mayDirect);
  const isLocal =
    directing.every(({ size }) => size > 0) && !farReaching.test(text) && !isDirectedFromOutside(text, units);
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
  file: SessionFile,
  units: readonly PlacedUnit[],
  ofRun: ReadonlyMap<PlacedUnit, readonly RunFinding[]>,
  lookUp: LookUp,
): ReadonlyMap<number, ReportPart> {
  const found: RunFinding[] = [];
  let position = 0;
  for (const unit of units) {
    for (const one of ofRun.get(unit) ?? [])
      found.push({ ...one, position: one.position - unit.place.position + position });
    position += unit.size;
  }
  const { documents, diagnostics } = whole(file, units, found, lookUp);
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

/** What a unit and the run say of it alone. */
function byItself(
  file: SessionFile,
  { unit, by, size, place }: PlacedUnit,
  found: readonly RunFinding[],
): ReportPart | undefined {
  if (size === 0) return undefined;
  const { documents, diagnostics } = unit.concluded({ found, before: place.position }, file.by);
  return { documents, diagnostics, by };
}
