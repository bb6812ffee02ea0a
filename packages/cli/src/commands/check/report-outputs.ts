import type { Report, ReportedFile, ReportedPart, SourceFile, Summary } from '@podlint/engine';
import { type ReportWriter, reportWriter } from '@podlint/reporters';
import type { Console, Output } from '../../command-line/console.js';
import { type OpenAnswer, openAnswer } from '../../command-line/write-answer.js';
import { writePieces } from '../../command-line/write-pieces.js';
import type { CheckOptions } from './check-options.js';
import { reporterOf, reporterOptions, textOf } from './output.js';

/** Every report that a run writes while it is made. */
export interface ReportOutputs {
  /** Takes whole files. */
  add(files: readonly ReportedFile[]): Promise<void>;
  /** False: the reader of the report has gone. */
  addPart(part: ReportedPart): Promise<boolean>;
  end(total: Summary): Promise<void>;
}

interface OpenReport {
  readonly writer: ReportWriter;
  readonly target: Pick<Output, 'write' | 'flushed'>;
  /** Undefined: it goes to the screen. */
  readonly file: OpenAnswer | undefined;
}

/** Opens the report in every format asked for. Rejects with UsageError for a file that cannot be written. */
export async function openReports(
  report: Report,
  files: readonly SourceFile[],
  options: CheckOptions,
  console: Console,
): Promise<ReportOutputs> {
  const { files: _files, summary: _summary, ...head } = report;
  const open = await Promise.all(
    options.outputs.map(async (output): Promise<OpenReport> => {
      const writer = await reportWriter(
        output.format,
        head,
        await reporterOf(output, options, console),
        reporterOptions(output, files, options, console, console.stdout),
      );
      const file = output.file === undefined ? undefined : openAnswer('report', output.file, console.cwd);
      return { writer, target: file ?? console.stdout, file };
    }),
  );
  const sources = new Map(files.map((file) => [file.path, file]));
  return {
    add: async (some) => {
      await writeAll(open, (writer) => writer.add(some, (path) => textOf(sources.get(path))));
    },
    addPart: (part) => writeAll(open, (writer) => writer.addPart(part.report.files[0]!, part)),
    end: async (total) => {
      await writeAll(open, (writer) => writer.end(total));
      for (const { file } of open) file?.end();
    },
  };
}

/** False: one of the readers has gone. */
async function writeAll(
  open: readonly OpenReport[],
  write: (writer: ReportWriter) => Iterable<string>,
): Promise<boolean> {
  let isRead = true;
  for (const { writer, target } of open) isRead = (await writePieces(write(writer), target)) && isRead;
  return isRead;
}
