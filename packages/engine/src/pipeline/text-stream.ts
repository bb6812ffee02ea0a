import { PartSplitter, type PartSize, type TextPart } from '@podlint/syntax';
import { emptyEntry, report, reportedPart } from '../report/assemble.js';
import { inspectPart, type InspectedFile, type PartPlace } from './inspect.js';
import { adjustLevels } from '../findings/levels.js';
import { addRunFindings, lintVersions } from './lint.js';
import type { Circumstances } from './linter.js';
import { gatherPlaceholders } from '../findings/placeholders/gather.js';
import type { Report, ReportedFile } from '../report/report.js';
import { checkRun } from './check-run.js';
import type { OpenComments } from '../suppressions/open-comments.js';
import type { Suppressor } from '../suppressions/suppressor.js';

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
  readonly suppressor: Suppressor | undefined;
}

/** A text that is judged while it comes, and held no longer than that takes. */
export class TextStream {
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

  /** UTF-16 units of the text that wait for the end of their document or part. */
  get pending(): number {
    return this.splitter.pending;
  }

  /** The versions that it is judged for. */
  get kubernetesVersions(): string[] {
    return this.context.versions.map(({ name }) => name);
  }

  /** How many lines of the text are judged. */
  get judgedLines(): number {
    return this.place.start.lines;
  }

  /** Takes the next piece, which may end anywhere, and judges the parts that it completes, one at each step. */
  *write(piece: string): Generator<ReportedPart> {
    for (const part of this.splitter.push(piece)) yield this.judge(part);
  }

  /** Judges what is left. A text without any content is reported here. */
  *end(): Generator<ReportedPart> {
    for (const part of this.splitter.end()) yield this.judge(part);
    if (!this.hasObjects)
      yield this.reported({ path: this.context.path, documents: [emptyEntry], diagnostics: [] }, '', this.judgedLines);
  }

  private judge(part: TextPart): ReportedPart {
    const { file, documents } = inspectPart(part, this.place, this.context.versions);
    this.settle(file);
    this.hasObjects ||= file.objects.length > 0;
    const { start } = this.place;
    this.place = {
      ...this.place,
      start: file.lines.behind(part.text.length),
      documents: this.place.documents + documents,
    };
    const found = this.reported(reportedPart(file), part.text, start.lines);
    this.linesAbove = part.text
      .slice(-longestAbove)
      .split(/(?<=\n|\r(?!\n))/)
      .slice(-linesAbove);
    return found;
  }

  private settle(file: InspectedFile): void {
    const { versions, rules, settings, suppressor } = this.context;
    const part = { rules, members: lintVersions(file, this.context) };
    addRunFindings(file, checkRun([part], versions, 'part').get(part)!);
    gatherPlaceholders(file);
    adjustLevels(file, settings.rules);
    this.openComments = suppressor?.apply(file, rules, settings, this.openComments) ?? [];
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
