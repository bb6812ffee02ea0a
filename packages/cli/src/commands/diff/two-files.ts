import { type Linter, type Report, type SourceFile, type UpdateReport } from '@podlint/engine';
import { defaultVersion } from '@podlint/model';
import { type UpdateSubject, updateText, visibleJson } from '@podlint/reporters';
import { askedVersion } from '../../command-line/asked-version.js';
import { wantsColors } from '../../command-line/colors.js';
import { complain } from '../../command-line/complain.js';
import type { Console } from '../../command-line/console.js';
import { exitCode, type ExitCode } from '../../command-line/exit-code.js';
import { definitionsFor } from '../../command-line/known-objects.js';
import { loadNamed } from '../../command-line/load-files.js';
import { UsageError } from '../../command-line/usage-error.js';
import { colorOption, oneOf } from '../../command-line/values.js';
import { equippedLinter } from '../../linter.js';
import type { DiffArguments } from './option-table.js';

type Side = Extract<SourceFile, { readonly text: string }>;

/** `podlint diff OLD NEW`: would the server take the new manifest as an update of the old one? */
export async function compareFiles(
  [oldPath, newPath]: readonly [string, string],
  given: DiffArguments,
  console: Console,
): Promise<ExitCode> {
  if (oldPath === '-' && newPath === '-') throw new UsageError('only one of the two can come from stdin');
  const format = oneOf('format', given.value('format') ?? 'text', ['text', 'json']);
  const kubernetesVersion = askedVersion(given, console) ?? defaultVersion.name;
  const old = await loadSide(oldPath, console);
  const updated = await loadSide(newPath, console);
  const sides = [old, updated].map((source) => ({ source }));
  const { current: customResources } = await definitionsFor(sides, { crds: given.values('crds') }, console.cwd);
  const linter = equippedLinter({ kubernetesVersions: [kubernetesVersion], preset: 'none' }, { customResources });
  checkSides(old, updated, linter, console);
  const report = linter.update(old.text, updated.text, updated.path);
  const subject = { oldPath: old.path, newPath: updated.path, kubernetesVersion };
  console.stdout.write(format === 'json' ? asJson(report, subject) : asText(report, subject, updated, given, console));
  return report.verdict === 'accept' ? exitCode.clean : exitCode.findings;
}

async function loadSide(path: string, console: Console): Promise<Side> {
  const { files } = await loadNamed({ paths: [path] }, console);
  const [file] = files;
  if (files.length !== 1 || !file)
    throw new UsageError(`"${path}" stands for ${files.length} files, and podlint diff compares one with one`);
  if (!('text' in file.source))
    throw new UsageError(`nothing to compare in "${file.source.path}": ${file.source.skipped}`);
  return file.source;
}

/**
 * The verdict is about nothing unless the new file holds an object to judge, and unsure unless the old one could be
 * stored.
 */
function checkSides(old: Side, updated: Side, linter: Linter, console: Console): void {
  const { summary, files } = linter.lint([updated]);
  const skipped = files[0]?.documents.filter((document) => document.skipped !== undefined) ?? [];
  if (summary.checked === 0)
    throw new UsageError(`nothing to compare in "${updated.path}": ${skipped[0]?.skipped ?? 'no document'}`);
  if (skipped.length > 0)
    complain(console, [
      `not compared: ${skipped.length} of ${summary.documents} objects in "${updated.path}" (${skipped[0]?.skipped})`,
    ]);
  if (!isSound(linter.lint([old])))
    complain(console, [
      `"${old.path}" itself would not be accepted, so the server cannot have stored it; podlint check "${old.path}" says why`,
    ]);
}

function isSound({ files }: Report): boolean {
  return files.every((file) =>
    file.documents.every(({ verdicts = {} }) => Object.values(verdicts).every((verdict) => verdict === 'accept')),
  );
}

function asJson(report: UpdateReport, { oldPath, newPath, kubernetesVersion }: UpdateSubject): string {
  return visibleJson(
    `${JSON.stringify({ version: 1, kubernetesVersion, old: oldPath, new: newPath, ...report }, undefined, 2)}\n`,
  );
}

function asText(
  report: UpdateReport,
  subject: UpdateSubject,
  updated: Side,
  given: DiffArguments,
  { environment, stdout }: Console,
): string {
  const colors = wantsColors(colorOption(given.lastOf('color', 'no-color')), environment, stdout);
  return updateText(report, subject, { sourceOf: () => updated.text, colors, width: stdout.columns, detail: 'normal' });
}
