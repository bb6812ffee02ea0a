import { type KubernetesVersion, parseVersion, versions } from '@podlint/model';
import { alternatives, didYouMean, nearestChoice } from '@podlint/schema/suggest';
import { UsageError } from './usage-error.js';

/** The version that an option names. Throws UsageError with the nearest one that podlint knows. */
export function knownVersion(text: string): KubernetesVersion {
  const version = parseVersion(text);
  if (version) return version;
  const oldest = versions[0]!.name;
  const newest = versions.at(-1)!.name;
  const nearest = /^v?1\.[0-2]?\d(\.|$)/.test(text) ? oldest : newest;
  throw new UsageError(
    `podlint does not know Kubernetes "${text}": --kubernetes-version takes ${oldest} to ${newest}, and ${nearest} is the nearest`,
  );
}

/** One of the names that an option takes. Throws UsageError. */
export function oneOf<Name extends string>(option: string, text: string, names: readonly Name[]): Name {
  const name = names.find((known) => known === text);
  if (name) return name;
  throw new UsageError(
    `--${option} takes ${alternatives(names)}, not "${text}"${didYouMean(nearestChoice(text, names))}`,
  );
}

/** A level of the Pod Security Standards, and its version if one is given. Throws UsageError. */
export function podSecurityOption(text: string | undefined): { readonly podSecurity?: string } {
  if (text === undefined) return {};
  const [, level = '', version = 'latest'] = /^([^:]*)(?::(.*))?$/.exec(text) ?? [];
  oneOf('pod-security', level, ['privileged', 'baseline', 'restricted']);
  if (/^(?:latest|v1\.\d+)$/.test(version)) return { podSecurity: text };
  throw new UsageError(
    `--pod-security takes a version such as ${level}:v1.36, or ${level} for the latest, not "${text}"`,
  );
}

/** What `--color` and `--no-color` say together: the last one counts. */
export function colorOption(last: 'color' | 'no-color' | undefined): 'always' | 'never' | undefined {
  if (last === undefined) return undefined;
  return last === 'color' ? 'always' : 'never';
}
