import { roleOf, type FileSettings, type SourceFile } from '@podlint/engine';
import { nameOfText, type LoadedFile } from '@podlint/workspace';
import { wantsColors } from '../../command-line/colors.js';
import type { Console } from '../../command-line/console.js';
import { type ExitCode, exitCode } from '../../command-line/exit-code.js';
import type { Prepared } from '../../command-line/prepare.js';
import type { AskedTree } from '../../judge/asked-tree.js';
import type { KeptAnswer } from '../../judge/kept-answer.js';
import type { Workshop } from '../../judge/workshop.js';
import type { CheckOptions } from './check-options.js';
import { type ReportListener, writeReport } from './output.js';
import { repositoryTop } from './repository-top.js';

/** A run whose whole answer is kept: the next one that is asked the same says it again, and judges nothing. */
export class KeptRun implements ReportListener {
  private constructor(
    private readonly answer: KeptAnswer,
    private readonly tree: AskedTree,
  ) {}

  /** Undefined for a run that does more than answer, or whose answer depends on more than is told here. */
  static of(
    { all, chosen }: { readonly all: Prepared; readonly chosen: readonly LoadedFile[] },
    workshop: Workshop,
    options: CheckOptions,
    console: Console,
  ): KeptRun | undefined {
    // A job summary is added to a file, and a baseline asks which files are there.
    if (options.fix || options.baseline || options.outputs.some(({ format }) => format === 'github')) return undefined;
    const answer = workshop.answerTo(questionOf(all, new Set(chosen), options, console));
    return answer && all.asked && new KeptRun(answer, all.asked);
  }

  /** Says what an earlier run said; undefined: it has to be found out. */
  async repeat({ outputs }: CheckOptions, console: Console): Promise<ExitCode | undefined> {
    const answer = this.answer.find((disk) => this.tree.stillSays(disk));
    if (!answer) return undefined;
    for (const [index, output] of outputs.entries())
      await writeReport(answer.reports[index] ?? [], output, console, console.stdout);
    if (answer.beside !== '') console.stderr.write(answer.beside);
    return answer.exitCode as ExitCode;
  }

  /** The same console, whose stderr is listened to. */
  hear(console: Console): Console {
    const { stderr } = console;
    const write = (text: string): void => {
      this.answer.addBeside(text);
      stderr.write(text);
    };
    return Object.create(console, { stderr: { value: { ...stderr, write } } }) as Console;
  }

  beginReport(): void {
    this.answer.beginReport();
  }

  addToReport(text: string): void {
    this.answer.addToReport(text);
  }

  /** Once all was said, and nothing has failed or was left out. */
  keep(code: ExitCode): void {
    if (code === exitCode.clean || code === exitCode.findings) this.answer.keep(code, this.tree.asked);
  }
}

function questionOf(
  { files, beside, settings, definitions }: Prepared,
  chosen: ReadonlySet<LoadedFile>,
  options: CheckOptions,
  console: Console,
): string[] {
  const numbers = new Numbers();
  const about = (source: SourceFile, textName: string | undefined): readonly (string | number | undefined)[] => [
    source.path,
    roleOf(source),
    'skipped' in source ? `skipped: ${source.skipped}` : (textName ?? nameOfText(source.text)),
    numbers.of(settings(source.path)),
  ];
  const asked = [
    files.map((file) => [...about(file.source, file.textName), chosen.has(file)]),
    beside.map((source) => about(source, undefined)),
  ];
  return [
    JSON.stringify(asked),
    JSON.stringify(numbers.texts),
    definitions.current?.name ?? '',
    JSON.stringify(options),
    JSON.stringify(surroundings(options, console)),
  ];
}

/** What a report depends on beside what is judged. */
function surroundings({ colors }: CheckOptions, console: Console): readonly unknown[] {
  const { cwd, stdout, environment } = console;
  return [cwd, wantsColors(colors, environment, stdout), stdout.columns, repositoryTop(console)];
}

/** Settings are large, and few of them are different. */
class Numbers {
  readonly texts: string[] = [];
  private readonly known = new Map<FileSettings, number>();

  of(settings: FileSettings): number {
    const known = this.known.get(settings);
    if (known !== undefined) return known;
    const number = this.texts.push(JSON.stringify(settings)) - 1;
    this.known.set(settings, number);
    return number;
  }
}
