import {
  modes,
  parseLevel,
  parseStandardsVersion,
  policyOf,
  policyOfDefaults,
  type Defaults,
  type Policy,
} from '@podlint/policy/standards';

/**
 * What the setting `podSecurity` says: a level, `restricted` or `baseline:v1.30`, for namespaces that have none of their
 * own; or the configuration of a cluster's plugin (PodSecurityConfiguration, pod-security-admission/admission/api).
 */
export type PodSecuritySetting = string | ClusterConfiguration;

interface ClusterConfiguration {
  readonly defaults?: Defaults;
  readonly exemptions?: { readonly namespaces?: readonly string[]; readonly runtimeClasses?: readonly string[] };
}

export const settingSchema = {
  type: 'object',
  properties: {
    podSecurity: {
      type: ['string', 'object'],
      description: 'The level of namespaces without one of their own, or the configuration of the plugin',
    },
  },
  additionalProperties: false,
} as const;

export interface PodSecurityOptions {
  readonly podSecurity?: PodSecuritySetting;
}

type Labels = Readonly<Record<string, unknown>>;

/** Which levels hold where. */
export class ClusterPolicy {
  private readonly defaults: Policy;
  private readonly exemptions: NonNullable<ClusterConfiguration['exemptions']>;
  private readonly labels: ReadonlyMap<string, Labels>;
  private readonly known = new Map<string, Policy>();

  /** `namespaces`: their labels, by their names. */
  constructor(namespaces: ReadonlyMap<string, Labels>, setting: PodSecuritySetting = {}) {
    const { defaults = {}, exemptions = {} } = typeof setting === 'string' ? forAllModes(setting) : setting;
    this.defaults = policyOfDefaults(defaults);
    this.exemptions = exemptions;
    this.labels = namespaces;
  }

  of(namespace: string): Policy {
    let policy = this.known.get(namespace);
    if (!policy) this.known.set(namespace, (policy = this.policyOf(namespace)));
    return policy;
  }

  private policyOf(namespace: string): Policy {
    if (this.isExempt(namespace)) return policyOfDefaults();
    return policyOf(this.labels.get(namespace) ?? {}, this.defaults).policy;
  }

  isExempt(namespace: string): boolean {
    return this.exemptions.namespaces?.includes(namespace) ?? false;
  }

  isExemptClass(runtimeClass: string | undefined): boolean {
    return runtimeClass !== undefined && (this.exemptions.runtimeClasses?.includes(runtimeClass) ?? false);
  }
}

function forAllModes(setting: string): ClusterConfiguration {
  const [level = '', version = 'latest'] = setting.split(':');
  if (parseLevel(level) === undefined || parseStandardsVersion(version) === undefined) return {};
  return {
    defaults: Object.fromEntries(
      modes.flatMap((mode) => [
        [mode, level],
        [`${mode}-version`, version],
      ]),
    ),
  };
}
