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

/** What `--color` and `--no-color` say together: the last one counts. */
export function colorOption(last: 'color' | 'no-color' | undefined): 'always' | 'never' | undefined {
  if (last === undefined) return undefined;
  return last === 'color' ? 'always' : 'never';
}
