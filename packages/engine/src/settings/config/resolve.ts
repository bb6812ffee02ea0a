import type { ReportLevel } from '../../report/shown.js';
import { mergedCustomRules, withoutTests } from '../custom-rules/custom-rule.js';
import { globMatcher, pathFrom, type GlobMatcher } from '../globs.js';
import { overrideLayer, settingsInLayers, type Override, type RuleLayer, type SettingsFor } from '../layers.js';
import { defaultStaticPods, type FileSettings, type Preset } from '../settings.js';
import { listOf, type AdmissionPlugin, type Config } from './config.js';

/**
 * What a config file comes to: presets and files, later ones over earlier ones. Folders are absolute, with forward
 * slashes.
 */
export type ConfigPart = { readonly preset: Preset } | { readonly config: Config; readonly folder: string };

/** Options of a linter as parts that go over those of config files; their globs are relative to the folder. */
export function partsOf(
  options: FileSettings & { readonly overrides?: readonly Override[] | undefined },
  folder: string,
): ConfigPart[] {
  const { preset, kubernetesVersions, ...config } = options;
  return [
    ...(preset === undefined ? [] : [{ preset }]),
    { config: { ...config, kubernetesVersion: kubernetesVersions }, folder },
  ];
}

/** Patterns in .gitignore's language, and the folder that they are relative to. */
export interface IgnorePatterns {
  readonly folder: string;
  readonly patterns: readonly string[];
}

/** @returns the settings of a file, by its absolute path with forward slashes */
export function settingsFrom(parts: readonly ConfigPart[]): SettingsFor {
  const { isStaticPodFile, ...base } = parts.reduce<Base>(withPart, {
    isStaticPodFile: inFolder(defaultStaticPods, '/'),
  });
  const layers = parts.reduce<RuleLayer[]>(withLayers, []);
  // The rules see a file's name as the report has it, so whether the globs mean the file is settled here.
  const ofStaticPods = settingsInLayers({ ...base, staticPods: ['**'] }, layers);
  const ofOthers = settingsInLayers({ ...base, staticPods: [] }, layers);
  return (path) => (isStaticPodFile(path) ? ofStaticPods(path) : ofOthers(path));
}

/** What a config says of a whole run, and not of a file. Undefined: nothing. */
export interface RunSettings {
  readonly failOn?: ReportLevel | undefined;
  readonly kustomize?: 'on' | 'off' | undefined;
  /** As `--format` takes them. */
  readonly formats?: readonly string[] | undefined;
  /** Files and folders with definitions of custom resources. Absolute, with forward slashes. */
  readonly crds?: readonly string[] | undefined;
  /** Files and folders with admission policies. Absolute, with forward slashes. */
  readonly policies?: readonly string[] | undefined;
  readonly enableAdmissionPlugins?: readonly AdmissionPlugin[] | undefined;
  /** Absolute, with forward slashes. */
  readonly baseline?: string | undefined;
}

/** @returns what the parts say of a run; the last word on each counts */
export function runSettingsFrom(parts: readonly ConfigPart[]): RunSettings {
  return parts.reduce<RunSettings>((settings, part) => {
    if (!('config' in part)) return settings;
    const { failOn = settings.failOn, kustomize = settings.kustomize, format, baseline, crds, policies } = part.config;
    const { enableAdmissionPlugins: plugins } = part.config;
    return {
      failOn,
      kustomize,
      formats: format === undefined ? settings.formats : listOf(format).map((one) => besides(one, part.folder)),
      crds: crds === undefined ? settings.crds : listOf(crds).map((one) => `${part.folder}/${one}`),
      policies: policies === undefined ? settings.policies : listOf(policies).map((one) => `${part.folder}/${one}`),
      enableAdmissionPlugins: plugins === undefined ? settings.enableAdmissionPlugins : listOf(plugins),
      baseline: baseline === undefined ? settings.baseline : `${part.folder}/${baseline}`,
    };
  }, {});
}

/** `sarif=a.sarif`, with the file as it is seen from anywhere. */
function besides(format: string, folder: string): string {
  const sign = format.indexOf('=');
  return sign < 0 ? format : `${format.slice(0, sign)}=${folder}/${format.slice(sign + 1)}`;
}

export function ignoresIn(parts: readonly ConfigPart[]): IgnorePatterns[] {
  return parts.flatMap((part) =>
    'config' in part && part.config.ignore !== undefined
      ? [{ folder: part.folder, patterns: listOf(part.config.ignore) }]
      : [],
  );
}

type Base = FileSettings & { readonly isStaticPodFile: GlobMatcher };

function withPart(base: Base, part: ConfigPart): Base {
  if ('preset' in part) return { ...base, preset: part.preset };
  const { kubernetesVersion, complete, podSecurity, startupTime, staticPods, level, ignoreAnnotations, customRules } =
    part.config;
  return {
    ...base,
    ...(kubernetesVersion === undefined ? {} : { kubernetesVersions: listOf(kubernetesVersion) }),
    ...(level === undefined ? {} : { level }),
    ...(ignoreAnnotations === undefined ? {} : { ignoreAnnotations: listOf(ignoreAnnotations) }),
    ...(complete === undefined ? {} : { complete }),
    ...(podSecurity === undefined ? {} : { podSecurity }),
    ...(customRules === undefined
      ? {}
      : { customRules: mergedCustomRules(base.customRules ?? [], customRules.map(withoutTests)) }),
    // The first pattern that fits counts, so a file's own ones come before those that it extends.
    ...(startupTime === undefined
      ? {}
      : { startupTime: { ...startupTime, ...without(base.startupTime, startupTime) } }),
    ...(staticPods === undefined ? {} : { isStaticPodFile: inFolder(listOf(staticPods), part.folder) }),
  };
}

type StartupTimes = NonNullable<Config['startupTime']>;

function without(inherited: StartupTimes = {}, own: StartupTimes): StartupTimes {
  return Object.fromEntries(Object.entries(inherited).filter(([pattern]) => !Object.hasOwn(own, pattern)));
}

/**
 * `none` says of every rule that it is off, so nothing of what was set before it is left; the other presets are what
 * rules start from.
 */
function withLayers(layers: readonly RuleLayer[], part: ConfigPart): RuleLayer[] {
  if ('preset' in part) return part.preset === 'none' ? [] : [...layers];
  const { rules = {}, overrides = [] } = part.config;
  return [
    ...layers,
    { rules },
    ...overrides.map((override) => overrideLayer(override, (globs) => inFolder(globs, part.folder))),
  ];
}

function inFolder(globs: readonly string[], folder: string): GlobMatcher {
  const matches = globMatcher(globs);
  return (path) => matches(pathFrom(folder, path));
}
