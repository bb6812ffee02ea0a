import { admissionPlugins, type AdmissionPlugin } from '@podlint/engine/config';
import { nearestVersion, parseVersion, versions } from '@podlint/model';
import { alternatives, didYouMean, nearestChoice } from '@podlint/plain/spelling';
import { UsageError } from './usage-error.js';

/** The versions that an option names, and what is to be said of those that podlint does not know. */
export interface AskedVersions {
  readonly names: readonly string[];
  readonly notices: readonly string[];
}

/** For a version that podlint does not know, the nearest one counts. Throws UsageError for what is no version. */
export function askedVersions(texts: readonly string[]): AskedVersions {
  const names = new Set<string>();
  const notices: string[] = [];
  for (const text of texts) {
    const known = parseVersion(text);
    const version = known ?? nearestVersion(text) ?? noVersion(text);
    names.add(version.name);
    if (!known)
      notices.push(
        `podlint does not know Kubernetes ${text}, only ${knownRange()}. It judges for ${version.name}, the nearest: other rules may hold in your cluster`,
      );
  }
  return { names: [...names], notices };
}

function noVersion(text: string): never {
  throw new UsageError(`"${text}" is no version of Kubernetes: --kubernetes-version takes ${knownRange()}`);
}

function knownRange(): string {
  return `${versions[0]?.name ?? ''} to ${versions.at(-1)?.name ?? ''}`;
}

/** One of the names that an option takes. Throws UsageError. */
export function oneOf<Name extends string>(option: string, text: string, names: readonly Name[]): Name {
  const name = names.find((known) => known === text);
  if (name) return name;
  throw new UsageError(
    `--${option} takes ${alternatives(names)}, not "${text}"${didYouMean(nearestChoice(text, names))}`,
  );
}

/** Whether kustomizations are built: as the option says, or else the config. Throws UsageError. */
export function kustomizeOption(given: string | undefined, configured: 'on' | 'off' = 'on'): 'on' | 'off' {
  return oneOf('kustomize', given ?? configured, ['on', 'off']);
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

/** The plugins of the server that are named, with commas between them as its own flag takes them. Throws UsageError. */
export function admissionPluginsOption(texts: readonly string[]): readonly AdmissionPlugin[] | undefined {
  if (texts.length === 0) return undefined;
  const names = texts.flatMap((text) => text.split(','));
  return names.map((name) => oneOf('enable-admission-plugins', name, admissionPlugins));
}

/** What `--color` and `--no-color` say together: the last one counts. */
export function colorOption(last: 'color' | 'no-color' | undefined): 'always' | 'never' | undefined {
  if (last === undefined) return undefined;
  return last === 'color' ? 'always' : 'never';
}
