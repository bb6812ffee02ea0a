import { FieldPath } from '@podlint/field-path';
import { own } from '@podlint/plain';
import { isStricter, levelText, parseLevel, parseStandardsVersion, type Level, type LevelVersion } from './level.js';

/** What happens to Pods that violate a level: refused, noted in the audit log, warned of. */
export const modes = ['enforce', 'audit', 'warn'] as const;
type Mode = (typeof modes)[number];

/** The levels of a namespace. */
export type Policy = Readonly<Record<Mode, LevelVersion>>;

/** Defaults as the plugin's configuration has them: `enforce`, `enforce-version` and so on. */
export type Defaults = Readonly<Record<string, string | undefined>>;

export interface LabelError {
  readonly type: 'FieldValueInvalid';
  readonly field: string;
}

const labelPrefix = 'pod-security.kubernetes.io/';

export interface ResolvedPolicy {
  readonly policy: Policy;
  readonly errors: readonly LabelError[];
}

/** The policy that labels make of defaults (api/helpers.go, PolicyToEvaluate). */
export function policyOf(labels: Readonly<Record<string, unknown>>, defaults: Policy): ResolvedPolicy {
  const reader = new LabelReader(labels);
  const policy = {
    enforce: reader.read('enforce', defaults.enforce, 'restricted'),
    audit: reader.read('audit', defaults.audit, 'privileged'),
    warn: reader.read('warn', defaults.warn, 'privileged'),
  };
  return { policy: { ...policy, warn: reader.warnLike(policy) }, errors: reader.errors };
}

/** Reads labels; of what cannot be read enforcing takes the strictest, and the others nothing. */
class LabelReader {
  readonly errors: LabelError[] = [];

  constructor(private readonly labels: Readonly<Record<string, unknown>>) {}

  read(mode: Mode, { level, version }: LevelVersion, unreadable: Level): LevelVersion {
    return {
      level: this.value(mode, parseLevel, unreadable) ?? level,
      version: this.value(`${mode}-version`, parseStandardsVersion, 'latest') ?? version,
    };
  }

  private value<Value>(name: string, parse: (text: string) => Value | undefined, unreadable: Value): Value | undefined {
    const label = labelPrefix + name;
    if (!Object.hasOwn(this.labels, label)) return undefined;
    const value = parse(String(own(this.labels, label)));
    if (value !== undefined) return value;
    const field = FieldPath.root.child('metadata', 'labels').key(label).toString();
    this.errors.push({ type: 'FieldValueInvalid', field });
    return unreadable;
  }

  private has(name: string): boolean {
    return Object.hasOwn(this.labels, labelPrefix + name);
  }

  /** Who enforces a level and says nothing of warnings is warned of it too, unless the default is as strict. */
  warnLike({ enforce, warn }: Policy): LevelVersion {
    const enforced = this.has('enforce') && parseLevel(String(this.labels[`${labelPrefix}enforce`])) !== undefined;
    if (this.has('warn') || !enforced || !isStricter(enforce.level, warn.level)) return warn;
    return { level: enforce.level, version: this.has('warn-version') ? warn.version : enforce.version };
  }
}

/** What the configuration leaves out is privileged, and the latest version. */
export function policyOfDefaults(defaults: Defaults = {}): Policy {
  const of = (mode: Mode): LevelVersion => ({
    level: parseLevel(defaults[mode] || 'privileged') ?? 'privileged',
    version: parseStandardsVersion(defaults[`${mode}-version`] || 'latest') ?? 'latest',
  });
  return { enforce: of('enforce'), audit: of('audit'), warn: of('warn') };
}

export interface NamespaceLabels {
  readonly labels?: Readonly<Record<string, unknown>>;
  readonly defaults?: Defaults;
}

export interface PodSecurityLabels {
  /** `level:version` of each mode. */
  readonly policy: Readonly<Record<Mode, string>>;
  readonly errors: readonly LabelError[];
}

/** What the labels of a namespace ask for. */
export function podSecurityLabels({ labels = {}, defaults }: NamespaceLabels): PodSecurityLabels {
  const { policy, errors } = policyOf(labels, policyOfDefaults(defaults));
  const texts = modes.map((mode) => [mode, levelText(policy[mode])]);
  return { policy: Object.fromEntries(texts) as Readonly<Record<Mode, string>>, errors };
}
