import type { ReportedFile, Summary } from '@podlint/engine';
import type { PartSource, ReportHead, ReportWriter } from '../report-writer.js';
import type { ReporterOptions } from '../reporter.js';
import { visibleDeep } from '../sanitize.js';
import { finding } from './finding.js';
import { joinBlocks, readableWidth, SourceLines } from './layout.js';
import { summary, Tally } from './summary.js';
import { createTheme, type Theme } from './theme.js';

type TextOptions = Pick<ReporterOptions, 'colors' | 'width' | 'detail'>;

/** Prints each finding as soon as it is there, and a summary. */
export class TextWriter implements ReportWriter {
  private readonly theme: Theme;
  private readonly tally = new Tally();
  private isEmpty = true;

  constructor(
    private readonly head: ReportHead,
    private readonly options: TextOptions,
  ) {
    this.theme = createTheme(options.colors);
  }

  add(files: readonly ReportedFile[], sourceOf: ReporterOptions['sourceOf']): readonly string[] {
    return files.flatMap((file) => this.addPart(file, { text: sourceOf(file.path), firstLine: 1 }));
  }

  addPart(file: ReportedFile, source: PartSource): readonly string[] {
    const printable = visibleDeep(file);
    this.tally.add([printable]);
    return [this.blocks(this.findingsIn(printable, source))];
  }

  end(total: Summary): readonly string[] {
    const { detail } = this.options;
    return detail === 'quiet'
      ? []
      : [this.blocks([summary(this.tally, { ...visibleDeep(this.head), summary: total }, this.theme, detail)])];
  }

  private findingsIn(file: ReportedFile, { text, firstLine }: PartSource): string[][] {
    const shown = file.diagnostics.filter(({ severity }) => this.options.detail !== 'quiet' || severity === 'error');
    if (shown.length === 0) return [];
    const lines = new SourceLines(text, firstLine);
    const width = readableWidth(this.options.width);
    return shown.map((diagnostic) =>
      finding(diagnostic, { versions: this.head.kubernetesVersions, file, lines, theme: this.theme, width }),
    );
  }

  private blocks(blocks: readonly (readonly string[])[]): string {
    if (blocks.length === 0) return '';
    const text = joinBlocks(blocks);
    const apart = this.isEmpty ? text : `\n${text}`;
    this.isEmpty = false;
    return apart;
  }
}
