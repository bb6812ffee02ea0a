import { addTo, smallest } from '@podlint/plain';
import type { Range, YamlDocument } from '@podlint/syntax';
import type { InspectedFile } from '../verdict/inspected.js';
import { NestedRanges } from './nested-ranges.js';
import { fieldOn, scopesOf, type FieldScope, type Scope } from './scopes.js';

/** What of a file is around its comments, found without a look at all objects for each of them. */
export class FilePlaces {
  /** Every object. */
  readonly all: readonly number[];
  private readonly ofDocument = new Map<YamlDocument, number[]>();
  private readonly scopes = new Map<number, Scope[]>();
  private readonly fields = new Map<number, FieldScope[]>();
  private readonly objects: NestedRanges<number>;

  /** `lines`: those that comments speak of. */
  constructor(
    private readonly file: InspectedFile,
    lines: Iterable<number>,
  ) {
    this.all = [...file.objects.keys()];
    for (const scope of scopesOf(file)) addTo(this.scopes, scope.firstLine, scope);
    for (const [position, { document }] of file.objects.entries()) addTo(this.ofDocument, document, position);
    this.objects = new NestedRanges(
      file.objects.flatMap(({ document, object }, value) =>
        object ? [{ range: document.rangeOf(object.node), value }] : [],
      ),
    );
    this.findFields([...new Set(lines)].sort((a, b) => a - b));
  }

  /** Containers and objects that begin on a line. */
  startingOn(line: number): readonly Scope[] {
    return this.scopes.get(line) ?? [];
  }

  /** Fields whose value stands below a line that has their key. */
  fieldsOn(line: number): readonly FieldScope[] {
    return this.fields.get(line) ?? [];
  }

  /** The object that an offset is in, or else the next one of its document or below. */
  objectNear({ start }: Range): number {
    const inside = this.objects.around({ start, end: start + 1 });
    if (inside.length > 0) return smallest(inside);
    const { objects } = this.file;
    const next = firstAbove(objects.length, (index) => objects[index]?.document.range.end ?? Infinity, start);
    return Math.min(next, objects.length - 1);
  }

  /** All objects of the document that an object is of. */
  besides(object: number): readonly number[] {
    const document = this.file.objects[object]?.document;
    return (document && this.ofDocument.get(document)) ?? [];
  }

  private findFields(lines: readonly number[]): void {
    const { objects, lines: index } = this.file;
    for (const [position, { document, object }] of objects.entries()) {
      if (!object) continue;
      const { start, end } = document.rangeOf(object.node);
      const last = index.position(end).line;
      const from = firstAbove(lines.length, (at) => lines[at] ?? Infinity, index.position(start).line - 1);
      for (let at = from; at < lines.length && lines[at]! <= last; at++) {
        const field = fieldOn(lines[at]!, this.file, position);
        if (field) addTo(this.fields, lines[at]!, field);
      }
    }
  }
}

/** The index of the first of some rising numbers that is above one. */
function firstAbove(count: number, at: (index: number) => number, number: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(middle) <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}
