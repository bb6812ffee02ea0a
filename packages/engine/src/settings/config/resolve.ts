import { mergedCustomRules, withoutTests } from '../custom-rules/custom-rule.js';
import { globMatcher, pathFrom, type GlobMatcher } from '../globs.js';
import { overrideLayer, settingsInLayers, type Override, type RuleLayer, type SettingsFor } from '../layers.js';
import { defaultStaticPods, type FileSettings } from '../settings.js';
import { listOf, type Config } from './config.js';
import type { ConfigPart } from './config-part.js';

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
