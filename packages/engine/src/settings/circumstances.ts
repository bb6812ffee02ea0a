import { defaultVersion, type KubernetesVersion } from '@podlint/model';
import { adjustableCodes } from '../findings/levels.js';
import { compareText } from '../findings/compare-text.js';
import { Collector } from '../rule/collector.js';
import type { Collection, Rule } from '../rule/rule.js';
import type { RuleSet } from '../rule/run-rules.js';
import { suppressionRules } from '../suppressions/rules.js';
import { Suppressor } from '../suppressions/suppressor.js';
import type { CustomResources } from '../verdict/custom-resources.js';
import { checkCustomRule } from './custom-rules/make-rule.js';
import { jointVersions } from './joint-versions.js';
import { overrideLayers, settingsInLayers, type Override, type SettingsFor } from './layers.js';
import { RulesOfObjects } from './rules-of-objects.js';
import { RuleSets, type FileSettings } from './settings.js';
import type { RuleTable } from './rule-table.js';
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
  /** Which rules hold for an object, where that differs from object to object. */
  readonly ofObjects: RulesOfObjects;
  readonly versions: readonly KubernetesVersion[];
  readonly customResources?: CustomResources | undefined;
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
  private readonly rulesOfObjects = new WeakMap<FileSettings, RulesOfObjects>();
  /** What the rules can want to know of every object, by name. */
  private readonly collections: ReadonlyMap<string, Collection<unknown>>;

  /** @throws UnknownVersionError, UnknownRuleError, CustomRuleError */
  constructor(
    catalogue: readonly Rule[],
    options: LinterOptions,
    /** What judges custom resources, for who has definitions of some. */
    readonly customResources?: CustomResources,
  ) {
    const rules = [...catalogue, ...suppressionRules];
    this.versions = versionsOf(options, [defaultVersion]);
    this.ruleSets = new RuleSets(rules, adjustableCodes);
    this.settingsFor = options.settingsFor ?? settingsInLayers(options, overrideLayers(options.overrides ?? []));
    if (!options.settingsFor) {
      options.customRules?.forEach(checkCustomRule);
      for (const { rules: table } of [options, ...(options.overrides ?? [])]) this.ruleSets.for({ rules: table });
    }
    this.suppressor = options.inlineConfig === false ? undefined : new Suppressor(rules);
    this.collections = new Map(catalogue.flatMap(({ collects }) => (collects ? [[collects.name, collects]] : [])));
  }

  of(path: string): Circumstances {
    return this.under(this.settingsFor(path));
  }

  /** Of a text that is judged in parts: no part holds all there is. */
  inParts(path: string): Circumstances {
    return this.under({ ...this.settingsFor(path), complete: false });
  }

  under(settings: FileSettings): Circumstances {
    const { suppressor, customResources } = this;
    return {
      settings,
      rules: this.ruleSets.for(settings),
      ofObjects: this.ofObjects(settings),
      versions: versionsOf(settings, this.versions),
      suppressor,
      customResources,
    };
  }

  private ofObjects(settings: FileSettings): RulesOfObjects {
    let known = this.rulesOfObjects.get(settings);
    if (!known) {
      const setFor = (rules: RuleTable): RuleSet => this.ruleSets.for({ ...settings, rules });
      known = new RulesOfObjects(settings.rules ?? {}, settings.objectRules ?? [], setFor);
      this.rulesOfObjects.set(settings, known);
    }
    return known;
  }

  /** What asks for these collections. */
  collector(names: readonly string[]): Collector {
    return new Collector(names.flatMap((name) => this.collections.get(name) ?? []));
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
export function collectionsFor(files: Iterable<Pick<Circumstances, 'ofObjects'>>): readonly string[] {
  const names = new Set<string>();
  const all = [...new Set([...files].map(({ ofObjects }) => ofObjects))].flatMap(({ sets }) => sets);
  for (const { overRuns } of new Set(all))
    for (const { rule } of overRuns) if (rule.collects) names.add(rule.collects.name);
  return [...names].sort(compareText);
}

function versionsOf(
  { kubernetesVersions = [] }: FileSettings,
  otherwise: readonly KubernetesVersion[],
): readonly KubernetesVersion[] {
  return kubernetesVersions.length === 0 ? otherwise : kubernetesVersions.map(versionNamed);
}
