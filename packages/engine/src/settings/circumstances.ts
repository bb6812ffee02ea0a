import { defaultVersion, type KubernetesVersion } from '@podlint/model';
import { adjustableCodes } from '../findings/levels.js';
import { compareText } from '../findings/compare-text.js';
import { Collector } from '../rule/collector.js';
import type { Rule } from '../rule/rule.js';
import type { RuleSet } from '../rule/run-rules.js';
import { suppressionRules } from '../suppressions/rules.js';
import { Suppressor } from '../suppressions/suppressor.js';
import { jointVersions } from './joint-versions.js';
import { overrideLayers, settingsInLayers, type Override, type SettingsFor } from './layers.js';
import { RuleSets, type FileSettings } from './settings.js';
import { versionNamed } from './versions.js';

export interface LinterOptions extends FileSettings {
  /** Other settings of rules for files whose path fits a glob; later ones win. */
  readonly overrides?: readonly Override[];
  /** The settings of each file, in place of all that is said here about settings. */
  readonly settingsFor?: SettingsFor;
  /** Whether comments and annotations in the files can suppress findings; default: they can. */
  readonly inlineConfig?: boolean | undefined;
}

/** What a file is judged by. */
export interface Circumstances {
  readonly settings: FileSettings;
  readonly rules: RuleSet;
  readonly versions: readonly KubernetesVersion[];
  /** Undefined: nothing in a file can suppress a finding. */
  readonly suppressor: Suppressor | undefined;
}

/** What the options of a linter come to for each file. */
export class FileCircumstances {
  /** For files about which nothing else is said. */
  readonly versions: readonly KubernetesVersion[];
  readonly suppressor: Suppressor | undefined;
  private readonly ruleSets: RuleSets;
  private readonly settingsFor: SettingsFor;

  /** @throws UnknownVersionError, UnknownRuleError */
  constructor(catalogue: readonly Rule[], options: LinterOptions) {
    const rules = [...catalogue, ...suppressionRules];
    this.versions = versionsOf(options, [defaultVersion]);
    this.ruleSets = new RuleSets(rules, adjustableCodes);
    this.settingsFor = options.settingsFor ?? settingsInLayers(options, overrideLayers(options.overrides ?? []));
    if (!options.settingsFor)
      for (const { rules: table } of [options, ...(options.overrides ?? [])]) this.ruleSets.for({ rules: table });
    this.suppressor = options.inlineConfig === false ? undefined : new Suppressor(rules);
  }

  of(path: string): Circumstances {
    return this.under(this.settingsFor(path));
  }

  /** Of a text that is judged in parts: no part holds all there is. */
  inParts(path: string): Circumstances {
    return this.under({ ...this.settingsFor(path), complete: false });
  }

  under(settings: FileSettings): Circumstances {
    const { suppressor } = this;
    return { settings, rules: this.ruleSets.for(settings), versions: versionsOf(settings, this.versions), suppressor };
  }

  /** The versions that some files are judged for together. */
  jointVersions(files: readonly Pick<Circumstances, 'versions'>[]): readonly KubernetesVersion[] {
    if (files.length === 0) return this.versions;
    return jointVersions(files.map(({ versions }) => versions.map(({ name }) => name))).map(versionNamed);
  }
}

/**
 * The names of what has to be known of all files for the rules that look at the whole run and are on for any of them;
 * sorted.
 */
export function collectionsFor(files: Iterable<Pick<Circumstances, 'rules'>>): readonly string[] {
  const names = new Set<string>();
  for (const { overRuns } of new Set([...files].map((file) => file.rules)))
    for (const { rule } of overRuns) if (rule.collects) names.add(rule.collects.name);
  return [...names].sort(compareText);
}

/** What asks for these collections. */
export function collectorOf(catalogue: readonly Rule[], names: readonly string[]): Collector {
  return new Collector(catalogue.filter(({ collects }) => collects && names.includes(collects.name)));
}

function versionsOf(
  { kubernetesVersions = [] }: FileSettings,
  otherwise: readonly KubernetesVersion[],
): readonly KubernetesVersion[] {
  return kubernetesVersions.length === 0 ? otherwise : kubernetesVersions.map(versionNamed);
}
