import { globMatcher, type GlobMatcher } from './globs.js';
import type { ObjectSelector } from './object-selector.js';
import { mergeRules, type RuleTable } from './rule-table.js';
import type { ObjectRules } from './rules-of-objects.js';
import type { FileSettings } from './settings.js';

/** Other settings of rules for some files, or for some objects. */
export interface Override extends ObjectSelector {
  /** Globs, relative to the config file, or to what the paths of the run are relative to; undefined: all files. */
  readonly files?: string | readonly string[] | undefined;
  readonly rules: RuleTable;
}

/** A table of rule settings, and the files it is for; without `covers` it is for all. */
export interface RuleLayer extends ObjectRules {
  readonly covers?: GlobMatcher;
}

export type SettingsFor = (path: string) => FileSettings;

export function overrideLayers(overrides: readonly Override[]): RuleLayer[] {
  return overrides.map((override) => overrideLayer(override, globMatcher));
}

/** @param matcherOf what the globs of files stand for */
export function overrideLayer(
  { files, rules, ...objects }: Override,
  matcherOf: (globs: readonly string[]) => GlobMatcher,
): RuleLayer {
  return {
    ...(files !== undefined && { covers: matcherOf(typeof files === 'string' ? [files] : files) }),
    ...(Object.keys(objects).length > 0 && { objects }),
    rules,
  };
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
    if (!settings) known.set(key, (settings = settingsUnder(base, covering)));
    return settings;
  };
}

/** From the first layer that is for some objects only, each object has to be asked which of the layers are for it. */
function settingsUnder(base: FileSettings, layers: readonly RuleLayer[]): FileSettings {
  const first = layers.findIndex(({ objects }) => objects);
  const ofFile = first < 0 ? layers : layers.slice(0, first);
  const ofObjects = first < 0 ? [] : layers.slice(first);
  return {
    ...base,
    rules: ofFile.reduce<RuleTable>((rules, layer) => mergeRules(rules, layer.rules), base.rules ?? {}),
    ...(ofObjects.length > 0 && {
      objectRules: ofObjects.map(({ objects, rules }) => ({ ...(objects && { objects }), rules })),
    }),
  };
}
