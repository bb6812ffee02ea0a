import { placeDocument, shiftEdits, shiftRange, type YamlDocument } from '@podlint/syntax';
import type { InspectedObject } from '../pipeline/inspect.js';
import type { LineIndex } from '../report/positions.js';
import type { LintSubject } from '../rule/build-views.js';
import type { ResourceView } from '../rule/views.js';
import type { RunMember } from '../pipeline/member.js';
import type { Finding } from '../findings/finding.js';
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
  /** What is added to offsets of the unit. */
  readonly by: number;
  private known: YamlDocument | undefined;

  constructor(
    readonly unit: Unit,
    readonly place: Place,
    private readonly stream: Stream,
  ) {
    this.by = place.start - unit.padding;
  }

  /** What is added to lines of the unit. */
  get linesBy(): number {
    return this.stream.lines.position(this.place.start).line - 1 - (this.unit.linesAbove ?? 0);
  }

  /** Its objects with findings of their own, which may be added to. */
  objects(): InspectedObject[] {
    const { by } = this;
    return this.unit.file.objects.map((inspected, at) => {
      const document = this.document(at);
      return {
        ...inspected,
        document,
        index: inspected.index + this.place.index,
        ...(inspected.object && { object: { ...inspected.object, document } }),
        judgements: inspected.judgements.map((judgement) => ({
          ...judgement,
          findings: judgement.findings.map((found) => shiftFinding(found, by)),
        })),
      };
    });
  }

  members(version: string): RunMember[] {
    return (this.unit.members.get(version) ?? []).map((member) => new PlacedMember(member, this, this.stream.lines));
  }

  /** The document of an object, in the stream. */
  document(at: number): YamlDocument {
    const { document } = this.unit.file.objects[at]!;
    if (this.unit.documents === 0) return document;
    return (this.known ??= placeDocument(document, { stream: this.stream.text, by: this.by, index: this.place.index }));
  }
}

/** There are as many as objects, and most are never asked where they stand. */
class PlacedMember implements RunMember {
  readonly view: ResourceView;
  readonly position: number;

  constructor(
    private readonly member: RunMember,
    private readonly unit: PlacedUnit,
    readonly lines: LineIndex,
  ) {
    this.view = member.view;
    this.position = member.position + unit.place.position;
  }

  get subject(): LintSubject {
    const { subject, position } = this.member;
    return { ...subject, nodes: subject.nodes.in(this.unit.document(position)) };
  }
}

function shiftFinding(found: Finding, by: number): Finding {
  if (by === 0) return { ...found };
  const { range, related, fixes } = found;
  return {
    ...found,
    range: shiftRange(range, by),
    related: related.map((place) => ({ ...place, range: shiftRange(place.range, by) })),
    fixes: fixes && (() => fixes().map((fix) => ({ ...fix, edits: shiftEdits(fix.edits, by) }))),
  };
}
