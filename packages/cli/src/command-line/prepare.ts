import path from 'node:path';
import {
  liveResources,
  type FileSettings,
  type KnownDefinitions,
  type Linter,
  type LinterMeans,
  type LinterOptions,
  type ReportLevel,
  type Rule,
  type SettingsFor,
  type SourceFile,
} from '@podlint/engine';
import { idOfCustomRule, isCustomId, type AdmissionPlugin, type RunSettings } from '@podlint/engine/config';
import type { Format } from '@podlint/reporters';
import { didYouMean, nearestChoice } from '@podlint/plain/spelling';
import { ConfigError, Configs, DiskTree, type LoadedFiles } from '@podlint/workspace';
import type { LoadedResources } from '@podlint/workspace/known-objects';
import type { Console } from './console.js';
import { definitionsFor } from './known-objects.js';
import { loadNamed, type PathOptions } from './load-files.js';
import { UsageError } from './usage-error.js';
import type { Workshop } from '../judge/workshop.js';
import { equippedLinter } from '../linter.js';
import { AskedTree } from '../judge/asked-tree.js';
import { buildsFor } from '../judge/builds.js';
import { kustomizationsOf } from '../judge/builds-around.js';
import { checkExpressions } from '../judge/late-checks.js';

/** What the command line says about files and their settings; it goes over what their configs say. */
export interface SettingOptions
  extends
    Omit<PathOptions, 'isIgnored' | 'read'>,
    Pick<LinterOptions, 'preset' | 'rules' | 'complete' | 'podSecurity'> {
  /** The config file that the user names, in place of those that belong to the files. */
  readonly config?: string | undefined;
  /** Empty: what the configs say, or the default. */
  readonly kubernetesVersions: readonly string[];
  /** The least severity that is reported; undefined: what the config says, or warnings. */
  readonly level?: ReportLevel | undefined;
  readonly inlineConfig?: 'applied' | 'ignored' | undefined;
  /** Files and folders with definitions of custom resources, besides those among the files themselves. */
  readonly crds?: readonly string[] | undefined;
  /** Files and folders with admission policies, besides those among the files themselves. */
  readonly policies?: readonly string[] | undefined;
  /** Plugins of the server that run besides those of every cluster; undefined: what the config says. */
  readonly enableAdmissionPlugins?: readonly AdmissionPlugin[] | undefined;
  /** What admission says is asked for whatever is in the files. */
  readonly admission?: 'always' | undefined;
  /** The rules that there are; default: podlint's own. */
  readonly catalogue?: readonly Rule[];
  /** A file of podlint's own, which is no manifest wherever it is met. */
  readonly baseline?: { readonly file: string };
  /** Undefined: files are read and judged here and now. */
  readonly workshop?: Workshop;
  /** Default: off. */
  readonly kustomize?: 'on' | 'off';
  /** The reports that will be written. */
  readonly outputs?: readonly { readonly format: Format }[];
}

export interface Prepared extends Omit<LoadedFiles, 'problems'> {
  /** Knows what the config of each of the files says, and the command line over it. */
  readonly linter: Linter;
  /** By which the linter judges custom resources. */
  readonly definitions: KnownDefinitions<LoadedResources>;
  /** What each file is judged by. */
  readonly settings: SettingsFor;
  /** Files that the linter sees beside those of the run. */
  readonly beside: readonly SourceFile[];
  /** Where builds look for files that are none of the run's, if that is remembered. */
  readonly asked: AskedTree | undefined;
}

/** Throws UsageError for files that are not there and for config files that are wrong. */
export async function prepare(options: SettingOptions, console: Console): Promise<Prepared> {
  try {
    return await configured(options, console);
  } catch (error) {
    throw asUsage(error);
  }
}

/** What the config says of a run as a whole. Throws UsageError for config files that are wrong. */
export function runSettings(config: string | undefined, cwd: string): RunSettings {
  try {
    const { baseline, ...others } = new Configs({ cwd, file: config }).run;
    return { ...others, ...(baseline !== undefined && { baseline: path.relative(cwd, baseline) }) };
  } catch (error) {
    // What is wrong with a config is said together with what is wrong with the others, when the files are known.
    if (error instanceof ConfigError && config === undefined) return {};
    throw asUsage(error);
  }
}

/** A config that is wrong, as what the user has to mend; any other error as it is. */
export function asUsage(error: unknown): unknown {
  if (!(error instanceof ConfigError)) return error;
  const [first = error.message, ...more] = error.messages;
  return new UsageError(first, ...more);
}

/** The configs of a run, with what the command line says over them. */
export function configsOf(
  { kubernetesVersions, config, preset, rules, complete, podSecurity, level }: Omit<SettingOptions, 'paths'>,
  cwd: string,
): Configs {
  return new Configs({
    cwd,
    file: config,
    under: { level: 'warning' },
    over: { preset, rules, complete, podSecurity, level, kubernetesVersions: givenVersions(kubernetesVersions) },
  });
}

/** A linter for files whose settings are known, of which everything is told. */
export function linterFor(
  options: Omit<SettingOptions, 'paths'>,
  settingsFor: SettingsFor,
  customResources?: LinterMeans['customResources'],
): Linter {
  return equippedLinter(linterOptions(options, settingsFor), { details: 'with choices', customResources });
}

/** What costs something is worked out while a file is at hand, if anything will tell it. */
function detailsOf({ outputs = [] }: Pick<SettingOptions, 'outputs'>): NonNullable<LinterMeans['details']> {
  return outputs.some(({ format }) => format === 'json' || format === 'sarif') ? 'with choices' : 'at once';
}

function linterOptions(
  { kubernetesVersions, inlineConfig }: Omit<SettingOptions, 'paths'>,
  settingsFor: SettingsFor,
): LinterOptions {
  return {
    kubernetesVersions: givenVersions(kubernetesVersions),
    settingsFor,
    inlineConfig: inlineConfig !== 'ignored',
  };
}

function givenVersions(versions: readonly string[]): readonly string[] | undefined {
  return versions.length > 0 ? versions : undefined;
}

/** Throws UsageError for a rule of the command line that only a config can have, and none has. */
function checkRuleNames(table: SettingOptions['rules'], settings: readonly FileSettings[]): void {
  const asked = Object.keys(table ?? {}).filter((id) => isCustomId(id) && !id.includes('*'));
  if (asked.length === 0) return;
  const known = new Set(settings.flatMap(({ customRules = [] }) => customRules.map(idOfCustomRule)));
  const unknown = asked.find((id) => !known.has(id));
  if (unknown === undefined || settings.length === 0) return;
  throw new UsageError(`--rule: no config has a rule "${unknown}"${didYouMean(nearestChoice(unknown, [...known]))}`);
}

/** A baseline is no manifest. */
function ignoredIn({ baseline }: SettingOptions, configs: Configs, cwd: string): (absolute: string) => boolean {
  const own = baseline && path.resolve(cwd, baseline.file);
  return (absolute) => absolute === own || configs.isIgnored(absolute);
}

/** What the command line says goes before the config. */
function askedOf(options: SettingOptions, { run }: Configs): Parameters<typeof definitionsFor>[1] {
  return {
    crds: options.crds ?? run.crds,
    policies: options.policies ?? run.policies,
    enableAdmissionPlugins: options.enableAdmissionPlugins ?? run.enableAdmissionPlugins,
    admission: options.admission,
  };
}

async function configured(options: SettingOptions, console: Console): Promise<Prepared> {
  const configs = configsOf(options, console.cwd);
  const { workshop } = options;
  const { files, longFiles } = await loadNamed(
    { ...options, read: workshop?.read, isIgnored: ignoredIn(options, configs, console.cwd) },
    console,
  );
  const isBuilt = options.kustomize === 'on';
  const beside = isBuilt ? await kustomizationsOf(options.paths, files, console.cwd) : [];
  const settings = configs.settingsOf([...files, ...longFiles, ...beside]);
  await checkExpressions(configs);
  checkRuleNames(
    options.rules,
    [...files, ...longFiles].map(({ source }) => settings(source.path)),
  );
  const definitions = await definitionsFor(files, askedOf(options, configs), console.cwd);
  const asked = workshop?.isKeeping ? new AskedTree(console.cwd) : undefined;
  const builds = isBuilt ? await buildsFor([...files, ...beside], asked ?? new DiskTree(console.cwd)) : undefined;
  const given = linterOptions(options, settings);
  const customResources = definitions.current;
  const examiner = workshop?.examiner({ ...given, customResources }, files);
  const means: LinterMeans = {
    details: detailsOf(options),
    // More may be defined in what is read in parts.
    customResources: longFiles.length === 0 ? customResources : liveResources(definitions),
    onPart: (part) => {
      definitions.set(part);
      definitions.settleNow();
    },
    ...(examiner && { examiner }),
    ...(builds && { builds }),
  };
  const others = beside.map(({ source }) => source);
  const linter = seeing(equippedLinter(given, means, options.catalogue), others);
  return { files, longFiles, definitions, linter, settings, beside: others, asked };
}

/** A linter that sees other files too, and tells nothing of them. */
export function seeing(linter: Linter, others: readonly SourceFile[]): Linter {
  if (others.length === 0) return linter;
  return {
    ...linter,
    lint: (files, context = []) => linter.lint(files, [...others, ...context]),
    lintInTurns: (files, goesOn, context = []) => linter.lintInTurns(files, goesOn, [...others, ...context]),
  };
}
