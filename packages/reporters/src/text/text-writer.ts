import type { ReportedDiagnostic, ReportedFile, Severity, Summary } from '@podlint/engine';
import { pushAll } from '@podlint/plain';
import type { PartSource, ReportHead, ReportWriter } from '../report-writer.js';
import type { ReporterOptions } from '../reporter.js';
import { visible, visibleDeep, visibleDiagnostic } from '../sanitize.js';
import { severities } from '../severities.js';
import { codeTable, type CodeTableStyle } from './code-table.js';
import { findingsAtOnePlace } from './finding.js';
import { groupsByPlace } from './groups.js';
import { joinBlocks, readableWidth, SourceLines } from './layout.js';
import { Section } from './section.js';
import { fits, isAskedFor } from './shown.js';
import { Statistics } from './statistics.js';
import { summary, Tally } from './summary.js';
import { createTheme, type Theme } from './theme.js';
import { wrap } from './wrap.js';

interface TextOptions extends Omit<ReporterOptions, 'sourceOf' | 'describe' | 'repositoryPath'> {
  /** Default: all of them. What is not printed is counted. */
  readonly isPrinted?: (diagnostic: ReportedDiagnostic) => boolean;
}
type Block = readonly string[];

/** So many errors wait for the end, where they are nearest to the prompt; more are printed as they come. */
const mostHeld = 1000;

/**
 * Prints the infos, then the warnings, then the errors, nearest to the prompt, and a summary: one by one as long as they
 * are few, errors always.
 */
export class TextWriter implements ReportWriter {
  private readonly theme: Theme;
  private readonly tally = new Tally();
  private readonly statistics = new Statistics();
  private readonly sections: Readonly<Record<Exclude<Severity, 'error'>, Section>>;
  private errors: Block[] = [];
  private isFull = false;
  private isEmpty = true;

  constructor(
    private readonly head: ReportHead,
    private readonly options: TextOptions,
  ) {
    this.theme = createTheme(options.colors);
    const section = (): Section => new Section((diagnostic) => isAskedFor(diagnostic, options.show));
    this.sections = { warning: section(), info: section(), hint: section() };
  }

  add(files: readonly ReportedFile[], sourceOf: ReporterOptions['sourceOf']): readonly string[] {
    return files.flatMap((file) =>
      this.addPart(file, {
        // Most files have nothing that is shown with its lines.
        get text() {
          return sourceOf(file.path);
        },
        firstLine: 1,
      }),
    );
  }

  addPart(file: ReportedFile, source: PartSource): readonly string[] {
    this.tally.addFindings(file);
    const { isPrinted, listing } = this.options;
    const printed = isPrinted ? { ...file, diagnostics: file.diagnostics.filter(isPrinted) } : file;
    this.tally.addSkips(printed);
    this.statistics.add(printed);
    if (listing !== 'statistics') this.hold(printed, source);
    this.isFull ||= this.errors.length > mostHeld;
    return this.isFull ? this.takeErrors() : [];
  }

  end(total: Summary): readonly string[] {
    const { detail, listing } = this.options;
    const parts = listing === 'statistics' ? this.tables(severities) : [...this.lesser(), ...this.takeErrors()];
    return detail === 'quiet' ? parts : [...parts, this.blocks([this.summaryLines(total)])];
  }

  private hold(file: ReportedFile, source: PartSource): void {
    let lines: SourceLines | undefined;
    const blocksOf = (some: readonly ReportedDiagnostic[]): Block[] => {
      if (some.length === 0) return [];
      lines ??= new SourceLines(source.text, source.firstLine);
      const context = this.context(visibleDeep({ path: file.path, documents: file.documents }), lines);
      return groupsByPlace(some.map(visibleDiagnostic)).map((group) => findingsAtOnePlace(group, context));
    };
    const of = (wanted: Severity): ReportedDiagnostic[] =>
      file.diagnostics.filter(({ severity }) => severity === wanted);
    pushAll(this.errors, blocksOf(of('error')));
    if (this.options.detail === 'quiet') return;
    for (const severity of ['warning', 'info', 'hint'] as const) this.sections[severity].add(of(severity), blocksOf);
  }

  private context(
    file: Pick<ReportedFile, 'path' | 'documents'>,
    lines: SourceLines,
  ): Parameters<typeof findingsAtOnePlace>[1] {
    const { width, context = 0, detail, show = [] } = this.options;
    return {
      versions: this.head.kubernetesVersions,
      file,
      lines,
      theme: this.theme,
      width: readableWidth(width),
      around: context,
      // What is no rule's has no page that tells more.
      explains: ({ severity, stage, code }) =>
        severity === 'error' || stage !== 'lint' || detail === 'verbose' || show.some((name) => fits(name, code)),
    };
  }

  /** All but errors, the least first. */
  private lesser(): readonly string[] {
    const lesser = (['hint', 'info', 'warning'] as const).flatMap((severity) => {
      const { isLong, blocks } = this.sections[severity];
      return [...(isLong ? this.tables([severity]) : []), ...(blocks.length > 0 ? [this.blocks(blocks)] : [])];
    });
    return Object.values(this.sections).some(({ isLong }) => isLong) ? [...lesser, this.blocks([this.hint()])] : lesser;
  }

  private tables(wanted: readonly Severity[]): readonly string[] {
    const { width, meaningOf = (): undefined => undefined } = this.options;
    const style: CodeTableStyle = { theme: this.theme, width, meaningOf };
    return wanted.flatMap((severity) => {
      const rows = this.statistics.rows(severity);
      return rows.length === 0 ? [] : [this.blocks([codeTable(severity, rows, style)])];
    });
  }

  /** How to see what the tables count. */
  private hint(): Block {
    const text = 'One rule in full: --show ID. All: --show all. One a line: --format compact.';
    return wrap(text, this.options.width ?? text.length).map(this.theme.dim);
  }

  private takeErrors(): readonly string[] {
    const held = this.errors;
    this.errors = [];
    return held.length === 0 ? [] : [this.blocks(held)];
  }

  private summaryLines(total: Summary): readonly string[] {
    const versions = this.head.kubernetesVersions.map(visible);
    return summary(this.tally, versions, total, { ...this.options, theme: this.theme });
  }

  private blocks(blocks: readonly Block[]): string {
    const text = joinBlocks(blocks);
    const apart = this.isEmpty ? text : `\n${text}`;
    this.isEmpty = false;
    return apart;
  }
}
