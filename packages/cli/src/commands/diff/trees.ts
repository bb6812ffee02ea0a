import type { ChangeReport, ChangeSide } from '@podlint/engine/change';
import { defaultVersion, parseVersion, type KubernetesVersion } from '@podlint/model';
import { CommitTree, comparedBy, type Compared, DiskTree } from '@podlint/workspace';
import path from 'node:path';
import { complain } from '../../command-line/complain.js';
import type { Console } from '../../command-line/console.js';
import { definitionsFor } from '../../command-line/known-objects.js';
import { exitCode, type ExitCode } from '../../command-line/exit-code.js';
import { configsOf, runSettings } from '../../command-line/prepare.js';
import { UsageError } from '../../command-line/usage-error.js';
import { askedVersions, oneOf } from '../../command-line/values.js';
import { loadLateChecks } from '../../judge/late-checks.js';
import { withGitErrors } from './git-errors.js';
import { filesNow, filesOfCommit, type Filter } from './load-sides.js';
import type { DiffArguments } from './option-table.js';
import type { LoadedSide, LoadedSides } from './loaded-sides.js';
import { readOutputs, writeChange } from './output.js';
import { subjectOf, type Names, namesOf } from './subject.js';

/** `podlint diff [REF]`: what the files as they are now would do to a cluster that runs what they were before. */
export async function compareTrees(names: Names, given: DiffArguments, console: Console): Promise<ExitCode> {
  const outputs = readOutputs(given);
  const { ref, paths } = withGitErrors(() => namesOf(names, console.cwd));
  const compared = withGitErrors(() => comparedBy(console.cwd, ref));
  const sides = await loadSides(compared, paths, given, console);
  if (sides.old.files.length + sides.now.files.length === 0)
    throw new UsageError('nothing to compare: neither side has a manifest there');
  const report = await compare(sides, given, console);
  await writeChange(report, subjectOf(compared), { outputs, given, sides }, console);
  const { refused, brokenBuilds } = report.summary;
  return refused + brokenBuilds > 0 ? exitCode.findings : exitCode.clean;
}

async function loadSides(
  { old, now }: Compared,
  paths: readonly string[],
  given: DiffArguments,
  console: Console,
): Promise<LoadedSides> {
  const { cwd } = console;
  const configs = configsOf({ kubernetesVersions: [], config: given.value('config') }, cwd);
  const isIgnored = (absolute: string): boolean => configs.isIgnored(absolute);
  const filter: Filter = { cwd, paths, ignore: given.values('ignore'), isIgnored };
  const isBuilt =
    oneOf('kustomize', given.value('kustomize') ?? runSettings(given.value('config'), cwd).kustomize ?? 'on', [
      'on',
      'off',
    ]) === 'on';
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
    now: { files: nowFiles, builds: isBuilt ? createBuilds(nowTree ?? new DiskTree(cwd)) : undefined },
  };
}

async function compare({ old, now }: LoadedSides, given: DiffArguments, console: Console): Promise<ChangeReport> {
  const { cwd } = console;
  const crds = given.has('crds') ? given.values('crds') : runSettings(given.value('config'), cwd).crds;
  // Definitions of the new side count: the change brings them.
  const { current: customResources } = await definitionsFor([...now.files], { crds }, cwd);
  await loadLateChecks();
  const { changeOf } = await import('@podlint/engine/change');
  const version = versionOf(given, console);
  return withGitErrors(() => changeOf(sideOf(old), sideOf(now), { version, customResources }));
}

function sideOf({ files, builds }: LoadedSide): ChangeSide {
  return { files: files.map(({ source }) => source), builds };
}

/** The option, or what the config of the working directory says last, or the newest. */
function versionOf(given: DiffArguments, console: Console): KubernetesVersion {
  const { cwd } = console;
  const { names, notices } = askedVersions(given.values('kubernetes-version').slice(-1));
  complain(console, notices);
  const asked = names[0] === undefined ? undefined : parseVersion(names[0]);
  if (asked) return asked;
  const configs = configsOf({ kubernetesVersions: [], config: given.value('config') }, cwd);
  const configured = configs.settingsFor(path.join(cwd, 'manifest.yaml')).kubernetesVersions?.at(-1);
  return (configured === undefined ? undefined : parseVersion(configured)) ?? defaultVersion;
}
