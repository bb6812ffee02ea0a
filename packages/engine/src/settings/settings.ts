import { globMatcher } from './globs.js';
import type { Level, Rule } from '../rule/rule.js';
import { RuleSet, type ActiveRule } from '../rule/run-rules.js';
import { nearestId } from './suggest.js';

/** `none`: what the server says, and no rule; `strict`: also every rule that is off by default and needs no options. */
export type Preset = 'none' | 'recommended' | 'strict';
/** A level, or a level and the rule's options. A level alone leaves the options of an earlier setting as they are. */
type RuleSetting = Level | readonly [level: Level, options?: unknown];
/** Settings of rules by their ids. */
export type RuleTable = Readonly<Record<string, RuleSetting>>;

/**
 * Facts about the cluster and the run. A rule that has an option of the same name takes it from here, unless the option
 * itself is set.
 */
export interface SharedSettings {
  /**
   * How long containers take to start, by patterns of images: `{"registry.example/java/*": "90s"}`; the first one that
   * fits counts.
   */
  readonly startupTime?: Readonly<Record<string, string | number>> | undefined;
  /** Globs of files that a kubelet reads itself; default: those in a folder `etc/kubernetes/manifests`. */
  readonly staticPods?: readonly string[] | undefined;
  /** The run holds every object of the cluster, so that what is not in it does not exist. */
  readonly complete?: boolean | undefined;
  /** `baseline`, `restricted:v1.33` */
  readonly podSecurity?: string | undefined;
}

/** Where kubeadm, and most others, let the kubelet look for static Pods. */
export const defaultStaticPods: readonly string[] = ['**/etc/kubernetes/manifests/**'];

/** Which rules run, at which level. */
export interface RuleSettings extends SharedSettings {
  readonly preset?: Preset | undefined;
  readonly rules?: RuleTable | undefined;
}

/** Everything that can differ from file to file. */
export interface FileSettings extends RuleSettings {
  /** `['1.36']`; default: the newest verified version. */
  readonly kubernetesVersions?: readonly string[] | undefined;
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

/** One table over another. A level alone changes the level of a rule that has options, and nothing else of it. */
export function mergeRules(under: RuleTable, over: RuleTable): RuleTable {
  const merged: Record<string, RuleSetting> = { ...under };
  for (const [id, setting] of Object.entries(over)) {
    const before = under[id];
    merged[id] =
      typeof setting === 'string' && before !== undefined && typeof before !== 'string'
        ? [setting, before[1]]
        : setting;
  }
  return merged;
}

/** Makes the set of rules that settings ask for; equal settings get the same set. */
export class RuleSets {
  private readonly ids: ReadonlySet<string>;
  private readonly sets = new Map<string, RuleSet>();
  private readonly setsOf = new WeakMap<RuleSettings, RuleSet>();

  /** `otherIds`: what can stand in a table of rules without being one. */
  constructor(
    private readonly catalogue: readonly Rule[],
    otherIds: readonly string[] = [],
  ) {
    this.ids = new Set([...catalogue.map(({ id }) => id), ...otherIds]);
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
    startupTime,
    staticPods,
    complete,
    podSecurity,
  }: RuleSettings): RuleSet {
    const shared: SharedSettings = { startupTime, staticPods, complete, podSecurity };
    const key = JSON.stringify([preset, rules, shared]);
    let set = this.sets.get(key);
    if (!set) this.sets.set(key, (set = this.ruleSet(preset, rules, shared)));
    return set;
  }

  private ruleSet(preset: Preset, rules: RuleTable, shared: SharedSettings): RuleSet {
    for (const id of Object.keys(rules))
      if (!this.ids.has(id)) throw new UnknownRuleError(id, nearestId(id, [...this.ids]));
    const active = this.catalogue.flatMap((rule) => activeRule(rule, rules[rule.id] ?? levelIn(preset, rule), shared));
    return new RuleSet(active, globMatcher(shared.staticPods ?? defaultStaticPods));
  }
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
function levelIn(preset: Preset, rule: Rule): Level {
  if (preset === 'none') return 'off';
  return preset === 'strict' && rule.level === 'off' && !rule.needsOptions && !rule.opposes ? 'warn' : rule.level;
}
