/** The part of the library that reads files. */
import type { LinterOptions, Report } from '@podlint/engine';
import type { AdmissionPlugin } from '@podlint/engine/config';
import { buildsFor } from './judge/builds.js';
import { kustomizationsOf } from './judge/builds-around.js';
import { checkExpressions, loadLateChecksFor, loadRulesOf } from './judge/late-checks.js';
import { equippedLinter } from './linter.js';
import { Configs, loadFiles, DiskTree } from '@podlint/workspace';
import { knownDefinitions, ObjectsError } from '@podlint/workspace/known-objects';

export { ConfigError } from '@podlint/workspace';

export interface LintPathsOptions extends LinterOptions {
  /** What relative paths are relative to; default: the working directory. */
  readonly cwd?: string | undefined;
  /** Patterns in .gitignore's language, relative to `cwd`, of what to leave out. */
  readonly ignore?: readonly string[] | undefined;
  /**
   * One config file for all files, in place of the nearest of each; `false`: none is looked for. Other options go over
   * what a config says.
   */
  readonly config?: string | false | undefined;
  /** Files and folders with definitions of custom resources, besides those among the files; relative to `cwd`. */
  readonly crds?: readonly string[] | undefined;
  /** Files and folders with admission policies, besides those among the files; relative to `cwd`. */
  readonly policies?: readonly string[] | undefined;
  /** Plugins of the API server that run besides those of every cluster. */
  readonly enableAdmissionPlugins?: readonly AdmissionPlugin[] | undefined;
  /** Whether kustomizations are built, and what comes out is judged; default: they are. */
  readonly kustomize?: boolean | undefined;
}

/** A path that names nothing, or a named file that cannot be read. */
export class PathsError extends Error {
  override readonly name = 'PathsError';

  constructor(readonly problems: readonly { readonly argument: string; readonly message: string }[]) {
    super(problems.map((problem) => problem.message).join('\n'));
  }
}

/**
 * Lints files, folders and globs, as `podlint check` finds them and as their config files say. Rejects with PathsError
 * and ConfigError.
 */
export async function lintPaths(paths: readonly string[], options: LintPathsOptions = {}): Promise<Report> {
  const {
    cwd = process.cwd(),
    ignore,
    config,
    crds,
    policies,
    enableAdmissionPlugins,
    kustomize = true,
    inlineConfig,
    settingsFor,
    ...over
  } = options;
  const configs = new Configs({ cwd, file: settingsFor ? false : config, over });
  const { files, problems } = await loadFiles(paths, {
    cwd,
    ignore,
    isIgnored: (absolute) => configs.isIgnored(absolute),
  });
  if (problems.length > 0) throw new PathsError(problems);
  await loadLateChecksFor(files.map(({ source }) => ('text' in source ? source.text : '')));
  const { current: customResources } = await knownDefinitions(
    files,
    {
      crds: crds ?? configs.run.crds,
      policies: policies ?? configs.run.policies,
      enableAdmissionPlugins: enableAdmissionPlugins ?? configs.run.enableAdmissionPlugins,
    },
    cwd,
  ).catch((error: unknown) => {
    throw error instanceof ObjectsError ? new PathsError(error.problems) : error;
  });
  const beside = kustomize ? await kustomizationsOf(paths, files, cwd) : [];
  const builds = kustomize ? await buildsFor([...files, ...beside], new DiskTree(cwd)) : undefined;
  const settings = settingsFor ?? configs.settingsOf([...files, ...beside]);
  await checkExpressions(configs);
  await loadRulesOf(files.map(({ source }) => settings(source.path)));
  const given = { ...over, inlineConfig, settingsFor: settings };
  return equippedLinter(given, { customResources, ...(builds && { builds }) }).lint(
    files.map(({ source }) => source),
    beside.map(({ source }) => source),
  );
}
