import { placeDocument, type YamlDocument } from '@podlint/syntax';
import type { LineIndex } from '../documents/positions.js';
import type { AllDetails, ExaminedObject, ObjectFacts } from '../pipeline/examined.js';
import type { ObjectAgain } from '../pipeline/read-again.js';
import type { FoundObject, InspectedObject } from '../verdict/inspected.js';
import { shiftDetails, shiftObject, type Shift } from '../pipeline/shift.js';
import type { Unit } from './unit.js';

/** Where a unit stands in its file. */
export interface Place {
  /** Of the first character that it has in the stream. */
  readonly start: number;
  /** Documents with content before it. */
  readonly index: number;
  /** Objects before it. */
  readonly position: number;
}

/** A text and its lines. */
interface Stream {
  readonly text: string;
  readonly lines: LineIndex;
}

/** A unit as a part of its file. */
export class PlacedUnit {
  private known: YamlDocument | undefined;
  private knownShift: Shift | undefined;

  constructor(
    readonly unit: Unit,
    readonly place: Place,
    private readonly stream: Stream,
  ) {}

  /** How far the unit is moved. */
  get by(): Shift {
    const { start, index } = this.place;
    return (this.knownShift ??= {
      offset: start - this.unit.padding,
      lines: this.stream.lines.position(start).line - 1 - (this.unit.linesAbove ?? 0),
      documents: index,
    });
  }

  get size(): number {
    return this.unit.examined.objects.length;
  }

  /** What was found in its objects. */
  examined(): ExaminedObject[] {
    return this.unit.examined.objects.map((object) => shiftObject(object, this.by));
  }

  facts(): readonly ObjectFacts[] {
    return this.unit.facts(this.place.position);
  }

  /** @param position of the object, counted from the unit's first */
  detailsOf(position: number, index: number): AllDetails {
    return shiftDetails(this.unit.detailsOf(position, index), this.by);
  }

  /** Its objects with their trees, as parts of the stream. */
  inspected(): InspectedObject[] {
    return this.unit.inspected().objects.map((inspected) => this.inStream(inspected));
  }

  /** The same without what the server says of them. */
  skimmed(): InspectedObject[] {
    return this.unit.skimmed().objects.map((inspected) => this.inStream(inspected));
  }

  /** One of its objects, counted from the unit's first. */
  objectAt(position: number): ObjectAgain {
    const { text, lines } = this.stream;
    return { text, lines, inspected: this.inStream(this.unit.objectAt(position).inspected) };
  }

  private inStream<Inspected extends FoundObject>(inspected: Inspected): Inspected {
    const document = this.placed(inspected.document);
    const { object, index } = inspected;
    return { ...inspected, document, index: index + this.place.index, object: object && { ...object, document } };
  }

  private placed(document: YamlDocument): YamlDocument {
    if (this.unit.documents === 0) return document;
    const placing = { stream: this.stream.text, by: this.by.offset, index: this.place.index };
    return (this.known ??= placeDocument(document, placing));
  }
}
