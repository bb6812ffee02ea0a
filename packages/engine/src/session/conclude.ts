import type { Run } from '../linter.js';
import type { ReportedDiagnostic, ReportedDocument, ReportedFile } from '../report.js';
import type { RunFinding } from '../run/run-finding.js';
import type { PlacedUnit } from './placed-unit.js';
import type { SessionFile } from './session-file.js';
import { isSameShift, shiftReport, type Said } from './shift-report.js';
import { freshObjects } from './unit.js';

/** Says of a file what the run and its suppressions make of what its units have to say. Units that both leave alone say what they said before. */
export function concludeFile(run: Run, file: SessionFile, found: readonly RunFinding[]): ReportedFile {
  const ofRun = findingsByUnit(file, found);
  const touched = new Set(reachOfSuppressions(file));
  for (const unit of ofRun.keys()) touched.add(unit);
  if (touched.size === file.units.length) return run.conclude({ ...file, file: file.inspected(file.units) }, found);
  const anew = concludeSome(run, file, file.units.filter((unit) => touched.has(unit)), ofRun);
  const documents: ReportedDocument[] = [];
  const diagnostics: ReportedDiagnostic[] = [];
  for (const unit of file.units) {
    const said = touched.has(unit) ? anew.get(unit.place.index) : sayAgain(run, file, unit);
    if (said) for (const document of said.documents) documents.push(document);
    if (said) for (const diagnostic of said.diagnostics) diagnostics.push(diagnostic);
  }
  return documents.length === 0 ? run.conclude({ ...file, file: file.inspected([]) }, []) : { path: file.path, documents, diagnostics };
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
  const isLocal = directing.every(({ unit }) => unit.file.objects.length > 0) && !farReaching.test(text) && !isDirectedFromOutside(text, units);
  return isLocal ? directing : units;
}

/** A separator can have a comment, too. */
function isDirectedFromOutside(text: string, units: readonly PlacedUnit[]): boolean {
  return units.some(({ place: { start } }) => text.slice(text.lastIndexOf('\n', start - 2) + 1, start).includes('podlint'));
}

/** Says anew what there is to say of some units, by the index of their document. */
function concludeSome(run: Run, file: SessionFile, units: readonly PlacedUnit[], ofRun: ReadonlyMap<PlacedUnit, readonly RunFinding[]>): ReadonlyMap<number, Said> {
  const found: RunFinding[] = [];
  let position = 0;
  for (const unit of units) {
    for (const one of ofRun.get(unit) ?? []) found.push({ ...one, position: one.position - unit.place.position + position });
    position += unit.unit.file.objects.length;
  }
  const { documents, diagnostics } = run.conclude({ ...file, file: file.inspected(units) }, found);
  const said = new Map<number, { documents: ReportedDocument[]; diagnostics: ReportedDiagnostic[] }>();
  for (const unit of units) if (unit.unit.documents > 0) said.set(unit.place.index, { documents: [], diagnostics: [] });
  for (const document of documents) said.get(document.index)?.documents.push(document);
  for (const diagnostic of diagnostics) said.get(diagnostic.document)?.diagnostics.push(diagnostic);
  return said;
}

/** What a unit says by itself. */
function sayAgain(run: Run, file: SessionFile, placed: PlacedUnit): Said | undefined {
  const { unit, place, by } = placed;
  if (unit.file.objects.length === 0) return undefined;
  const shift = { offset: by, lines: placed.linesBy, documents: place.index };
  const last = unit.placedConclusion;
  if (last && isSameShift(last.by, shift)) return last.said;
  unit.conclusion ??= run.conclude({ ...file, file: { ...unit.file, objects: freshObjects(unit) } }, []);
  const said = shiftReport(unit.conclusion, shift);
  unit.placedConclusion = { by: shift, said };
  return said;
}
