import { piecesOf } from '@podlint/syntax';
import type { InspectedFile, InspectedObject } from '../pipeline/inspect.js';
import type { Circumstances } from '../pipeline/linter.js';
import { roleOf } from '../documents/kustomize.js';
import { LineIndex } from '../report/positions.js';
import type { FileRole, SourceFile } from '../report/report.js';
import type { RunFile } from '../pipeline/check-run.js';
import type { RunMember } from '../pipeline/member.js';
import type { RunFinding } from '../pipeline/run-finding.js';
import { PlacedUnit } from './placed-unit.js';
import { judgePiece, judgeWhole, type Piece } from './unit.js';
import { UnitPool } from './unit-pool.js';

/** A file of a session with one text; made anew for each text, out of what is left of the one before. */
export class SessionFile implements RunFile, Circumstances {
  readonly path: string;
  readonly text: string;
  readonly role: FileRole | undefined;
  readonly lines: LineIndex;
  readonly settings: Circumstances['settings'];
  readonly rules: Circumstances['rules'];
  readonly versions: Circumstances['versions'];
  readonly units: readonly PlacedUnit[];
  readonly members: ReadonlyMap<string, readonly RunMember[]>;
  /** What the rules over the whole run found about it last. */
  found: readonly RunFinding[] | undefined;
  private known: InspectedFile | undefined;

  constructor(
    private readonly source: SourceFile,
    circumstances: Circumstances,
    before?: SessionFile,
  ) {
    this.path = source.path;
    this.text = 'text' in source ? source.text : '';
    this.role = roleOf(source);
    this.settings = circumstances.settings;
    this.rules = circumstances.rules;
    this.versions = circumstances.versions;
    this.lines = new LineIndex(this.text);
    this.units = this.placed(before?.isUnder(circumstances) && before.role === this.role ? before.units : []);
    this.members = new Map(this.versions.map(({ name }) => [name, this.units.flatMap((unit) => unit.members(name))]));
  }

  isUnder({ settings, rules }: Circumstances): boolean {
    return this.settings === settings && this.rules === rules;
  }

  /** The objects of some units, with findings of their own which are there to be added to. */
  inspected(units: readonly PlacedUnit[]): InspectedFile {
    const { path, text, lines } = this;
    const skipped = 'skipped' in this.source ? { skipped: this.source.skipped } : {};
    return { path, text, lines, objects: units.flatMap((unit) => unit.objects()), ...skipped };
  }

  *judged(): Iterable<InspectedObject> {
    for (const { unit } of this.units) yield* unit.file.objects;
  }

  get objects(): InspectedFile['objects'] {
    return (this.known ??= this.inspected(this.units)).objects;
  }

  private placed(before: readonly PlacedUnit[]): PlacedUnit[] {
    const pieces = 'text' in this.source ? piecesOf(this.text) : undefined;
    if (!pieces) return [new PlacedUnit(judgeWhole(this.source, this), { start: 0, index: 0, position: 0 }, this)];
    const pool = new UnitPool(before, pieces.documents.length);
    const placed: PlacedUnit[] = [];
    let [index, position] = [0, 0];
    for (const { start, end } of pieces.documents) {
      const piece = {
        path: this.path,
        role: this.role,
        stream: this.text,
        start,
        end,
        lineBreak: pieces.lineBreak,
        linesAbove: () => this.lines.position(start).line - 1,
      } satisfies Piece;
      const unit = pool.take(piece) ?? judgePiece(piece, this);
      placed.push(new PlacedUnit(unit, { start, index, position }, this));
      index += unit.documents;
      position += unit.file.objects.length;
    }
    return placed;
  }
}
