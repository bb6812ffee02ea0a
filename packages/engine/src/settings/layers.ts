import { globMatcher, type GlobMatcher } from './globs.js';
import { mergeRules, type FileSettings, type RuleTable } from './settings.js';

/** Other settings of rules for some files. */
export interface Override {
  /** Globs, relative to the config file, or to what the paths of the run are relative to. */
  readonly files: string | readonly string[];
  readonly rules: RuleTable;
}

/** A table of rule settings, and the files it is for; without `covers` it is for all. */
export interface RuleLayer {
  readonly covers?: GlobMatcher;
  readonly rules: RuleTable;
}

export type SettingsFor = (path: string) => FileSettings;

export function overrideLayers(overrides: readonly Override[]): RuleLayer[] {
  return overrides.map(({ files, rules }) => ({
    covers: globMatcher(typeof files === 'string' ? [files] : files),
    rules,
  }));
}

/**
 * The settings of each file: later layers go over earlier ones. Files under the same layers share one settings object.
 */
export function settingsInLayers(base: FileSettings, layers: readonly RuleLayer[]): SettingsFor {
  const known = new Map<string, FileSettings>();
  return (path) => {
    const covering = layers.filter(({ covers }) => !covers || covers(path));
    const key = covering.map((layer) => layers.indexOf(layer)).join();
    let settings = known.get(key);
    if (!settings)
      known.set(
        key,
        (settings = {
          ...base,
          rules: covering.reduce<RuleTable>((rules, layer) => mergeRules(rules, layer.rules), base.rules ?? {}),
        }),
      );
    return settings;
  };
}
