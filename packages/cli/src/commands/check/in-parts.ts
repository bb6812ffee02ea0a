import { pushAll } from '@podlint/plain';
import { partSize, type Report } from '@podlint/engine';
import { type LongFile, wholeLimit } from '@podlint/workspace';
import { complain } from '../../command-line/complain.js';
import type { Console } from '../../command-line/console.js';
import type { Prepared } from '../../command-line/prepare.js';
import { loadLateChecks } from '../../judge/late-checks.js';
import { collectOften } from '../../judge/collect-often.js';
import type { CheckOptions } from './check-options.js';
import { megabytes, PartedReport } from './parted-report.js';
import { openReports } from './report-outputs.js';

/** What came of a run that was reported while it was judged. */
export interface PartedRun {
  /** Its summary is of everything; its files are those that were held. */
  readonly report: Report;
  /** Files that were not read to their end, one line each. Not empty: the run is not what was asked for. */
  readonly problems: readonly string[];
}

/**
 * Judges files of which some are too long to be held: these are read, judged and reported part by part, in their place
 * among the others.
 * Rules that compare objects see the held files together, and each part by itself.
 */
export async function judgeInParts(
  { files, longFiles, linter, definitions }: Prepared,
  options: CheckOptions,
  console: Console,
): Promise<PartedRun> {
  complain(console, [partsNote(longFiles)]);
  // Nobody knows what is in the parts to come.
  await loadLateChecks();
  collectOften();
  const sources = files.map(({ source }) => source);
  const held = linter.lint(sources);
  const streams = longFiles.map((file) => ({ file, stream: linter.stream(file.source.path) }));
  const asked = new Set([
    ...(files.length > 0 ? held.kubernetesVersions : []),
    ...streams.flatMap(({ stream }) => stream.kubernetesVersions),
  ]);
  const report: Report = { ...held, kubernetesVersions: [...asked] };
  const run = new PartedReport(report, await openReports(report, sources, options, console), definitions);
  const problems: string[] = [];
  for (const { file, stream } of streams) pushAll(problems, await run.addLong(file, stream));
  await run.end();
  return { report: { ...report, summary: run.total }, problems };
}

function partsNote([first, ...more]: readonly LongFile[]): string {
  const names = `"${first!.source.path}"${more.length === 0 ? '' : ` and ${more.length} more`}`;
  return `${names}: longer than ${megabytes(wholeLimit)}, so judged in parts of ${megabytes(partSize.length)}; rules that compare objects see one part at a time`;
}
