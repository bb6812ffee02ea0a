import { globMatcher } from './globs.js';
import type { Level, Rule } from '../rule/rule.js';
import { RuleSet, type ActiveRule } from '../rule/run-rules.js';
import type { CustomRule } from './custom-rules/custom-rule.js';
import { idOfCustomRule, isCustomId } from './custom-rules/ids.js';
import { makeRule } from './custom-rules/make-rule.js';
import { fitsRuleGlob, isRuleGlob, settingIn, type RuleSetting, type RuleTable } from './rule-table.js';
import type { ObjectRules } from './rules-of-objects.js';
import type { SharedSettings } from './shared.js';
import { nearestId } from './suggest.js';
import type { ReportLevel } from '../report/shown.js';
import type { Peer } from '../suppressions/peers/peers.js';

/** `none`: what the server says, and no rule; `strict`: also every rule that is off by default and needs no options. */
export type Preset = 'none' | 'recommended' | 'strict';
/** Where kubeadm, and most others, let the kubelet look for static Pods. */
export const defaultStaticPods: readonly string[] = ['**/etc/kubernetes/manifests/**'];

/** Which rules run, at which level. */
export interface RuleSettings extends SharedSettings {
  readonly preset?: Preset | undefined;
  readonly rules?: RuleTable | undefined;
  /** Rules of the user's own. */
  readonly customRules?: readonly CustomRule[] | undefined;
}

/** Everything that can differ from file to file. */
export interface FileSettings extends RuleSettings {
  /** `['1.36']`; default: the newest verified version. */
  readonly kubernetesVersions?: readonly string[] | undefined;
  /** Other settings of rules for some objects, over `rules`; later ones win. */
  readonly objectRules?: readonly ObjectRules[] | undefined;
  /** The least severity that is reported; default: everything is. */
  readonly level?: ReportLevel | undefined;
  /** Other tools whose annotations suppress what podlint says of the same. */
  readonly ignoreAnnotations?: readonly Peer[] | undefined;
}

export class UnknownRuleError extends Error {
  constructor(
    readonly id: string,
    readonly nearest?: string,
  ) {
    super(
      `podlint has no rule "${id}"; ${nearest === undefined ? '`podlint rules` lists them' : `did you mean "${nearest}"?`}`,
    );
    this.name = 'UnknownRuleError';
  }
}

/** Makes the set of rules that settings ask for; equal settings get the same set. */
export class RuleSets {
  private readonly ids: ReadonlySet<string>;
  /** By the ids that rules had before, those that they have. */
  private readonly renamed: ReadonlyMap<string, string>;
  private readonly sets = new Map<string, RuleSet>();
  private readonly setsOf = new WeakMap<RuleSettings, RuleSet>();
  /** By what is written of them: a rule is compiled once. */
  private readonly custom = new Map<string, Rule>();

  /** `otherIds`: what can stand in a table of rules without being one. */
  constructor(
    private readonly catalogue: readonly Rule[],
    otherIds: readonly string[] = [],
  ) {
    this.ids = new Set([...catalogue.map(({ id }) => id), ...otherIds]);
    this.renamed = renamedRules(catalogue);
  }

  /** @throws UnknownRuleError */
  for(settings: RuleSettings): RuleSet {
    let set = this.setsOf.get(settings);
    if (!set) this.setsOf.set(settings, (set = this.equalSet(settings)));
    return set;
  }

  private equalSet({
    preset = 'recommended',
    rules = {},
    customRules = [],
    startupTime,
    staticPods,
    complete,
    podSecurity,
    builtImages,
  }: RuleSettings): RuleSet {
    const shared: SharedSettings = { startupTime, staticPods, complete, podSecurity, builtImages };
    const key = JSON.stringify([preset, rules, shared, customRules]);
    let set = this.sets.get(key);
    if (!set) this.sets.set(key, (set = this.ruleSet(preset, rules, shared, customRules)));
    return set;
  }

  private ruleSet(
    preset: Preset,
    given: RuleTable,
    shared: SharedSettings,
    customRules: readonly CustomRule[],
  ): RuleSet {
    const rules = withPresentIds(given, this.renamed);
    const ids = new Set([...this.ids, ...customRules.map(idOfCustomRule)]);
    for (const id of Object.keys(rules)) if (!isKnown(id, ids)) throw new UnknownRuleError(id, nearestId(id, [...ids]));
    const active = this.catalogue.flatMap((rule) =>
      activeRule(rule, chosen(rules, rule) ?? levelIn(preset, rule, shared), shared),
    );
    // Who has written a rule wants it, whatever the preset is.
    const own = customRules.map((rule) => this.customRule(rule));
    const activeOwn = own.flatMap((rule) => activeRule(rule, settingIn(rules, rule.id) ?? rule.level, shared));
    return new RuleSet([...active, ...activeOwn], {
      isStaticPodFile: globMatcher(shared.staticPods ?? defaultStaticPods),
      builtImages: new Set(shared.builtImages),
    });
  }

  private customRule(custom: CustomRule): Rule {
    const key = JSON.stringify(custom);
    let rule = this.custom.get(key);
    if (!rule) this.custom.set(key, (rule = makeRule(custom) as Rule));
    return rule;
  }
}

/** Rules of a config's own may be named for all files, and not be there for some: configs are asked when they are read. */
function isKnown(id: string, ids: ReadonlySet<string>): boolean {
  return ids.has(id) || isCustomId(id) || (isRuleGlob(id) && [...ids].some((known) => fitsRuleGlob(id, known)));
}

/** A glob does not switch on what cannot run without options, nor what asks for the opposite of another rule. */
function chosen(rules: RuleTable, rule: Rule): RuleSetting | undefined {
  const setting = settingIn(rules, rule.id);
  const isNamed = Object.hasOwn(rules, rule.id) || setting === 'off';
  return isNamed || (!rule.needsOptions && !rule.opposes) ? setting : undefined;
}

/** By the ids that rules had before, those that they have now. */
function renamedRules(catalogue: readonly Rule[]): ReadonlyMap<string, string> {
  return new Map(catalogue.flatMap(({ id, aliases = [] }) => aliases.map((alias): [string, string] => [alias, id])));
}

/** What is set by the present id counts before what is set by a former one. */
function withPresentIds(rules: RuleTable, renamed: ReadonlyMap<string, string>): RuleTable {
  const entries = Object.entries(rules);
  const former = entries.filter(([id]) => renamed.has(id));
  if (former.length === 0) return rules;
  return Object.fromEntries([
    ...former.map(([id, setting]): [string, RuleSetting] => [renamed.get(id) ?? id, setting]),
    ...entries.filter(([id]) => !renamed.has(id)),
  ]);
}

function activeRule(rule: Rule, setting: RuleSetting, shared: SharedSettings): ActiveRule[] {
  const [level, options] = typeof setting === 'string' ? [setting, undefined] : setting;
  return level === 'off'
    ? []
    : [
        {
          rule,
          level,
          options: { ...(rule.options?.defaults as object), ...sharedOptions(rule, shared), ...(options as object) },
        },
      ];
}

/** The shared settings that a rule has an option for. */
function sharedOptions({ options }: Rule, shared: SharedSettings): object {
  const names = Object.keys(options?.schema.properties ?? {});
  return Object.fromEntries(
    Object.entries(shared).filter(([name, value]) => value !== undefined && names.includes(name)),
  );
}

/** What is off by default comes as a warning in the strict preset. */
function levelIn(preset: Preset, rule: Rule, shared: SharedSettings): Level {
  if (rule.onWith && shared[rule.onWith] !== undefined) return rule.level;
  if (preset === 'none') return 'off';
  return preset === 'strict' && rule.level === 'off' && !rule.needsOptions && !rule.opposes ? 'warn' : rule.level;
}
