import type { ChangeReport, ChangeSide } from '@podlint/engine/change';
import { CommitTree, comparedBy, type Compared, DiskTree } from '@podlint/workspace';
import type { Console } from '../../command-line/console.js';
import { definitionsFor } from '../../command-line/known-objects.js';
import { exitCode, type ExitCode } from '../../command-line/exit-code.js';
import { UsageError } from '../../command-line/usage-error.js';
import { loadLateChecks } from '../../judge/late-checks.js';
import { withGitErrors } from './git-errors.js';
import { filesNow, filesOfCommit, type Filter } from './load-sides.js';
import type { DiffArguments } from './option-table.js';
import type { LoadedSide, LoadedSides } from './loaded-sides.js';
import { readOutputs, writeChange } from './output.js';
import { settingsOf, type DiffSettings } from './settings.js';
import { subjectOf, type Names, namesOf } from './subject.js';

/** `podlint diff [REF]`: what the files as they are now would do to a cluster that runs what they were before. */
export async function compareTrees(names: Names, given: DiffArguments, console: Console): Promise<ExitCode> {
  const outputs = readOutputs(given);
  const { ref, paths } = withGitErrors(() => namesOf(names, console.cwd));
  const compared = withGitErrors(() => comparedBy(console.cwd, ref));
  const settings = settingsOf(given, console);
  const { isIgnored } = settings;
  const filter: Filter = { cwd: console.cwd, paths, ignore: given.values('ignore'), isIgnored };
  const sides = await loadSides(compared, filter, settings, console);
  if (sides.old.files.length + sides.now.files.length === 0)
    throw new UsageError('nothing to compare: neither side has a manifest there');
  const report = await compare(sides, settings, console);
  await writeChange(report, subjectOf(compared), { outputs, given, sides }, console);
  const { refused, brokenBuilds } = report.summary;
  return refused + brokenBuilds > 0 ? exitCode.findings : exitCode.clean;
}

async function loadSides(
  { old, now }: Compared,
  filter: Filter,
  { kustomize }: DiffSettings,
  console: Console,
): Promise<LoadedSides> {
  const isBuilt = kustomize === 'on';
  const { createBuilds } = await import('@podlint/engine/builds');
  const oldTree = withGitErrors(() => new CommitTree(old));
  const nowTree = withGitErrors(() => now && new CommitTree(now));
  const nowFiles = nowTree
    ? withGitErrors(() => filesOfCommit(nowTree, filter))
    : await filesNow(filter, oldTree, console);
  const shown = nowTree ? undefined : new Set(nowFiles.map(({ source }) => source.path));
  const oldFiles = withGitErrors(() => filesOfCommit(oldTree, filter, shown));
  return {
    old: { files: oldFiles, builds: isBuilt ? createBuilds(oldTree) : undefined },
    now: { files: nowFiles, builds: isBuilt ? createBuilds(nowTree ?? new DiskTree(console.cwd)) : undefined },
  };
}

async function compare(
  { old, now }: LoadedSides,
  { crds, version }: DiffSettings,
  { cwd }: Console,
): Promise<ChangeReport> {
  // Definitions of the new side count: the change brings them.
  const { current: customResources } = await definitionsFor([...now.files], { crds }, cwd);
  await loadLateChecks();
  const { changeOf } = await import('@podlint/engine/change');
  return withGitErrors(() => changeOf(sideOf(old), sideOf(now), { version, customResources }));
}

function sideOf({ files, builds }: LoadedSide): ChangeSide {
  return { files: files.map(({ source }) => source), builds };
}
