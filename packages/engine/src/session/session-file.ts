import type { KubernetesVersion } from '@podlint/model';
import { piecesOf } from '@podlint/syntax';
import { roleOf } from '../documents/kustomize.js';
import { LineIndex } from '../documents/positions.js';
import type { FileRole, SourceFile } from '../documents/source-file.js';
import type { AllDetails, ExaminedFile, PlaceInFile } from '../pipeline/examined.js';
import { viewIn } from '../pipeline/lint-file.js';
import type { ReadAgain } from '../pipeline/read-again.js';
import type { RunFile } from '../pipeline/run.js';
import type { RunFinding } from '../pipeline/run-finding.js';
import type { Collector } from '../rule/collector.js';
import type { ResourceView } from '../rule/views.js';
import { mayDirect } from '../suppressions/may-direct.js';
import type { Circumstances } from '../settings/circumstances.js';
import type { InspectedFile, InspectedObject } from '../verdict/inspected.js';
import { PlacedUnit } from './placed-unit.js';
import { unitOfFile, unitOfPiece, type Piece, type Unit } from './unit.js';
import { UnitPool } from './unit-pool.js';

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
  readonly file: RunFile['file'];
  /** What the rules over the whole run found about it last. */
  found: readonly RunFinding[] | undefined;
  private readonly lines: LineIndex;
  private known: readonly InspectedObject[] | undefined;

  constructor(
    readonly source: SourceFile,
    readonly by: SessionCircumstances,
    before?: SessionFile,
  ) {
    this.path = source.path;
    this.text = 'text' in source ? source.text : '';
    this.role = roleOf(source);
    this.ofObjects = by.ofObjects;
    this.lines = new LineIndex(this.text);
    this.units = this.placed(before?.isUnder(by) && before.role === this.role ? before.units : []);
    this.file = { path: this.path, facts: this.units.flatMap((unit) => unit.facts()) };
  }

  isUnder({ settings, rules, collector }: SessionCircumstances): boolean {
    return this.by.settings === settings && this.by.rules === rules && this.by.collector === collector;
  }

  /** Whether one of its objects is Kubernetes', or would be but for a mistake. */
  get isKubernetes(): boolean {
    return this.units.some(({ unit }) => unit.examined.objects.some((object) => object.isKubernetes));
  }

  /** Its objects with their trees and what they hold. */
  get objects(): readonly InspectedObject[] {
    return (this.known ??= this.units.flatMap((unit) => unit.inspected()));
  }

  /** All of it, as a run examines it. */
  whole(): ExaminedFile {
    return { ...this.examined(this.units), facts: this.file.facts };
  }

  /** Some units as if they were all there is. */
  examined(units: readonly PlacedUnit[]): ExaminedFile {
    const { path, text, source } = this;
    const objects = units.flatMap((unit) => unit.examined());
    const skipped = 'skipped' in source ? { skipped: source.skipped } : {};
    return { path, objects, facts: [], mayDirect: mayDirect(text), ...skipped };
  }

  /** Reads some units again, as if they were all there is. */
  again(units: readonly PlacedUnit[]): ReadAgain {
    return {
      inspected: (): InspectedFile => {
        const { path, text, lines } = this;
        return { path, text, lines, objects: units.flatMap((unit) => unit.inspected()) };
      },
      detailsOf: (position, index) => this.detailsOf(units, position, index),
    };
  }

  private detailsOf(units: readonly PlacedUnit[], position: number, index: number): AllDetails {
    let before = 0;
    for (const unit of units) {
      if (position < before + unit.size) return unit.detailsOf(position - before + unit.place.position, index);
      before += unit.size;
    }
    throw new Error('the file has other objects than before');
  }

  read({ position, template }: PlaceInFile, version: KubernetesVersion): ResourceView {
    const owner = this.units.find(({ place, size }) => position < place.position + size);
    const place = { position: position - (owner?.place.position ?? 0), ...(template !== undefined && { template }) };
    const view = owner && viewIn(owner.unit.inspected(), place, version, this.by.rules);
    if (!view) throw new Error('rules see only objects that they can look at');
    return view;
  }

  private placed(before: readonly PlacedUnit[]): PlacedUnit[] {
    const pieces = 'text' in this.source ? piecesOf(this.text) : undefined;
    const by = { ...this.by, details: 'when asked' } as const;
    if (!pieces) return [this.placedUnit(unitOfFile(this.source, by), 0, 0, 0)];
    const pool = new UnitPool(before, pieces.documents.length);
    const placed: PlacedUnit[] = [];
    let [index, position] = [0, 0];
    for (const { start, end } of pieces.documents) {
      const linesAbove = (): number => this.lines.position(start).line - 1;
      const { path, role, text: stream } = this;
      const piece: Piece = { path, role, stream, start, end, lineBreak: pieces.lineBreak, linesAbove };
      const unit = pool.take(piece) ?? unitOfPiece(piece, by);
      placed.push(this.placedUnit(unit, start, index, position));
      index += unit.documents;
      position += unit.examined.objects.length;
    }
    return placed;
  }

  private placedUnit(unit: Unit, start: number, index: number, position: number): PlacedUnit {
    const { text, lines } = this;
    return new PlacedUnit(unit, { start, index, position }, { text, lines });
  }
}
