import type { KubernetesVersion } from '@podlint/model';
import { PartSplitter, type PartSize, type TextPart } from '@podlint/syntax';
import { allDetailsOf, compactObjects, type Details } from '../pipeline/compact.js';
import { examineInspected } from '../pipeline/examine.js';
import type { AllDetails, ExaminedFile, ExaminedObject, PlaceInFile } from '../pipeline/examined.js';
import { conclude } from '../pipeline/conclude.js';
import { viewIn } from '../pipeline/lint-subjects.js';
import { objectIn, type ObjectAgain, type ReadAgain } from '../pipeline/read-again.js';
import { runRules, type RunFile } from '../pipeline/run.js';
import { emptyEntry, report } from '../report/assemble.js';
import type { Report, ReportedFile } from '../report/report.js';
import type { Collector } from '../rule/collector.js';
import type { SourceFile } from '../documents/source-file.js';
import type { ResourceView } from '../rule/views.js';
import type { Circumstances } from '../settings/circumstances.js';
import type { OpenComments } from '../suppressions/open-comments.js';
import { inspectPart, type PartPlace } from '../verdict/inspect.js';
import type { InspectedFile } from '../verdict/inspected.js';

/**
 * What is judged at once of a text that comes as a stream: as much as fits into some hundred megabytes with everything
 * that is known about it.
 */
export const partSize: PartSize = { length: 512 * 1024, documents: 500 };

/** What is kept of the text above a part, for whoever shows the lines around a finding. */
const linesAbove = 2;
const longestAbove = 2000;

/** What was found in a part of a text; every place in it is one in the whole text. */
export interface ReportedPart {
  readonly report: Report;
  /** The text of the part, and the lines right above it. */
  readonly text: string;
  /** The line of the whole text that this begins with, from 1. */
  readonly firstLine: number;
}

interface StreamContext extends Circumstances {
  readonly tool: Report['tool'];
  readonly path: string;
  /** Of what the rules want to know of the objects of a part. */
  readonly collector: Collector;
  readonly details: Exclude<Details, 'when asked'>;
  /** Told of each part before it is judged; no two have the same name. */
  readonly onPart?: ((part: SourceFile) => void) | undefined;
}

/** A text that is judged while it comes, and held no longer than that takes. */
export interface TextStream {
  /** UTF-16 units of the text that wait for the end of their document or part. */
  readonly pending: number;
  /** The versions that it is judged for. */
  readonly kubernetesVersions: readonly string[];
  /** How many lines of the text are judged. */
  readonly judgedLines: number;
  /** Takes the next piece, which may end anywhere, and judges the parts that it completes, one at each step. */
  write(piece: string): Generator<ReportedPart>;
  /** Judges what is left. A text without any content is reported here. */
  end(): Generator<ReportedPart>;
}

export class PartedTextStream implements TextStream {
  private readonly splitter: PartSplitter;
  private place: PartPlace;
  private openComments: OpenComments = [];
  private hasObjects = false;
  private linesAbove: readonly string[] = [];

  constructor(
    private readonly context: StreamContext,
    size: PartSize = partSize,
  ) {
    this.splitter = new PartSplitter(size);
    this.place = { path: context.path, start: { offset: 0, lines: 0 }, documents: 0 };
  }

  get pending(): number {
    return this.splitter.pending;
  }

  get kubernetesVersions(): string[] {
    return this.context.versions.map(({ name }) => name);
  }

  get judgedLines(): number {
    return this.place.start.lines;
  }

  *write(piece: string): Generator<ReportedPart> {
    for (const part of this.splitter.push(piece)) yield this.judge(part);
  }

  *end(): Generator<ReportedPart> {
    for (const part of this.splitter.end()) yield this.judge(part);
    if (!this.hasObjects)
      yield this.reported({ path: this.context.path, documents: [emptyEntry], diagnostics: [] }, '', this.judgedLines);
  }

  private judge(part: TextPart): ReportedPart {
    this.context.onPart?.({ path: `${this.context.path}:${this.place.start.offset}`, text: part.text });
    const { file, documents } = inspectPart(part, this.place, this.context);
    const concluded = this.conclude(file);
    this.hasObjects ||= file.objects.length > 0;
    const { start } = this.place;
    this.place = {
      ...this.place,
      start: file.lines.behind(part.text.length),
      documents: this.place.documents + documents,
    };
    const found = this.reported(concluded, part.text, start.lines);
    this.linesAbove = part.text
      .slice(-longestAbove)
      .split(/(?<=\n|\r(?!\n))/)
      .slice(-linesAbove);
    return found;
  }

  /** The three steps, over one part as if it were all files. */
  private conclude(file: InspectedFile): ReportedFile {
    const { context } = this;
    const examined = examineInspected(file, context);
    const part = new FileAtHand(file, examined, context);
    const found = runRules([part], context.versions, 'part').get(part) ?? [];
    const concluded = conclude(examined, {
      by: context,
      found,
      again: part,
      lookUp: () => part,
      before: this.openComments,
    });
    this.openComments = concluded.open;
    return concluded.file;
  }

  private reported(file: ReportedFile, text: string, linesBefore: number): ReportedPart {
    const above = this.linesAbove;
    return {
      report: report(this.context.tool, this.kubernetesVersions, [file]),
      text: above.join('') + text,
      firstLine: linesBefore - above.length + 1,
    };
  }
}

/** A file that need not be read again. */
class FileAtHand implements RunFile, ReadAgain {
  private detailed: readonly ExaminedObject[] | undefined;

  constructor(
    private readonly inspectedFile: InspectedFile,
    readonly file: ExaminedFile,
    private readonly by: Circumstances,
  ) {}

  get ofObjects(): Circumstances['ofObjects'] {
    return this.by.ofObjects;
  }

  inspected(): InspectedFile {
    return this.inspectedFile;
  }

  objectAt(position: number): ObjectAgain {
    return objectIn(this.inspectedFile, position);
  }

  detailsOf(position: number, index: number): AllDetails {
    this.detailed ??= compactObjects(this.inspectedFile, { details: 'with choices' });
    return allDetailsOf(this.detailed, position, index);
  }

  read(place: PlaceInFile, version: KubernetesVersion): ResourceView {
    const view = viewIn(this.inspectedFile, place, version, this.by.rules);
    if (!view) throw new Error('rules see only objects that they can look at');
    return view;
  }
}
