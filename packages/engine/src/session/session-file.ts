import type { KubernetesVersion } from '@podlint/model';
import { roleOf } from '../documents/file-roles.js';
import type { LineIndex } from '../documents/positions.js';
import type { SourceObject } from '../documents/objects.js';
import type { FileRole, SourceFile } from '../documents/source-file.js';
import type { ExaminedFile, ExaminedFinding, PlaceInFile } from '../pipeline/examined.js';
import { viewIn } from '../pipeline/lint-subjects.js';
import type { ReadAgain } from '../pipeline/read-again.js';
import type { RunFile } from '../pipeline/run.js';
import type { RunFinding } from '../pipeline/run-finding.js';
import type { Collector } from '../rule/collector.js';
import type { ResourceView } from '../rule/views.js';
import { mayDirect } from '../suppressions/may-direct.js';
import type { Circumstances } from '../settings/circumstances.js';
import type { InspectedObject } from '../verdict/inspected.js';
import type { PlacedUnit } from './placed-unit.js';
import { UnitPlacer } from './unit-placer.js';
import { UnitRow } from './unit-row.js';

/** What a file of a session is judged by. */
export interface SessionCircumstances extends Circumstances {
  readonly collector: Collector;
}

/** A file of a session with one text; made anew for each text, out of what is left of the one before. */
export class SessionFile implements RunFile {
  readonly path: string;
  readonly text: string;
  readonly role: FileRole | undefined;
  readonly ofObjects: Circumstances['ofObjects'];
  readonly units: readonly PlacedUnit[];
  /** The same, to look an object up in. */
  readonly row: UnitRow;
  readonly file: RunFile['file'];
  /** What the rules over the whole run found about it last. */
  found: readonly RunFinding[] | undefined;
  private readonly lines: LineIndex;
  private known: readonly InspectedObject[] | undefined;
  private directs: boolean | undefined;

  constructor(
    readonly source: SourceFile,
    readonly by: SessionCircumstances,
    before?: SessionFile,
    placer = new UnitPlacer(source, by, unitsLeft(source, by, before)),
  ) {
    this.path = source.path;
    this.text = placer.text;
    this.role = placer.role;
    this.ofObjects = by.ofObjects;
    this.lines = placer.lines;
    this.units = placer.all();
    this.row = new UnitRow(this.units);
    this.file = { path: this.path, facts: this.units.flatMap((unit) => unit.facts()) };
  }

  isUnder({ settings, rules, collector }: SessionCircumstances): boolean {
    return this.by.settings === settings && this.by.rules === rules && this.by.collector === collector;
  }

  /** Whether one of its objects is Kubernetes', or would be but for a mistake. */
  get isKubernetes(): boolean {
    return this.units.some(({ unit }) => unit.examined.objects.some((object) => object.isKubernetes));
  }

  /** Whether something in it may suppress findings. */
  get mayDirect(): boolean {
    return (this.directs ??= this.units.some(({ unit }) => unit.examined.mayDirect) || mayDirect(this.besideUnits()));
  }

  /** The parts of the text that are of no document. */
  private besideUnits(): string {
    const parts: string[] = [];
    let end = 0;
    for (const { place, unit } of this.units) {
      if (place.start > end) parts.push(this.text.slice(end, place.start));
      end = unit.key === undefined ? this.text.length : place.start + unit.key.length;
    }
    return [...parts, this.text.slice(end)].join('\n');
  }

  /** Its objects with their trees and what they hold. */
  get objects(): readonly InspectedObject[] {
    return (this.known ??= this.units.flatMap((unit) => unit.inspected()));
  }

  hasFound(isLike: (finding: ExaminedFinding) => boolean): boolean {
    return this.units.some(({ unit }) => unit.examined.objects.some(({ findings }) => findings.some(isLike)));
  }

  /** Those of one document. */
  objectsIn(document: number): readonly SourceObject[] {
    const unit = this.units.findLast(({ place }) => place.index <= document);
    return unit?.skimmed().flatMap(({ object, index }) => (object && index === document ? [object] : [])) ?? [];
  }

  /** All of it, as a run examines it. */
  whole(): ExaminedFile {
    return { ...this.examined(this.units), facts: this.file.facts };
  }

  /** Some units as if they were all there is. */
  examined(units: readonly PlacedUnit[]): ExaminedFile {
    const { path, source } = this;
    const objects = units.flatMap((unit) => unit.examined());
    const skipped = 'skipped' in source ? { skipped: source.skipped } : {};
    return { path, objects, facts: [], mayDirect: this.mayDirect, ...skipped };
  }

  /** Reads some units again, as if they were all there is. */
  again(units: readonly PlacedUnit[]): ReadAgain {
    const { path, text, lines } = this;
    const row = units === this.units ? this.row : new UnitRow(units);
    return {
      inspected: () => ({ path, text, lines, objects: units.flatMap((unit) => unit.inspected()) }),
      objectAt: (position) => {
        const of = row.at(position);
        return of.unit.objectAt(of.position);
      },
      detailsOf: (position, index) => {
        const of = row.at(position);
        return of.unit.detailsOf(of.position, index);
      },
    };
  }

  read({ position, template }: PlaceInFile, version: KubernetesVersion): ResourceView {
    const of = this.row.at(position);
    of.unit.unit.isReadByRules = true;
    const place = { position: of.position, ...(template !== undefined && { template }) };
    const view = viewIn(of.unit.unit.inspected(), place, version, this.by.rules);
    if (!view) throw new Error('rules see only objects that they can look at');
    return view;
  }
}

/** What a file with another text may take over from the one before. */
export function unitsLeft(
  source: SourceFile,
  by: SessionCircumstances,
  before: SessionFile | undefined,
): readonly PlacedUnit[] {
  return before?.isUnder(by) && before.role === roleOf(source) ? before.units : [];
}
